using System.Globalization;

namespace Dala.Standards.Books;

/// <summary>
/// Writes the pieces of a book that EPUB and HTML have in common. Credits carry RDFa (cc:, dcterms:, schema: and skos: are known without
/// being declared: RDFa Core initial context), licences <c>rel="license"</c>, and every change of language <c>lang</c> and <c>dir</c>.
/// </summary>
/// <param name="pictureAddress">Keeps a picture and says where it is found from the text.</param>
internal sealed class BookMarkup(MarkupWriter writer, Book book, Func<PictureKind, ReadOnlyMemory<byte>, string> pictureAddress)
{
    /// <summary>The level of heading below which parts stand: 1 where a part is a file of its own.</summary>
    public required int PartLevel { get; init; }

    public void TitlePage()
    {
        writer.Open("h1").Text(BookText.Title(book.Title)).Close().Line();
        if (book.Creators.Count > 0)
            writer.Open("p", ("class", "creators")).Text(string.Join(" · ", book.Creators)).Close().Line();
        Sentences([book.Description ?? ""], "description");
        if (book.Licence is { } licence)
            Labelled(book.Words.Licence, "licence", () => LicenceLink(licence));
        Sentences(book.Notices, "notice");
    }

    public void Part(BookPart part, CancellationToken ct)
    {
        Heading(PartLevel, part.Title);
        foreach (var block in ShownBlocks.Of(part))
        {
            ct.ThrowIfCancellationRequested();
            Block(block);
        }

        PartCredit(part);
    }

    public void Sheet()
    {
        Heading(PartLevel, book.Sheet.Heading);
        Sentences(book.Sheet.Introduction, null);
        if (book.Sheet.Credits.Count > 0)
        {
            writer.Open("ol", ("class", "credits")).Line();
            foreach (var credit in book.Sheet.Credits)
                CreditItem(credit);
            writer.Close().Line();
        }

        Sentences(book.Sheet.Notices, "notice");
    }

    /// <summary>The list of contents: a name and an address for each entry.</summary>
    public void Contents(IEnumerable<(string Title, string Address, string? Language)> entries)
    {
        writer.Open("ol").Line();
        foreach (var (title, address, language) in entries)
            writer
                .Open("li")
                .Open("a", [("href", address), .. Language(language)])
                .Text(BookText.Title(title))
                .Close()
                .Close()
                .Line();
        writer.Close().Line();
    }

    /// <summary>The attributes that mark words in another language than the book's; none where it is the same.</summary>
    public (string Name, string? Value)[] Language(string? language) =>
        language is null || language == book.Language ? [] : LanguageAttributes(language);

    public (string Name, string? Value)[] LanguageAttributes(string language) =>
        [
            ("lang", BookText.Tag(language)),
            ("xml:lang", writer.IsXml ? BookText.Tag(language) : null),
            ("dir", BookText.Direction(language)),
        ];

    private void Block(BookBlock block)
    {
        switch (block)
        {
            case BookBlock.Heading heading:
                writer.Open(Name(PartLevel + heading.Level));
                Line(heading.Line);
                writer.Close().Line();
                break;
            case BookBlock.Paragraph paragraph:
                Lines(paragraph.Lines);
                break;
            case BookBlock.Bullets bullets:
                Items("ul", null, bullets.Items);
                break;
            case BookBlock.Steps steps:
                Items("ol", steps.First == 1 ? null : steps.First.ToString(CultureInfo.InvariantCulture), steps.Items);
                break;
            case BookBlock.PageBreak:
                writer.Void("hr").Line();
                break;
            case BookBlock.Picture picture:
                Picture(picture);
                break;
            default:
                throw new NotSupportedException(block.GetType().Name);
        }
    }

    private void Heading(int level, string title) => writer.Open(Name(level)).Text(BookText.Title(title)).Close().Line();

    private void Lines(IReadOnlyList<BookLine> lines)
    {
        writer.Open("p");
        foreach (var (number, line) in lines.Index())
        {
            if (number > 0)
                writer.Void("br").Line();
            Line(line);
        }

        writer.Close().Line();
    }

    private void Items(string list, string? first, IReadOnlyList<BookLine> items)
    {
        writer.Open(list, ("start", first)).Line();
        foreach (var item in items)
        {
            writer.Open("li");
            Line(item);
            writer.Close().Line();
        }

        writer.Close().Line();
    }

