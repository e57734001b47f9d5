using Microsoft.AspNetCore.Routing;

namespace Dala.Library;

internal static class LibraryRoutes
{
    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder root) { }
}
