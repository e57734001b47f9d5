using Dala.Platform.Languages;
using Dala.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dala.Library.Api;

/// <summary>For programs that take everything: the export, the sitemap, and what crawlers may read.</summary>
internal static class HarvestRoutes
{
    public static void Map(IEndpointRouteBuilder api, IEndpointRouteBuilder root)
    {
        api.MapGet("/export", (ExportResources export, CancellationToken ct) => JsonLines.Answer(export.Run(ct)))
            .WithName("ExportResources")
            .WithSummary("Everything that the library holds, one resource with all its claims to a line.")
            .Produces<ExportedResource>(contentType: "application/x-ndjson")
            .Open();

        root.MapGet(
                "/sitemap.xml",
                async (Sitemap sitemap, HttpContext http, CancellationToken ct) =>
                    SitemapXml.Index(http.Origin(), await sitemap.Parts(ct))
            )
            .Open()
            .ExcludeFromDescription();

        root.MapGet("/sitemap/pages.xml", (WordBook book, HttpContext http) => SitemapXml.OfPages(http.Origin(), book.Languages))
            .Open()
            .ExcludeFromDescription();

        root.MapGet(
                "/sitemap/{first:guid}.xml",
                (Guid first, Sitemap sitemap, WordBook book, HttpContext http, CancellationToken ct) =>
                    SitemapXml.OfResources(http.Origin(), book.Languages, sitemap.Part(first, ct))
            )
            .Open()
            .ExcludeFromDescription();

        root.MapGet(
                "/robots.txt",
                (HttpContext http) =>
                    Results.Text(
                        $"""
                        User-agent: *
                        Disallow: /*/resources?
                        Disallow: /*resources.atom
                        Disallow: /*/resources/*/raw/
                        Disallow: /*/quarantine
                        Disallow: /language/
                        Disallow: /api/

                        Sitemap: {http.Origin()}/sitemap.xml

                        """
                    )
            )
            .Open()
            .ExcludeFromDescription();
    }
}
