using System.Text;
using System.Text.Encodings.Web;
using Dala.Platform.Languages;
using Dala.Standards.Books;

namespace Dala.Library.Crediting;

/// <summary>A credit as HTML that says to machines what it says to people (RDFa 1.1 with the terms of ccREL, https://www.w3.org/submissions/ccREL/).</summary>
public static class CreditHtml
{
    private const string Prefixes =
        "dcterms: http://purl.org/dc/terms/ cc: http://creativecommons.org/ns# schema: https://schema.org/";

    public static string Of(Credit credit, Words words)
    {
        var html = new StringBuilder();
        html.Append("<div lang=\"").Append(words.Language).Append("\" dir=\"").Append(words.Direction).Append('"');
        html.Append(" prefix=\"").Append(Prefixes).Append('"').Append(Resource(credit)).Append('>');
        Work(html, credit, words);
        foreach (var ancestor in credit.Ancestors)
        {
            html.Append("\n<p rel=\"schema:isBasedOn\">").Append(Text(CreditText.BasedOn(words))).Append(" <span");
            html.Append(Resource(ancestor)).Append('>');
            Sentences(html, ancestor, words);
            html.Append("</span></p>");
        }

        return html.Append("\n</div>").ToString();
    }

    private static void Work(StringBuilder html, Credit credit, Words words)
    {
        html.Append("\n<p>");
        Sentences(html, credit, words);
        html.Append("</p>");
    }

    private static void Sentences(StringBuilder html, Credit credit, Words words)
    {
        foreach (var piece in CreditText.Pieces(credit, words))
            Piece(html, piece, words);
    }

    private static void Piece(StringBuilder html, CreditPiece piece, Words words)
    {
        if (piece.Role == CreditRole.Words)
        {
            html.Append(Text(piece.Text));
            return;
        }

        var (element, attributes) = piece.Role switch
        {
            CreditRole.Title => (piece.Address is null ? "cite" : "a", " property=\"dcterms:title\""),
            CreditRole.Author => ("span", " property=\"cc:attributionName\""),
            CreditRole.Licence when piece.Address is not null => ("a", " rel=\"license\""),
            CreditRole.Source when piece.Address is not null => ("a", " rel=\"dcterms:source\""),
            CreditRole.Change => ("span", " property=\"schema:description\""),
            _ => ("span", ""),
        };
        html.Append('<').Append(element).Append(attributes);
        if (element == "a")
            html.Append(" href=\"").Append(Text(piece.Address!)).Append('"');
        if (piece.Language is { } language && language != words.Language)
            html.Append(" lang=\"").Append(Text(language)).Append("\" dir=\"").Append(TextDirection.Of(language)).Append('"');
        else
            html.Append(" dir=\"auto\"");
        html.Append('>').Append(Text(piece.Text)).Append("</").Append(element).Append('>');
    }

    private static string Resource(Credit credit) => credit.Url is { } url ? $" resource=\"{Text(url)}\"" : "";

    private static string Text(string text) => Readable.Encode(text);

    // Letters of every script as they are: what is pasted should be legible to whoever mends it later.
    private static readonly HtmlEncoder Readable = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
}