    private void Picture(BookBlock.Picture picture)
    {
        if (PictureKind.Of(picture.Bytes.Span) is not { } kind)
        {
            Sentences([picture.AlternativeText], "picture");
            return;
        }

        writer
            .Open("figure")
            .Void(
                "img",
                ("src", pictureAddress(kind, picture.Bytes)),
                ("alt", picture.AlternativeText),
                ("width", kind.Width.ToString(CultureInfo.InvariantCulture)),
                ("height", kind.Height.ToString(CultureInfo.InvariantCulture))
            );
        if (picture.Credit is { } credit)
        {
            writer.Open("figcaption", LanguageAttributes(book.Language)).Open("span", Subject(credit));
            Pieces(credit);
            writer.Close().Close();
        }

        writer.Close().Line();
    }

    /// <summary>Stands beside the work, in the book's language: who made it, under which licence it is, what was changed.</summary>
    private void PartCredit(BookPart part)
    {
        if (part is { Credit: null, Licence: null, ChangeNote: null, IsOwnText: false })
            return;
        writer.Open("div", [("class", "credit"), .. LanguageAttributes(book.Language), .. Subject(part.Credit)]).Line();
        if (part.Credit is { } credit)
        {
            Labelled(book.Words.Credit, "source", () => Pieces(credit));
            Ancestors(credit);
        }
        else if (part.IsOwnText)
            Sentences([book.Words.OwnText], "source");
        if (part.Licence is { } licence)
            Labelled(book.Words.PartLicence, "licence", () => LicenceLink(licence));
        if (!string.IsNullOrWhiteSpace(part.ChangeNote))
            Labelled(
                book.Words.Changes,
                "changes",
                () => writer.Open("span", ("property", "skos:changeNote")).Text(part.ChangeNote).Close()
            );
        writer.Close().Line();
    }

    private void CreditItem(BookCredit credit, string? property = null)
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
            CreditItem(ancestor, "schema:isBasedOn");
        writer.Close().Line();
    }

    private static (string Name, string? Value)[] Subject(BookCredit? credit) =>
        credit is null ? [] : [("typeof", "cc:Work"), ("resource", BookText.Address(credit.Source))];

    private void Pieces(BookCredit credit)
    {
        foreach (var piece in credit.Pieces)
        {
            switch (piece.Role)
            {
                case CreditRole.Title:
                    writer.Open("cite", [("property", "dcterms:title"), .. Language(piece.Language)]);
                    Run(piece.Text, piece.Address);
                    writer.Close();
                    break;
                case CreditRole.Author:
                    writer.Open("span", [("property", "cc:attributionName"), .. Language(piece.Language)]);
                    Run(piece.Text, piece.Address);
                    writer.Close();
                    break;
                case CreditRole.Change:
                    writer.Open("span", [("property", "skos:changeNote"), .. Language(piece.Language)]);
                    Run(piece.Text, piece.Address);
                    writer.Close();
                    break;
                case CreditRole.Source:
                    Run(piece.Text, piece.Address, ("property", "cc:attributionURL"));
                    break;
                case CreditRole.Licence:
                    LicenceLink(new BookLicence(piece.Text, piece.Address));
                    break;
                default:
                    Run(piece.Text, piece.Address);
                    break;
            }
        }
    }

    private void LicenceLink(BookLicence licence) =>
        Run(licence.Label, licence.Address, ("rel", "license"), ("property", "cc:license"));

    private void Labelled(string label, string name, Action content)
    {
        writer.Open("p", ("class", name)).Open("span", ("class", "label")).Text(label).Close().Text(": ");
        content();
        writer.Close().Line();
    }

    private void Sentences(IEnumerable<string> sentences, string? name)
    {
        foreach (var sentence in sentences.Where(sentence => !string.IsNullOrWhiteSpace(sentence)))
            writer.Open("p", ("class", name)).Text(sentence).Close().Line();
    }

    private void Line(BookLine line)
    {
        foreach (var run in line.Runs)
            Run(run.Text, run.Address);
    }

    private void Run(string text, string? address, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (BookText.Address(address) is { } href)
            writer.Open("a", [("href", href), .. attributes]).Text(text).Close();
        else
            writer.Text(text);
    }

    private static string Name(int level) => "h" + Math.Min(level, 6).ToString(CultureInfo.InvariantCulture);
}
