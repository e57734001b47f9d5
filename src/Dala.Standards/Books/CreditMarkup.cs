namespace Dala.Standards.Books;

/// <summary>
/// Writes credits with RDFa (cc:, dcterms:, schema: and skos: are known without being declared: RDFa Core initial context); licences also
/// with <c>rel="license"</c>.
/// </summary>
internal sealed class CreditMarkup(MarkupWriter writer, WordsMarkup words, Book book)
{
    /// <summary>Stands beside the work, in the book's language: who made it, under which licence it is, what was changed.</summary>
    public void OfPart(BookPart part)
    {
        if (part is { Credit: null, Licence: null, ChangeNote: null, IsOwnText: false })
            return;
        writer.Open("div", [("class", "credit"), .. words.LanguageAttributes(book.Language), .. Subject(part.Credit)]).Line();
        if (part.Credit is { } credit)
        {
            words.Labelled(book.Words.Credit, "source", () => Pieces(credit));
            Ancestors(credit);
        }
        else if (part.IsOwnText)
            words.Sentences([book.Words.OwnText], "source");
        if (part.Licence is { } licence)
            words.Labelled(book.Words.PartLicence, "licence", () => LicenceLink(licence));
        if (!string.IsNullOrWhiteSpace(part.ChangeNote))
            words.Labelled(
                book.Words.Changes,
                "changes",
                () => writer.Open("span", ("property", "skos:changeNote")).Text(part.ChangeNote).Close()
            );
        writer.Close().Line();
    }

    public void Item(BookCredit credit, string? property = null)
    {
        writer.Open("li", [("property", property), .. Subject(credit)]);
        Pieces(credit);
        Ancestors(credit);
        writer.Close().Line();
    }

    private void Ancestors(BookCredit credit)
    {
        if (credit.Ancestors.Count == 0)
            return;
        writer.Line().Open("ul", ("class", "ancestors")).Line();
        foreach (var ancestor in credit.Ancestors)
            Item(ancestor, "schema:isBasedOn");
        writer.Close().Line();
    }

    /// <summary>What the properties inside an element speak of: a work, known by where it is from; never the book around it.</summary>
    public static (string Name, string? Value)[] Subject(BookCredit? credit) =>
        [("typeof", "cc:Work"), ("resource", BookText.Address(credit?.Source))];

    public void Pieces(BookCredit credit)
    {
        foreach (var piece in credit.Pieces)
        {
            switch (piece.Role)
            {
                case CreditRole.Title:
                    writer.Open("cite", [("property", "dcterms:title"), .. words.Language(piece.Language)]);
                    words.Run(piece.Text, piece.Address);
                    writer.Close();
                    break;
                case CreditRole.Author:
                    writer.Open("span", [("property", "cc:attributionName"), .. words.Language(piece.Language)]);
                    words.Run(piece.Text, piece.Address);
                    writer.Close();
                    break;
                case CreditRole.Change:
                    writer.Open("span", [("property", "skos:changeNote"), .. words.Language(piece.Language)]);
                    words.Run(piece.Text, piece.Address);
                    writer.Close();
                    break;
                case CreditRole.Source:
                    words.Run(piece.Text, piece.Address, ("property", "cc:attributionURL"));
                    break;
                case CreditRole.Licence:
                    LicenceLink(new BookLicence(piece.Text, piece.Address));
                    break;
                default:
                    words.Run(piece.Text, piece.Address);
                    break;
            }
        }
    }

    public void LicenceLink(BookLicence licence) =>
        words.Run(licence.Label, licence.Address, ("rel", "license"), ("property", "cc:license"));
}
