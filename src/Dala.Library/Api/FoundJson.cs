using System.Globalization;
using Dala.Library.Finding;
using Dala.Platform.Languages;
using Dala.Platform.Web;

namespace Dala.Library.Api;

/// <summary>One page of results with counts over all of them; <c>dala search --json</c> prints the same.</summary>
public sealed record FoundJson
{
    public required int Total { get; init; }
    public required IReadOnlyList<ItemJson> Items { get; init; }

    /// <summary>For each filter its values, the most frequent first.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetJson>> Facets { get; init; }

    /// <summary>The languages that came first, the dearest before the others.</summary>
    public required IReadOnlyList<string> Preferred { get; init; }

    /// <summary>The path and query that ask for the same again, whoever asks.</summary>
    public required string Self { get; init; }

    /// <summary>A likelier spelling of the question.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>True while the index is being made again, so that there may be more.</summary>
    public bool? Rebuilding { get; init; }

    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; init; }

    public static FoundJson Of(Find find, Found found, Concepts concepts, Words words)
    {
        var self = SearchAddress.Of(find, found.Preferred).With("size", find.Size.ToString(CultureInfo.InvariantCulture));
        return new FoundJson
        {
            Total = found.Total,
            Items = [.. found.Items.Select(item => ItemJson.Of(item, concepts, words))],
            Facets = found.Facets.ToDictionary(
                facet => facet.Key,
                facet => (IReadOnlyList<FacetJson>)[.. facet.Value.Select(count => FacetJson.Of(facet.Key, count, words))]
            ),
            Preferred = found.Preferred,
            Self = "/api/resources" + (find.After is null ? self : self.With(PageQuery.After, find.After)),
            DidYouMean = found.DidYouMean,
            Rebuilding = found.IsRebuilding ? true : null,
            Next = found.Next,
        };
    }
}

/// <summary>A value of a filter and its name in the reader's language.</summary>
/// <param name="Count">What there is with this value as the only one of its filter.</param>
/// <param name="Hits">How many of these results have it.</param>
public sealed record FacetJson(string Value, string Label, int Count, int Hits)
{
    public static FacetJson Of(string filter, Search.FacetCount count, Words words) =>
        new(count.Value, LibraryNames.Of(words, filter, count.Value).Value, count.Count, count.Hits);
}
