using System.Globalization;

namespace Dala.Standards.Books;

/// <summary>
/// Writes the pieces of a book that EPUB and HTML have in common: title page, contents, parts, sheet. Every change of language carries
/// <c>lang</c> and <c>dir</c>.
/// </summary>
/// <param name="pictureAddress">Keeps a picture and says where it is found from the text.</param>
internal sealed class BookMarkup(MarkupWriter writer, Book book, Func<PictureKind, ReadOnlyMemory<byte>, string> pictureAddress)
{
    private readonly WordsMarkup words = new(writer, book);
    private readonly CreditMarkup credits = new(writer, new WordsMarkup(writer, book), book);

    public WordsMarkup Words => words;

    /// <summary>The level of heading below which parts stand: 1 where a part is a file of its own.</summary>
    public required int PartLevel { get; init; }

    public void TitlePage()
    {
        writer.Open("h1").Text(BookText.Title(book.Title)).Close().Line();
        if (book.Creators.Count > 0)
            writer.Open("p", ("class", "creators")).Text(string.Join(" · ", book.Creators)).Close().Line();
        words.Sentences([book.Description ?? ""], "description");
        if (book.Licence is { } licence)
            words.Labelled(book.Words.Licence, "licence", () => credits.LicenceLink(licence));
        words.Sentences(book.Notices, "notice");
    }

    public void Part(BookPart part, CancellationToken ct)
    {
        Heading(PartLevel, part.Title);
        foreach (var block in ShownBlocks.Of(part))
        {
            ct.ThrowIfCancellationRequested();
            Block(block);
        }

        credits.OfPart(part);
    }

    public void Sheet()
    {
        Heading(PartLevel, book.Sheet.Heading);
        words.Sentences(book.Sheet.Introduction, null);
        if (book.Sheet.Credits.Count > 0)
        {
            writer.Open("ol", ("class", "credits")).Line();
            foreach (var credit in book.Sheet.Credits)
                credits.Item(credit);
            writer.Close().Line();
        }

        words.Sentences(book.Sheet.Notices, "notice");
    }

    /// <summary>The list of contents: a name and an address for each entry.</summary>
    public void Contents(IEnumerable<(string Title, string Address, string? Language)> entries)
    {
        writer.Open("ol").Line();
        foreach (var (title, address, language) in entries)
            writer
                .Open("li")
                .Open("a", [("href", address), .. words.Language(language)])
                .Text(BookText.Title(title))
                .Close()
                .Close()
                .Line();
        writer.Close().Line();
    }

    private void Block(BookBlock block)
    {
        switch (block)
        {
            case BookBlock.Heading heading:
                writer.Open(Name(PartLevel + heading.Level));
                words.Line(heading.Line);
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
            words.Line(line);
        }

        writer.Close().Line();
    }

    private void Items(string list, string? first, IReadOnlyList<BookLine> items)
    {
        writer.Open(list, ("start", first)).Line();
        foreach (var item in items)
        {
            writer.Open("li");
            words.Line(item);
            writer.Close().Line();
        }

        writer.Close().Line();
    }

    private void Picture(BookBlock.Picture picture)
    {
        if (PictureKind.Of(picture.Bytes.Span) is not { } kind)
        {
            words.Sentences([picture.AlternativeText], "picture");
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
            writer.Open("figcaption", words.LanguageAttributes(book.Language)).Open("span", CreditMarkup.Subject(credit));
            credits.Pieces(credit);
            writer.Close().Close();
        }

        writer.Close().Line();
    }

    private static string Name(int level) => "h" + Math.Min(level, 6).ToString(CultureInfo.InvariantCulture);
}
