using Dala.Standards.Books;

namespace Dala.Library.Crediting;

/// <summary>A sentence of a credit without its full stop.</summary>
public sealed record CreditSentence(IReadOnlyList<CreditPiece> Pieces)
{
    // "Who is there?" and "Public domain in the USA." end by themselves.
    public bool EndsByItself =>
        string.Concat(Pieces.Select(piece => piece.Text)).TrimEnd() is [.., var last] && ".?!。؟".Contains(last);
}
