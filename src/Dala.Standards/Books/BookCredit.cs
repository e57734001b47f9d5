namespace Dala.Standards.Books;

/// <summary>What a piece of a credit says, for programs that read it.</summary>
public enum CreditRole
{
    /// <summary>The words between.</summary>
    Words,
    Title,
    Author,
    Source,
    Licence,
    Change,
}

/// <summary>A piece of a worded credit: its text, what it says, and where it leads.</summary>
public sealed record CreditPiece(string Text, CreditRole Role = CreditRole.Words, string? Address = null)
{
    /// <summary>The language of the piece, where it is not that of the book: a title is in the language of the work.</summary>
    public string? Language { get; init; }
}

/// <summary>
/// A credit as it reads in the reader's language, in pieces that know what they say: “<c>Title</c>” by <c>Author</c>, <c>Licence</c>.
/// </summary>
public sealed record BookCredit
{
    public required IReadOnlyList<CreditPiece> Pieces { get; init; }

    /// <summary>The credits of what this work is made from, nearest first; each may have its own.</summary>
    public IReadOnlyList<BookCredit> Ancestors { get; init; } = [];

    /// <summary>The address by which programs know the work: where it is from.</summary>
    public string? Source =>
        Pieces.FirstOrDefault(piece => piece.Role == CreditRole.Source && piece.Address is not null)?.Address;

    /// <summary>The credit and, before those that they stand on, all its ancestors.</summary>
    public IEnumerable<BookCredit> WithAncestors() => Ancestors.SelectMany(ancestor => ancestor.WithAncestors()).Prepend(this);

    public override string ToString() => string.Concat(Pieces.Select(piece => piece.Text));
}
