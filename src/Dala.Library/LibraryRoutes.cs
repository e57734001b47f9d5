using System.Text;
using Dala.Library.About;
using Dala.Library.Api;
using Dala.Library.Finding;
using Dala.Library.Importing;
using Dala.Library.Reader;
using Dala.Library.Showing;
using Dala.Library.Sources;
using Dala.Platform;
using Dala.Platform.Languages;
using Dala.Platform.Settings;
using Dala.Platform.Web;
using Dala.Search;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dala.Library;

/// <summary>Every page and every route for programs, one screen after another.</summary>
internal static class LibraryRoutes
{
    /// <summary>Suggestions under a search field.</summary>
    private const int Suggestions = 10;

    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder root)
    {
        Pages(pages);
        Administration(pages);
        Programs(root);
        SearchEngines(root);
    }

    private static void Pages(IEndpointRouteBuilder pages)
    {
        pages
            .MapGet(
                "/",
                async (HomeNumbers numbers, CancellationToken ct) => Html.Page<HomePage, HomeView>(await numbers.Run(ct))
            )
            .Open();

        pages
            .MapGet(
                "/resources",
                async (
                    [AsParameters] SearchParameters asked,
                    FindResources find,
                    LoosenSearch loosen,
                    Concepts concepts,
                    SourceTitles titles,
                    SettingValues settings,
                    WordBook book,
                    HttpContext http,
                    CancellationToken ct
                ) =>
                {
                    var words = book.Reader(http);
                    var sources = await titles.Run(ct);
                    return Search(asked, find, settings, words, http, explain: true)
                        .Match(
                            answer =>
                                Html.Page<ResultsPage, ResultsView>(
                                    ResultsView.Of(
                                        asked,
                                        answer.Find,
                                        answer.Found,
                                        sources,
                                        loosen,
                                        concepts,
                                        words,
                                        http.Origin()
                                    )
                                ),
                            problem =>
                                Html.Page<ResultsPage, ResultsView>(
                                    new ResultsView(asked, new Find(), null, sources, problem),
                                    problem.Status()
                                )
                        );
                }
            )
            .Open();

        pages.MapGet("/resources.atom", Feed).Open();

        pages
            .MapGet(
                "/resources/{id}",
                async (
                    string id,
                    ShowResource show,
                    FindSimilar similar,
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
                            Encoding.UTF8.GetBytes(
                                PlainText.Of(
                                    view.Text,
                                    words,
                                    Citation.Of(view.Text.Summary, words, $"{http.Origin()}/resources/{id}")
                                )
                            ),
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
    }

    private static void Administration(IEndpointRouteBuilder pages)
    {
        // Open, so that a person without the key reads how to sign in; the page shows the form to administrators only.
        pages
            .MapGet(
                "/import",
                (string? source, string? mapping, SettingValues settings, Actor actor) =>
                    ImportForm(
                        new ImportOrder { Source = source, Mapping = mapping },
                        settings,
                        status: LibraryRights.Import.Allows(actor) ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized
                    )
            )
            .Open();

        pages
            .MapPost(
                "/import",
                async (
                    HttpContext http,
                    IAntiforgery antiforgery,
                    StartImport start,
                    PreviewOrder preview,
                    SettingValues settings,
                    Actor actor,
                    CancellationToken ct
                ) =>
                {
                    var sent = await Uploads.Read(http, settings.Get(LibrarySettings.LargestUpload), ct);
                    if (sent.Problem is { } unread)
                        return ImportForm(new ImportOrder(), settings, problem: unread);
                    if (!await antiforgery.IsRequestValidAsync(http))
                        return ImportForm(sent.Value, settings, problem: LibraryProblems.StaleForm);
                    if (http.Request.Form["action"] == "preview")
                        return preview
                            .Run(sent.Value, actor, ct)
                            .Match(
                                records => ImportForm(sent.Value, settings, preview: records),
                                problem => ImportForm(sent.Value, settings, problem: problem)
                            );
                    return (await start.Run(sent.Value, actor, ct)).Match(
                        _ => Html.SeeOther($"/sources/{sent.Value.Source}"),
                        problem => ImportForm(sent.Value, settings, problem: problem)
                    );
                }
            )
            .For(LibraryRights.Import);

        pages
            .MapPost(
                "/sources/{name}/stop",
                async (
                    string name,
                    HttpContext http,
                    IAntiforgery antiforgery,
                    StopImport stop,
                    ShowSource show,
                    Actor actor,
                    CancellationToken ct
                ) =>
                    await antiforgery.IsRequestValidAsync(http)
                        ? await Back(name, (await stop.Run(name, actor, ct)).Problem, show, ct)
                        : await Back(name, LibraryProblems.StaleForm, show, ct)
            )
            .For(LibraryRights.Import);

        pages
            .MapPost(
                "/sources/{name}/resume",
                async (
                    string name,
                    HttpContext http,
                    IAntiforgery antiforgery,
                    ResumeImport resume,
                    ShowSource show,
                    Actor actor,
                    CancellationToken ct
                ) =>
                    await antiforgery.IsRequestValidAsync(http)
                        ? await Back(name, (await resume.Run(name, actor, ct)).Problem, show, ct)
                        : await Back(name, LibraryProblems.StaleForm, show, ct)
            )
            .For(LibraryRights.Import);
    }

    private static void Programs(IEndpointRouteBuilder root)
    {
        var api = root.MapGroup("/api").WithTags("Library");

        api.MapGet(
                "/resources",
                (
                    [AsParameters] SearchParameters asked,
                    FindResources find,
                    Concepts concepts,
                    SettingValues settings,
                    WordBook book,
                    HttpContext http
                ) =>
                {
                    var words = book.Reader(http);
                    return Search(asked, find, settings, words, http)
                        .Http(answer =>
                            Tagged.Json(FoundJson.Of(answer.Find, answer.Found, concepts, words), FrequentJson.Default.FoundJson)
                        );
                }
            )
            .WithName("FindResources")
            .WithSummary("Finds resources by words and filters, with counts beside every filter.")
            .Produces<FoundJson>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Open();

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

        api.MapGet(
                "/suggest",
                ([FromQuery(Name = "q")] string? typed, LibraryIndex index) =>
                    Tagged.Json(
                        new SuggestionsJson(
                            typed is null or { Length: > SearchParameters.LongestQuestion }
                                ? []
                                :
                                [
                                    .. index
                                        .Current.Suggest(typed, Suggestions)
                                        .Select(found => new SuggestionJson(found.Text, found.Key)),
                                ]
                        )
                    )
            )
            .WithName("Suggest")
            .WithSummary("What a person who has typed this much may want: words, and whole titles with their ids.")
            .Produces<SuggestionsJson>()
            .Open();

        api.MapGet("/export", (ExportResources export, CancellationToken ct) => JsonLines.Answer(export.Run(ct)))
            .WithName("ExportResources")
            .WithSummary("Everything that the library holds, one resource with all its claims to a line.")
            .Produces<ExportedResource>(contentType: "application/x-ndjson")
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

        api.MapPost(
                "/import",
                async (HttpContext http, StartImport start, SettingValues settings, Actor actor, CancellationToken ct) =>
                {
                    // A cookie alone could be another site's doing; who sends the key in a header means it.
                    if (http.Request.Headers.Authorization.Count == 0)
                        return LibraryProblems.SignInToImport.Http();
                    var sent = await Uploads.Read(http, settings.Get(LibrarySettings.LargestUpload), ct);
                    if (sent.Problem is { } problem)
                        return problem.Http();
                    return (await start.Run(sent.Value, actor, ct)).Http(job =>
                    {
                        http.Response.Headers.Location = $"{http.Request.PathBase}/api/runs/{job.Id}";
                        return Results.Json(
                            RunJson.Of(new ShownRun(sent.Value.Source!, null, job)),
                            LibraryJson.Options,
                            statusCode: StatusCodes.Status202Accepted
                        );
                    });
                }
            )
            // Anything else gets here too, or whoever sends it would hear that there is no such address.
            .Accepts<ImportRequest>(isOptional: true, "multipart/form-data", "*/*")
            .WithName("StartImport")
            .WithSummary("Imports files with a mapping, as a job; the address of its progress comes back in Location.")
            .Produces<RunJson>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .For(LibraryRights.Import);

        api.MapGet(
                "/runs/{id}",
                async (string id, ShowRun show, CancellationToken ct) =>
                    (await show.Run(id, ct)).Http(shown => Tagged.Json(RunJson.Of(shown)))
            )
            .WithName("ShowRun")
            .WithSummary("How far an import is and what came of it.")
            .Produces<RunJson>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Open();
    }

    private static void SearchEngines(IEndpointRouteBuilder root)
    {
        // Without a language it comes in the reader's, and names the address at which it always does.
        root.MapGet("/resources.atom", Feed).Open().ExcludeFromDescription();

        // The address of a resource without a language, which catalogues and citations may keep.
        root.MapGet("/resources/{id}", (string id) => Html.InReadersLanguage($"/resources/{Uri.EscapeDataString(id)}"))
            .Open()
            .ExcludeFromDescription();

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

    private static IResult ImportForm(
        ImportOrder order,
        SettingValues settings,
        IReadOnlyList<PreviewedRecord>? preview = null,
        Problem? problem = null,
        int status = StatusCodes.Status200OK
    ) =>
        Html.Page<ImportPage, ImportView>(
            new ImportView(order, MappingFile.Names, settings.Get(LibrarySettings.LargestUpload), preview, problem),
            problem?.Status() ?? status
        );

    private static async Task<IResult> Back(string name, Problem? problem, ShowSource show, CancellationToken ct)
    {
        if (problem is null)
            return Html.SeeOther($"/sources/{Uri.EscapeDataString(name)}");
        return (await show.Run(name, ct)).Http(shown =>
            Html.Page<SourcePage, SourceView>(new SourceView(shown, problem), problem.Status())
        );
    }

    /// <summary>The one way from an address to results, for the page, the feed and the API.</summary>
    private static Outcome<(Find Find, Found Found)> Search(
        SearchParameters asked,
        FindResources find,
        SettingValues settings,
        Words words,
        HttpContext http,
        bool explain = false
    )
    {
        var read = asked.Read(http.Request.Query.Keys, settings.Get(LibrarySettings.PageSize));
        if (read.Problem is { } wrong)
            return wrong;
        var asking = explain ? read.Value with { Explain = true } : read.Value;
        var found = find.Run(asking, words.Language);
        return found.Problem is { } problem ? problem : (asking, found.Value);
    }

    // A feed has no place to go on from and no counts, and it is for those who want to hear of what is new.
    private static IResult Feed(
        [AsParameters] SearchParameters asked,
        FindResources find,
        SettingValues settings,
        WordBook book,
        HttpContext http
    )
    {
        var words = book.Reader(http);
        var read = asked.Read(http.Request.Query.Keys, settings.Get(LibrarySettings.PageSize));
        if (read.Problem is { } wrong)
            return wrong.Http();
        var newest = read.Value with { Order = SearchOrder.Newest, After = null, FacetSize = 0, Explain = false };
        return find.Run(newest, words.Language)
            .Http(found => Tagged.Text(SearchFeed.Of(newest, found, words, http.Origin()), SearchFeed.MediaType));
    }

    private static Words Reader(this WordBook book, HttpContext http) => book.In(ReaderLanguage.Of(http));

    private static string Origin(this HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";
}
