namespace Dala.Search;

/// <summary>What the index needs to know of one document.</summary>
public sealed record IndexDocument
{
    public required string Key { get; init; }

    public IReadOnlyList<IndexText> Texts { get; init; } = [];

    public IReadOnlyList<IndexFacet> Facets { get; init; } = [];

    /// <summary>What <see cref="SearchOrder.Newest"/> goes by, in any unit.</summary>
    public long Date { get; init; }

    /// <summary>What is sorted by and suggested; it is not searched unless it is among the texts.</summary>
    public string Title { get; init; } = "";

    /// <summary>The language by whose rules the title is sorted, as a BCP 47 tag.</summary>
    public string? TitleLanguage { get; init; }
}

/// <summary>One value of a text field, in a language by its BCP 47 tag if that is known.</summary>
public sealed record IndexText(string Field, string Value, string? Language = null);

/// <summary>One value of a field that is filtered by and counted.</summary>
public sealed record IndexFacet(string Field, string Value);

/// <summary>One step in the life of a document.</summary>
public abstract record IndexChange
{
    private IndexChange() { }

    public abstract string Key { get; }

    /// <summary>The document is new, or takes the place of the one with its key.</summary>
    public sealed record Put(IndexDocument Document) : IndexChange
    {
        public override string Key => Document.Key;
    }

    /// <summary>The document is gone; an unknown key changes nothing.</summary>
    public sealed record Remove(string GoneKey) : IndexChange
    {
        public override string Key => GoneKey;
    }
}
