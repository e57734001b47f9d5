namespace Dala.Standards.Books;

/// <summary>
/// A book made from several works, each under its own licence. It holds words that are ready to be read: whoever makes it has put
/// the credits and the furniture into the reader's language. The same book always gives the same bytes.
/// </summary>
public sealed record Book
{
    /// <summary>A name that no other book has: <c>urn:uuid:…</c>.</summary>
    public required string Identifier { get; init; }

    public required string Title { get; init; }

    /// <summary>The language of the book's own words (BCP 47); parts may have others.</summary>
    public required string Language { get; init; }

    /// <summary>Who put the book together; the authors of its parts are named in their credits.</summary>
    public IReadOnlyList<string> Creators { get; init; } = [];

    public string? Description { get; init; }

    /// <summary>When the book was last changed; never the moment of writing the file, which would differ each time.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>The licence of the book as a whole; none for a collection in which only the parts have licences.</summary>
    public BookLicence? Licence { get; init; }

    /// <summary>Sentences for the title page, such as that this is a collection, or what it may not be used for.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    public required IReadOnlyList<BookPart> Parts { get; init; }

    public required BookSheet Sheet { get; init; }

    public required BookWords Words { get; init; }
}

/// <summary>A licence as it is shown and linked: <c>CC BY 4.0</c> and its address, if it has one.</summary>
public sealed record BookLicence(string Label, string? Address);

/// <summary>One work, or the maker's own text, as a chapter.</summary>
public sealed record BookPart
{
    public required string Title { get; init; }

    /// <summary>The language of the part (BCP 47), or null for that of the book.</summary>
    public string? Language { get; init; }

    public required IReadOnlyList<BookBlock> Blocks { get; init; }

    /// <summary>Who made it and where it is from; null for the maker's own text.</summary>
    public BookCredit? Credit { get; init; }

    /// <summary>The part's own licence, which stays with it whatever the book's is.</summary>
    public BookLicence? Licence { get; init; }

    /// <summary>What was changed in this book, in words.</summary>
    public string? ChangeNote { get; init; }

    /// <summary>Written by the maker of the book for the book.</summary>
    public bool IsOwnText { get; init; }
}

/// <summary>The page of all credits, in the order of the parts.</summary>
public sealed record BookSheet
{
    public required string Heading { get; init; }

    /// <summary>Sentences before the list.</summary>
    public IReadOnlyList<string> Introduction { get; init; } = [];

    public required IReadOnlyList<BookCredit> Credits { get; init; }

    /// <summary>Sentences behind the list: disclaimers that a licensor asks for, or that this is no legal advice.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}

/// <summary>The few words of a book that are neither a title nor a text, in the book's language.</summary>
public sealed record BookWords
{
    /// <summary>Over the list of parts: “Contents”.</summary>
    public required string Contents { get; init; }

    /// <summary>The name of the first page in the list of contents: “Title page”.</summary>
    public required string TitlePage { get; init; }

    /// <summary>Before the book's licence: “Licence of this book”.</summary>
    public required string Licence { get; init; }

    /// <summary>Before a part's licence: “Licence of this part”.</summary>
    public required string PartLicence { get; init; }

    /// <summary>Before the credit at the end of a part: “Source”.</summary>
    public required string Credit { get; init; }

    /// <summary>Before a change note: “Changes”.</summary>
    public required string Changes { get; init; }

    /// <summary>What stands in place of a credit under the maker's own text.</summary>
    public required string OwnText { get; init; }

    /// <summary>What a book says of its accessibility in a sentence, for its metadata; left out when empty.</summary>
    public string? Accessibility { get; init; }
}
