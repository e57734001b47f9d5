using System.Text;
using Dala.Library.Api;
using Dala.Library.Finding;
using Dala.Library.Lineage;
using Dala.Library.Reader;
using Dala.Platform.Languages;
using Dala.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dala.Library.Showing;

/// <summary>One resource: its page, what is claimed of it, its text, and the records that it came from.</summary>
internal static class ShowRoutes
{
    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder api, IEndpointRouteBuilder root)
    {
        pages
            .MapGet(
                "/resources/{id}",
                async (
                    string id,
                    ShowResource show,
                    FindSimilar similar,
                    FindLineage lineage,
                    WordBook book,
                    HttpContext http,
                    CancellationToken ct
                ) =>
                {
                    var words = book.Reader(http);
                    return (await show.Run(id, words.Language, ct)).Http(shown =>
                        Html.Page<ResourcePage, ResourceView>(
                            ResourceView.Of(shown, words, http.Origin()) with
                            {
                                Similar = similar.Run(id, words.Language).Match(found => found.Items, _ => []),
                                Lineage = lineage.Summary(shown.Resource.Id),
                            }
                        )
                    );
                }
            )
            .Open();

        pages
            .MapGet(
                "/resources/{id}/claims",
                async (string id, ShowResource show, WordBook book, HttpContext http, CancellationToken ct) =>
                {
                    var words = book.Reader(http);
                    return (await show.Run(id, words.Language, ct)).Http(shown =>
                        Html.Page<ClaimsPage, ResourceView>(ResourceView.Of(shown, words, http.Origin()))
                    );
                }
            )
            .Open();

        pages
            .MapGet(
                "/resources/{id}/read",
                async (string id, string? beside, ReadText read, WordBook book, HttpContext http, CancellationToken ct) =>
                    (await read.Run(id, beside, book.Reader(http).Language, ct)).Http(view => Html.Page<ReadPage, ReadView>(view))
            )
            .Open();

        pages
            .MapGet(
                "/resources/{id}/text",
                async (string id, ReadText read, WordBook book, HttpContext http, CancellationToken ct) =>
                {
                    var words = book.Reader(http);
                    return (await read.Run(id, null, words.Language, ct)).Http(view =>
                        Results.File(
                            Encoding.UTF8.GetBytes(PlainText.Of(view.Text, words, http.Origin())),
                            "text/plain; charset=utf-8",
                            $"{id}.txt"
                        )
                    );
                }
            )
            .Open();

        // Bytes from elsewhere: never shown, only handed out, whatever they say they are.
        pages
            .MapGet(
                "/resources/{id}/raw/{record}",
                async (string id, string record, ShowRawRecord show, CancellationToken ct) =>
                    (await show.Run(id, record, ct)).Http(raw =>
                        Results.File(raw.Bytes, "application/octet-stream", $"{raw.Hash}.bin")
                    )
            )
            .Open();

        // The address of a resource without a language, which catalogues and citations may keep.
        root.MapGet("/resources/{id}", (string id) => Html.InReadersLanguage($"/resources/{Uri.EscapeDataString(id)}"))
            .Open()
            .ExcludeFromDescription();

        api.MapGet(
                "/resources/{id}",
                async (string id, ShowResource show, WordBook book, HttpContext http, CancellationToken ct) =>
                {
                    var words = book.Reader(http);
                    var origin = http.Origin();
                    return (await show.Run(id, words.Language, ct)).Http(shown =>
                        http.Request.WantsLinkedData()
                            ? Tagged.Text(
                                LearningResource.Text(
                                    LearningResource.Of(shown, $"{origin}/resources/{shown.Resource.Id}", origin, words)
                                ),
                                Representation.LinkedData
                            )
                            : Tagged.Json(ResourceJson.Of(shown))
                    );
                }
            )
            .WithName("ShowResource")
            .WithSummary(
                "One resource with every claim and where it comes from; as JSON-LD after AMB where application/ld+json is accepted."
            )
            .Produces<ResourceJson>(contentType: "application/json", additionalContentTypes: Representation.LinkedData)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Open();

        api.MapGet(
                "/resources/{id}/similar",
                (string id, FindSimilar similar, WordBook book, HttpContext http) =>
                    similar.Run(id, book.Reader(http).Language).Http(found => Tagged.Json(SimilarJson.Of(found)))
            )
            .WithName("FindSimilar")
            .WithSummary("Resources that share the most telling words with one, the likest first.")
            .Produces<SimilarJson>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Open();
    }
}
