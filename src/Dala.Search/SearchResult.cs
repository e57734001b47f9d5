namespace Dala.Search;

/// <summary>One page of hits, and counts over all of them.</summary>
public sealed record SearchResult
{
    public required int Total { get; init; }

    public required IReadOnlyList<SearchHit> Items { get; init; }

    /// <summary>
    /// For each field asked for, exact counts over all hits, most frequent first. The count beside a value is the total of the same query with that
    /// value as the field's only filter: where the field has no filter, of hits with the value; where it has one, as if its own filter were off.
    /// </summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets { get; init; }

    /// <summary>The cursor of the next page; null on the last.</summary>
    public string? Next { get; init; }
}

/// <summary>A document that was found.</summary>
public readonly record struct SearchHit(string Key, float Score);

/// <summary>A value of a facet and how many hits have it.</summary>
public readonly record struct FacetCount(string Value, int Count);

/// <summary>A completion: a whole title with its document's key, or a single word without one.</summary>
public readonly record struct Suggestion(string Text, string? Key);
