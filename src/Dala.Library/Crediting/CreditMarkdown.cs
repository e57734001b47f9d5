using System.Text;
using Dala.Platform.Languages;
using Dala.Standards.Books;

namespace Dala.Library.Crediting;

/// <summary>A credit as Markdown (CommonMark): a paragraph, and a list of the works it was made from.</summary>
public static class CreditMarkdown
{
    // What CommonMark lets a backslash stand before (0.31, 2.4), as far as it means something inside a line.
    private const string Signs = "\\`*_{}[]<>()#+-!|~&";

    public static string Of(Credit credit, Words words)
    {
        var text = new StringBuilder(Line(credit, words));
        if (credit.Ancestors.Count > 0)
            text.Append('\n');
        foreach (var ancestor in credit.Ancestors)
            text.Append("\n- ").Append(Escaped(CreditText.BasedOn(words))).Append(' ').Append(Line(ancestor, words));
        return text.ToString();
    }

    private static string Line(Credit credit, Words words) =>
        string.Concat(CreditText.Pieces(credit, words).Select(piece => Piece(piece, words)));

    private static string Piece(CreditPiece piece, Words words)
    {
        if (piece.Role == CreditRole.Words)
            return Escaped(piece.Text);
        var text = Escaped(words.Say(piece.Text));
        // Between < and > an address may hold brackets; line breaks and < > it cannot hold, being encoded.
        return piece.Address is { } address ? $"[{text}](<{address}>)" : text;
    }

    /// <summary>A text that comes out as it is.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            if (Signs.Contains(letter))
                escaped.Append('\\');
            escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
