using System.Text;
using Dala.Platform.Languages;
using Dala.Standards.Books;

namespace Dala.Library.Crediting;

/// <summary>A credit as plain text: one line for the work, one for each work it was made from.</summary>
public static class CreditPlain
{
    public static string Of(Credit credit, Words words)
    {
        var text = new StringBuilder(Line(credit, words));
        foreach (var ancestor in credit.Ancestors)
            text.Append('\n').Append(CreditText.BasedOn(words)).Append(' ').Append(Line(ancestor, words));
        return text.ToString();
    }

    private static string Line(Credit credit, Words words) =>
        string.Concat(CreditText.Pieces(credit, words).Select(piece => Piece(piece, words)));

    // A place on the web is written out: on paper nobody can follow a link. What runs the other way is isolated, or it would reorder the line.
    private static string Piece(CreditPiece piece, Words words) =>
        piece.Role switch
        {
            CreditRole.Words => piece.Text,
            CreditRole.Source or CreditRole.Licence when piece.Address is { } address && address != piece.Text =>
                $"{words.Say(piece.Text)} ({words.Say(address)})",
            _ => words.Say(piece.Text),
        };
}
