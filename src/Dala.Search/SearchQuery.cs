namespace Dala.Search;

/// <summary>What a person asks of the index.</summary>
public sealed record SearchQuery
{
    /// <summary>
    /// Words that must all occur, each in any field; <c>"a phrase"</c>, within one value; <c>begin*</c>; <c>about~</c>; <c>-without</c>;
    /// <c>title:word</c> in one field. Text without a word finds everything. No text is an error: what is malformed is read in the kindest way,
    /// and what stands beyond 10,000 characters or 64 clauses is not looked at.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>For each facet field the values of which a document must have one. A field without values does not filter.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whether one of the words is enough.</summary>
    public bool Any { get; init; }

    /// <summary>How far from what was typed a word may be found.</summary>
    public MatchLevel Furthest { get; init; } = MatchLevel.Near;

    /// <summary>What else meets some words of the text: documents that have a value of a facet field.</summary>
    public IReadOnlyList<Equivalent> Equivalents { get; init; } = [];

    /// <summary>The least <see cref="IndexDocument.Date"/> of a hit.</summary>
    public long? DateFrom { get; init; }

    /// <summary>The greatest <see cref="IndexDocument.Date"/> of a hit.</summary>
    public long? DateTo { get; init; }

    /// <summary>Whether each hit of the page says why it was found.</summary>
    public bool Explain { get; init; }

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

/// <summary>Words of a query that name something which documents have as a value of a facet field: <c>algebra</c>, subject 0541.</summary>
/// <param name="Words">As they stand in the query; all of them together are met by the value.</param>
public sealed record Equivalent(string Words, string Field, string Value);

/// <summary>How a word of a document is like a word of a query, the nearest first; each ranks below the one before.</summary>
public enum MatchLevel
{
    /// <summary>The same letters, but for case, accents and forms of characters.</summary>
    Same,

    /// <summary>Another form of the word in the text's language: <c>kitoblar</c> for <c>kitob</c>.</summary>
    Form,

    /// <summary>The same in another script, or with letters that a keyboard lacks: <c>китоб</c>, <c>казак</c> for <c>қазақ</c>.</summary>
    Script,

    /// <summary>A part of a compound: <c>skolbibliotek</c> for <c>bibliotek</c>.</summary>
    Part,

    /// <summary>No word, but a value that means the same (<see cref="Equivalent"/>).</summary>
    Meaning,

    /// <summary>A word that differs by a letter or two; only where nothing nearer is known, or <c>about~</c> asks for it.</summary>
    Near,
}
