using System.Globalization;

namespace Dala.Standards.Books;

/// <summary>Writes one Markdown file of a book.</summary>
internal sealed class MarkdownPart(TextWriter page, Book book, Func<PictureKind, ReadOnlyMemory<byte>, string> pictureAddress)
{
    private bool lastMarkWasOther;

    public void Write(BookPart part, CancellationToken ct)
    {
        var language = part.Language ?? book.Language;
        FrontMatter(
            ("title", BookText.Title(part.Title)),
            ("lang", BookText.Tag(language)),
            ("dir", BookText.Direction(language)),
            ("license", part.Licence?.Label),
            ("license-uri", BookText.Address(part.Licence?.Address)),
            ("source", BookText.Address(part.Credit?.Source))
        );
        OpenDirection(language);
        page.WriteLine($"# {MarkdownText.Line(BookText.Title(part.Title))}\n");
        BookBlock? before = null;
        foreach (var block in ShownBlocks.Of(part))
        {
            ct.ThrowIfCancellationRequested();
            // Two lists of the same mark, one behind the other, would be one (CommonMark §5.3).
            Block(block, otherMark: before?.GetType() == block.GetType() && !lastMarkWasOther);
            before = block;
        }

        CloseDirection(language);
        Credit(part);
    }

    public void WriteSheet()
    {
        FrontMatter(
            ("title", BookText.Title(book.Sheet.Heading)),
            ("lang", BookText.Tag(book.Language)),
            ("dir", BookText.Direction(book.Language))
        );
        OpenDirection(book.Language);
        page.WriteLine($"# {MarkdownText.Line(BookText.Title(book.Sheet.Heading))}\n");
        Sentences(book.Sheet.Introduction);
        foreach (var (number, credit) in book.Sheet.Credits.Index())
            CreditLines(credit, string.Create(CultureInfo.InvariantCulture, $"{number + 1}. "), "");
        page.WriteLine();
        Sentences(book.Sheet.Notices);
        CloseDirection(book.Language);
    }

    public void FrontMatter(params ReadOnlySpan<(string Name, string? Value)> values)
    {
        page.WriteLine("---");
        foreach (var (name, value) in values)
        {
            if (!string.IsNullOrWhiteSpace(value))
                page.WriteLine($"{name}: {MarkdownText.Yaml(value)}");
        }

        page.WriteLine("---\n");
    }

    public void Sentences(IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences.Where(sentence => !string.IsNullOrWhiteSpace(sentence)))
            page.WriteLine($"{MarkdownText.Line(sentence)}\n");
    }

    /// <summary>Markdown has no direction of its own; without this mark, Arabic would stand at the wrong side.</summary>
    public void OpenDirection(string language)
    {
        if (BookText.IsRightToLeft(language))
            page.WriteLine($"<div lang=\"{BookText.Tag(language)}\" dir=\"rtl\">\n");
    }

    public void CloseDirection(string language)
    {
        if (BookText.IsRightToLeft(language))
            page.WriteLine("\n</div>\n");
    }

    private void Block(BookBlock block, bool otherMark)
    {
        lastMarkWasOther = otherMark;
        switch (block)
        {
            case BookBlock.Heading heading:
                page.WriteLine($"{new string('#', 1 + heading.Level)} {MarkdownText.Line(heading.Line)}\n");
                break;
            case BookBlock.Paragraph paragraph:
                foreach (var (number, line) in paragraph.Lines.Index())
                {
                    if (number > 0)
                        page.WriteLine('\\');
                    page.Write(MarkdownText.Line(line));
                }

                page.WriteLine("\n");
                break;
            case BookBlock.Bullets bullets:
                foreach (var item in bullets.Items)
                    page.WriteLine($"{(otherMark ? '*' : '-')} {MarkdownText.Line(item)}");
                page.WriteLine();
                break;
            case BookBlock.Steps steps:
                foreach (var (number, item) in steps.Items.Index())
                {
                    page.Write((steps.First + number).ToString(CultureInfo.InvariantCulture));
                    page.WriteLine($"{(otherMark ? ')' : '.')} {MarkdownText.Line(item)}");
                }

                page.WriteLine();
                break;
            case BookBlock.PageBreak:
                page.WriteLine("* * *\n");
                break;
            case BookBlock.Picture picture:
                Picture(picture);
                break;
            default:
                throw new NotSupportedException(block.GetType().Name);
        }
    }

    private void Picture(BookBlock.Picture picture)
    {
        if (PictureKind.Of(picture.Bytes.Span) is not { } kind)
        {
            Sentences([picture.AlternativeText]);
            return;
        }

        page.WriteLine($"![{MarkdownText.Inline(picture.AlternativeText)}]({pictureAddress(kind, picture.Bytes)})\n");
        if (picture.Credit is { } credit)
            page.WriteLine($"{Pieces(credit)}\n");
    }

    private void Credit(BookPart part)
    {
        if (part is { Credit: null, Licence: null, ChangeNote: null, IsOwnText: false })
            return;
        page.WriteLine("* * *\n");
        OpenDirection(book.Language);
        if (part.Credit is { } credit)
        {
            page.WriteLine($"{Label(book.Words.Credit)} {Pieces(credit)}\n");
            foreach (var ancestor in credit.Ancestors)
                CreditLines(ancestor, "- ", "");
            if (credit.Ancestors.Count > 0)
                page.WriteLine();
        }
        else if (part.IsOwnText)
            Sentences([book.Words.OwnText]);
        if (part.Licence is { } licence)
            page.WriteLine($"{Label(book.Words.PartLicence)} {MarkdownText.Run(licence.Label, licence.Address)}\n");
        if (!string.IsNullOrWhiteSpace(part.ChangeNote))
            page.WriteLine($"{Label(book.Words.Changes)} {MarkdownText.Inline(part.ChangeNote).Trim()}\n");
        CloseDirection(book.Language);
    }

    /// <summary>A credit as an item, and those that it stands on below, as deep as the text of the item.</summary>
    private void CreditLines(BookCredit credit, string mark, string indent)
    {
        page.WriteLine($"{indent}{mark}{Pieces(credit)}");
        foreach (var ancestor in credit.Ancestors)
            CreditLines(ancestor, "- ", indent + new string(' ', mark.Length));
    }

    private static string Pieces(BookCredit credit) =>
        MarkdownText.Line(new BookLine([.. credit.Pieces.Select(piece => new BookRun(piece.Text, piece.Address))]));

    private static string Label(string label) => $"**{MarkdownText.Line(label)}:**";
}
