using Dala.Library.Finding;
using Dala.Platform.Languages;

namespace Dala.Library.Api;

/// <summary>One page of results with counts over all of them; <c>dala search --json</c> prints the same.</summary>
/// <param name="Facets">For each filter its values, the most frequent first.</param>
/// <param name="Next">The cursor of the next page.</param>
public sealed record FoundJson(
    int Total,
    IReadOnlyList<ItemJson> Items,
    IReadOnlyDictionary<string, IReadOnlyList<FacetJson>> Facets,
    string? Next
)
{
    public static FoundJson Of(Found found, Words words) =>
        new(
            found.Total,
            [.. found.Items.Select(item => ItemJson.Of(item.Summary, item.Passage))],
            found.Facets.ToDictionary(
                facet => facet.Key,
                facet =>
                    (IReadOnlyList<FacetJson>)
                        [
                            .. facet.Value.Select(count => new FacetJson(
                                count.Value,
                                LibraryNames.Of(words, facet.Key, count.Value).Value,
                                count.Count
                            )),
                        ]
            ),
            found.Next
        );
}

/// <summary>A value of a filter, its name in the reader's language and how many results have it.</summary>
public sealed record FacetJson(string Value, string Label, int Count);
