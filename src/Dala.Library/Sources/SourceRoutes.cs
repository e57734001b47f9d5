using Dala.Library.About;
using Dala.Library.Api;
using Dala.Platform;
using Dala.Platform.Languages;
using Dala.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dala.Library.Sources;

/// <summary>Where resources come from: sources, their credits, and what could not be taken in.</summary>
internal static class SourceRoutes
{
    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder api)
    {
        pages
            .MapGet(
                "/sources",
                async (ListSources list, CancellationToken ct) =>
                    Html.Page<SourcesPage, IReadOnlyList<ListedSource>>(await list.Run(ct))
            )
            .Open();

        pages
            .MapGet(
                "/sources/{name}",
                async (string name, ShowSource show, CancellationToken ct) =>
                    (await show.Run(name, ct)).Http(shown => Html.Page<SourcePage, SourceView>(new SourceView(shown)))
            )
            .Open();

        pages
            .MapGet(
                "/quarantine",
                async (
                    string? source,
                    string? run,
                    string? after,
                    ListQuarantine list,
                    SourceTitles titles,
                    CancellationToken ct
                ) =>
                {
                    var query = new QuarantineQuery
                    {
                        Source = source,
                        Run = run,
                        After = PageTrail.Cursor(after),
                    };
                    var sources = await titles.Run(ct);
                    return (await list.Run(query, ct)).Match(
                        quarantine => Html.Page<QuarantinePage, QuarantineView>(new QuarantineView(query, quarantine, sources)),
                        problem =>
                            Html.Page<QuarantinePage, QuarantineView>(
                                new QuarantineView(query, null, sources, problem),
                                problem.Status()
                            )
                    );
                }
            )
            .Open();

        pages
            .MapGet(
                "/about",
                async (ListAttributions list, CancellationToken ct) =>
                    Html.Page<AboutPage, IReadOnlyList<Source>>(await list.Run(ct))
            )
            .Open();

        api.MapGet(
                "/sources",
                async (ListSources list, CancellationToken ct) =>
                    Tagged.Json(new SourcesJson([.. (await list.Run(ct)).Select(SourceJson.Of)]))
            )
            .WithName("ListSources")
            .WithSummary("All sources, with how much came from each and how its last import went.")
            .Produces<SourcesJson>()
            .Open();

        api.MapGet(
                "/quarantine",
                async (
                    string? source,
                    string? run,
                    string? after,
                    ListQuarantine list,
                    WordBook book,
                    Actor actor,
                    HttpContext http,
                    CancellationToken ct
                ) =>
                    (
                        await list.Run(
                            new QuarantineQuery
                            {
                                Source = source,
                                Run = run,
                                After = PageTrail.Cursor(after),
                            },
                            ct
                        )
                    ).Http(quarantine =>
                        Tagged.Json(
                            QuarantineJson.Of(quarantine, book.Reader(http), LibraryRights.SeeQuarantinedBytes.Allows(actor))
                        )
                    )
            )
            .WithName("ListQuarantine")
            .WithSummary("Records that could not be taken in, the newest first, with where they stand and why.")
            .Produces<QuarantineJson>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Open();
    }
}
