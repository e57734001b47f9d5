using Dala.Library.Api;
using Dala.Library.Baskets;
using Dala.Library.Sources;
using Dala.Platform;
using Dala.Platform.Languages;
using Dala.Platform.Settings;
using Dala.Platform.Web;
using Dala.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dala.Library.Finding;

/// <summary>The way in, and the lists of results: for people, for programs and as a feed.</summary>
internal static class FindRoutes
{
    /// <summary>Suggestions under a search field.</summary>
    private const int Suggestions = 10;

    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder api, IEndpointRouteBuilder root)
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
                    MixableLicences mixables,
                    SettingValues settings,
                    WordBook book,
                    HttpContext http,
                    CancellationToken ct
                ) =>
                {
                    var words = book.Reader(http);
                    var sources = await titles.Run(ct);
                    var mixable = asked.IsMix ? await mixables.Run(asked.Basket, ct) : null;
                    return Search(asked, find, settings, words, http, mixable, explain: true)
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

        // Without a language it comes in the reader's, and names the address at which it always does.
        root.MapGet("/resources.atom", Feed).Open().ExcludeFromDescription();

        api.MapGet(
                "/resources",
                async (
                    [AsParameters] SearchParameters asked,
                    FindResources find,
                    Concepts concepts,
                    MixableLicences mixables,
                    SettingValues settings,
                    WordBook book,
                    HttpContext http,
                    CancellationToken ct
                ) =>
                {
                    var words = book.Reader(http);
                    var mixable = asked.IsMix ? await mixables.Run(asked.Basket, ct) : null;
                    return Search(asked, find, settings, words, http, mixable)
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
    }

    /// <summary>The one way from an address to results, for the page, the feed and the API.</summary>
    private static Outcome<(Find Find, Found Found)> Search(
        SearchParameters asked,
        FindResources find,
        SettingValues settings,
        Words words,
        HttpContext http,
        IReadOnlyList<string>? mixable,
        bool explain = false
    )
    {
        var read = asked.Read(http.Request.Query.Keys, settings.Get(LibrarySettings.PageSize));
        if (read.Problem is { } wrong)
            return wrong;
        var asking = read.Value with { Mixable = mixable, Explain = explain || read.Value.Explain };
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
}
