namespace Dala.Search;

/// <summary>What a person asks of the index.</summary>
public sealed record SearchQuery
{
    /// <summary>
    /// Words that must all occur, each in any field; <c>"a phrase"</c>, within one value; <c>begin*</c>; <c>-without</c>.
    /// Text without a word finds everything. No text is an error: what is malformed is read in the kindest way.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>For each facet field the values of which a document must have one. A field without values does not filter.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    public SearchOrder Order { get; init; }

    /// <summary><see cref="SearchResult.Next"/> of the page before.</summary>
    public string? After { get; init; }

    public int Size { get; init; } = 20;

    /// <summary>The facet fields to count.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>How many values of a facet to list, the most frequent first; values that are filtered by are listed in any case.</summary>
    public int FacetSize { get; init; } = 20;

    /// <summary>BCP 47 tags, the dearest first: a document that matches in a text of these ranks a little higher.</summary>
    public IReadOnlyList<string> PreferredLanguages { get; init; } = [];
}

/// <summary>What comes first; ties go by key.</summary>
public enum SearchOrder
{
    Relevance,
    Newest,
    Title,
}
