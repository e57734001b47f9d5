using Dala.Library.Api;
using Dala.Platform.Languages;
using Dala.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dala.Library.Lineage;

/// <summary>Where a resource comes from and what came of it, as a page and for programs.</summary>
internal static class LineageRoutes
{
    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder api)
    {
        pages
            .MapGet(
                "/resources/{id}/lineage",
                (string id, FindLineage lineage, WordBook book, HttpContext http) =>
                    lineage
                        .Run(id, book.Reader(http).Language)
                        .Http(found => Html.Page<LineagePage, LineageView>(LineageView.Of(found)))
            )
            .Open();

        api.MapGet(
                "/resources/{id}/lineage",
                (string id, FindLineage lineage, WordBook book, HttpContext http) =>
                    lineage.Run(id, book.Reader(http).Language).Http(found => Tagged.Json(LineageJson.Of(found)))
            )
            .WithName("FindLineage")
            .WithSummary(
                "What a resource was made from and what was made from it: works, edges with their evidence, and edges refused because they would close a circle."
            )
            .Produces<LineageJson>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Open();
    }
}
