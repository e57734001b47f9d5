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

    /// <summary>The text of the query with the words that are found nowhere, or next to nowhere, replaced by likely ones; null if there is no better.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>Marks in any text the words by which the query was met.</summary>
    public required Highlighter Highlighter { get; init; }

    /// <summary>The cursor of the next page; null on the last.</summary>
    public string? Next { get; init; }
}

/// <summary>A document that was found.</summary>
/// <param name="Why">How the words of the query met it, if that was asked.</param>
public readonly record struct SearchHit(string Key, float Score, Explanation? Why = null);

/// <summary>Why a document was found and what its score is made of.</summary>
/// <param name="Preference">What the scores of the words together are multiplied by for the reader's languages.</param>
public sealed record Explanation(float Score, IReadOnlyList<WordMatch> Words, float Preference);

/// <summary>How one word, phrase or equivalent of a query met a document.</summary>
/// <param name="Asked">As it stands in the query.</param>
/// <param name="Found">The folded word in the document, or the value of an <see cref="Equivalent"/>.</param>
/// <param name="Fields">The text fields, or the facet field, it was found in.</param>
/// <param name="Score">Its part of the document's score.</param>
public sealed record WordMatch(string Asked, string Found, MatchLevel Level, IReadOnlyList<string> Fields, float Score);

/// <summary>A value of a facet and how many hits have it.</summary>
/// <param name="Count">With the filter on the value's own field off, so that one sees what widening would bring.</param>
/// <param name="Hits">With all filters on: of the hits of the query.</param>
public readonly record struct FacetCount(string Value, int Count, int Hits);

/// <summary>A completion: a whole title with its document's key, or a single word without one.</summary>
public readonly record struct Suggestion(string Text, string? Key);
