using Dala.Platform;
using Dala.Search;

namespace Dala.Library.Finding;

/// <summary>What a person asks for; the page, the API, the feed and the command line all send this.</summary>
public sealed record Find
{
    /// <summary>Words, <c>"a phrase"</c>, <c>begin*</c>, <c>about~</c>, <c>-without</c>, <c>title:word</c>.</summary>
    public string Text { get; init; } = "";

    /// <summary>Values by the names of <see cref="LibraryIndex.Facets"/>: any of a field's values, all of the fields.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// The licences that go together with what somebody has gathered, as the index names them; null where that is not asked. Not part of a search's address:
    /// what is in a basket is nobody else's business.
    /// </summary>
    public IReadOnlyList<string>? Mixable { get; init; }

    /// <summary>Whether one of the words is enough.</summary>
    public bool Any { get; init; }

    /// <summary>Whether words are found only as they are typed.</summary>
    public bool Exact { get; init; }

    /// <summary>The first day of a date range.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of a date range.</summary>
    public DateOnly? To { get; init; }

    /// <summary>BCP 47 tags of the languages that come first, the dearest first; null for the language of whoever reads.</summary>
    public IReadOnlyList<string>? Preferred { get; init; }

    /// <summary>Whether each result says why it was found.</summary>
    public bool Explain { get; init; }
    public SearchOrder Order { get; init; }
    public string? After { get; init; }
    public int Size { get; init; } = 20;

    /// <summary>How many values of a facet are counted; none where nobody looks at them.</summary>
    public int FacetSize { get; init; } = 60;
}

/// <summary>What was found.</summary>
public sealed record Found
{
    public required int Total { get; init; }
    public required IReadOnlyList<FoundResource> Items { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets { get; init; }

    /// <summary>The languages that came first.</summary>
    public required IReadOnlyList<string> Preferred { get; init; }

    /// <summary>A likelier spelling of the question.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>Whether the index is being made again, so that there may be more.</summary>
    public bool IsRebuilding { get; init; }

    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; init; }
}

/// <summary>One resource in a list of results, with the passage in which the words of the question stand.</summary>
/// <param name="Why">How it met the question, if that was asked.</param>
public sealed record FoundResource(ResourceSummary Summary, MarkedText Title, MarkedText? Passage, Explanation? Why);

/// <summary>Finds resources by words and filters, and reads from the store what is shown of them.</summary>
public sealed class FindResources(LibraryIndex index, Concepts concepts, ListedResources listed, RecentAnswers recent)
{
    /// <summary>Letters of a passage under a result.</summary>
    private const int PassageLength = 240;

    public Outcome<Found> Run(Find find, string language)
    {
        try
        {
            return recent.Of(find, language, () => Ask(find, language));
        }
        catch (BadCursorException)
        {
            return LibraryProblems.BadCursor;
        }
    }

    /// <summary>How many there are, and nothing else.</summary>
    public int Count(Find find, string language) =>
        index.Current.Search(QueryOf(find with { Size = 0, FacetSize = 0, After = null, Explain = false }, language)).Total;

    /// <summary>What the index is asked.</summary>
    public SearchQuery QueryOf(Find find, string language) =>
        new()
        {
            Text = find.Text,
            Filters = FiltersOf(find),
            Any = find.Any,
            Furthest = find.Exact ? MatchLevel.Same : MatchLevel.Near,
            // Whoever asks for the very word does not ask for what it means.
            Equivalents = find.Exact ? [] : concepts.In(find.Text),
            // A day 0 is no date: it is neither before nor after another.
            DateFrom = find.From?.DayNumber ?? (find.To is null ? null : 1),
            DateTo = find.To?.DayNumber,
            Explain = find.Explain,
            Order = find.Order,
            After = find.After,
            Size = find.Size,
            Facets = find.FacetSize > 0 ? LibraryIndex.Facets : [],
            FacetSize = find.FacetSize,
            PreferredLanguages = find.Preferred ?? [language],
        };

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> FiltersOf(Find find) =>
        find.Mixable is null
            ? find.Filters
            : new Dictionary<string, IReadOnlyList<string>>(find.Filters) { [LibraryIndex.Licence] = find.Mixable };

    private Found Ask(Find find, string language)
    {
        var query = QueryOf(find, language);
        var result = index.Current.Search(query);
        var ids = result.Items.Select(hit => Guid.Parse(hit.Key)).ToList();
        var shown = listed.Of(ids, language);
        var items = new List<FoundResource>(ids.Count);
        for (var place = 0; place < ids.Count; place++)
        {
            if (shown.TryGetValue(ids[place], out var resource))
                items.Add(Marked(resource, result.Highlighter, result.Items[place].Why));
        }

        return new Found
        {
            Total = result.Total,
            Items = items,
            Facets = result.Facets,
            Preferred = query.PreferredLanguages,
            DidYouMean = result.DidYouMean,
            IsRebuilding = index.IsRebuilding,
            Next = result.Next,
        };
    }

    private static FoundResource Marked(ListedResource resource, Highlighter highlighter, Explanation? why)
    {
        MarkedText? passage = null;
        foreach (var text in resource.Texts)
        {
            var marked = MarkedText.Of(highlighter, text, PassageLength);
            passage ??= marked;
            if (marked.Marks.Count == 0)
                continue;
            passage = marked;
            break;
        }

        return new FoundResource(resource.Summary, MarkedText.Of(highlighter, resource.Title, int.MaxValue), passage, why);
    }
}
