using Dala.Library.Api;
using Dala.Library.Baskets;
using Dala.Library.Crediting;
using Dala.Library.Finding;
using Dala.Library.Lineage;
using Dala.Library.Reuse;
using Dala.Library.Settling;
using Dala.Library.Showing;
using Dala.Library.Sources;
using Dala.Platform.Languages;
using Dala.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dala.Library;

/// <summary>Every page and every route for programs, by what they are about.</summary>
internal static class LibraryRoutes
{
    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder root)
    {
        var api = root.MapGroup("/api").WithTags("Library");
        FindRoutes.Map(pages, api, root);
        ShowRoutes.Map(pages, api, root);
        LineageRoutes.Map(pages, api);
        ReuseRoutes.Map(api);
        CreditRoutes.Map(api);
        BasketRoutes.Map(pages, api);
        SourceRoutes.Map(pages, api);
        ImportRoutes.Map(pages, api);
        SettlingRoutes.Map(pages, api);
        HarvestRoutes.Map(api, root);
    }

    /// <summary>The texts in the language of whoever asks.</summary>
    public static Words Reader(this WordBook book, HttpContext http) => book.In(ReaderLanguage.Of(http));

    /// <summary>Scheme, host and base path, for addresses that must be absolute.</summary>
    public static string Origin(this HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";
}
