using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Dala.Standards.Books;

/// <summary>Writes the text of a Word document: title page, contents, parts, sheet.</summary>
internal sealed class DocxBody(DocxWriter writer, DocxNumbering numbering, Book book)
{
    private const string SheetPlace = "credits";

    /// <summary>The deepest level that the lists have.</summary>
    private const int Deepest = 8;

    public void Write(CancellationToken ct)
    {
        writer.Open(new Document());
        writer.Open(new Body());
        TitlePage();
        Contents();
        foreach (var (number, part) in book.Parts.Index())
            Part(part, PartPlace(number), ct);
        Sheet();
        var page = new SectionProperties(
            new PageSize { Width = 11906, Height = 16838 }, // A4 in twentieths of a point
            new PageMargin
            {
                Top = 1440,
                Right = 1440,
                Bottom = 1440,
                Left = 1440,
                Header = 720,
                Footer = 720,
                Gutter = 0,
            }
        );
        if (BookText.IsRightToLeft(book.Language))
            page.AppendChild(new BiDi());
        writer.Write(page);
        writer.Close();
        writer.Close();
    }

    private void TitlePage()
    {
        Simple("Title", BookText.Title(book.Title), book.Language);
        Simple("Subtitle", string.Join(" · ", book.Creators), book.Language);
        Simple(null, book.Description, book.Language);
        if (book.Licence is { } licence)
            Labelled(book.Words.Licence, null, () => writer.Link(licence.Label, licence.Address, book.Language));
        foreach (var notice in book.Notices)
            Simple(null, notice, book.Language);
    }

    private void Contents()
    {
        Simple("TOCHeading", BookText.Title(book.Words.Contents), book.Language);
        foreach (var (number, part) in book.Parts.Index())
            Entry(part.Title, PartPlace(number), part.Language);
        Entry(book.Sheet.Heading, SheetPlace, null);

        void Entry(string title, string place, string? language)
        {
            writer.OpenParagraph("TOC1", book.Language);
            writer.Jump(BookText.Title(title), place, language ?? book.Language);
            writer.Close();
        }
    }

    private void Part(BookPart part, string place, CancellationToken ct)
    {
        var language = part.Language ?? book.Language;
        Heading(part.Title, place, language);
        foreach (var block in ShownBlocks.Of(part))
        {
            ct.ThrowIfCancellationRequested();
            Block(block, language);
        }

        Credit(part);
    }

    private void Sheet()
    {
        Heading(book.Sheet.Heading, SheetPlace, book.Language);
        foreach (var sentence in book.Sheet.Introduction)
            Simple(null, sentence, book.Language);
        if (book.Sheet.Credits.Count > 0)
        {
            var list = numbering.Numbers(1);
            foreach (var credit in book.Sheet.Credits)
                Item(credit, list, 0);
        }

        foreach (var notice in book.Sheet.Notices)
            Simple(null, notice, book.Language);
    }

    private void Heading(string title, string place, string language)
    {
        writer.OpenParagraph("Heading1", language);
        writer.Place(place);
        writer.Text(BookText.Title(title), language);
        writer.Close();
    }

    private void Block(BookBlock block, string language)
    {
        switch (block)
        {
            case BookBlock.Heading heading:
                Lines(string.Create(CultureInfo.InvariantCulture, $"Heading{1 + heading.Level}"), [heading.Line], language);
                break;
            case BookBlock.Paragraph paragraph:
                Lines(null, paragraph.Lines, language);
                break;
            case BookBlock.Bullets bullets:
                foreach (var item in bullets.Items)
                    Lines("ListBullet", [item], language, (DocxNumbering.Bullets, 0));
                break;
            case BookBlock.Steps steps:
                var list = numbering.Numbers(steps.First);
                foreach (var item in steps.Items)
                    Lines("ListNumber", [item], language, (list, 0));
                break;
            case BookBlock.PageBreak:
                Simple("PageEnd", "⁂", language);
                break;
            case BookBlock.Picture picture:
                Picture(picture, language);
                break;
            default:
                throw new NotSupportedException(block.GetType().Name);
        }
    }

    private void Lines(string? style, IReadOnlyList<BookLine> lines, string language, (int List, int Level)? item = null)
    {
        writer.OpenParagraph(style, language, item);
        foreach (var (number, line) in lines.Index())
        {
            if (number > 0)
                writer.Break();
            foreach (var run in line.Runs)
                writer.Link(run.Text, run.Address, language);
        }

        writer.Close();
    }

    private void Picture(BookBlock.Picture picture, string language)
    {
        if (PictureKind.Of(picture.Bytes.Span) is not { } kind)
        {
            Simple(null, picture.AlternativeText, language);
            return;
        }

        writer.OpenParagraph(null, language);
        writer.Picture(kind, picture.Bytes, picture.AlternativeText);
        writer.Close();
        if (picture.Credit is not { } credit)
            return;
        writer.OpenParagraph("Credit", book.Language);
        Pieces(credit);
        writer.Close();
    }

    private void Credit(BookPart part)
    {
        if (part.Credit is { } credit)
        {
            Labelled(book.Words.Credit, "Credit", () => Pieces(credit));
            foreach (var ancestor in credit.Ancestors)
                Item(ancestor, DocxNumbering.Bullets, 0);
        }
        else if (part.IsOwnText)
            Simple("Credit", book.Words.OwnText, book.Language);
        if (part.Licence is { } licence)
            Labelled(book.Words.PartLicence, "Credit", () => writer.Link(licence.Label, licence.Address, book.Language));
        if (!string.IsNullOrWhiteSpace(part.ChangeNote))
            Labelled(book.Words.Changes, "Credit", () => writer.Text(part.ChangeNote, book.Language));
    }

    private void Item(BookCredit credit, int list, int level)
    {
        writer.OpenParagraph("Credit", book.Language, (list, Math.Min(level, Deepest)));
        Pieces(credit);
        writer.Close();
        foreach (var ancestor in credit.Ancestors)
            Item(ancestor, DocxNumbering.Bullets, level + 1);
    }

    private void Pieces(BookCredit credit)
    {
        foreach (var piece in credit.Pieces)
            writer.Link(piece.Text, piece.Address, piece.Language ?? book.Language);
    }

    private void Labelled(string label, string? style, Action content)
    {
        writer.OpenParagraph(style, book.Language);
        writer.Text(label + ": ", book.Language, bold: true);
        content();
        writer.Close();
    }

    private void Simple(string? style, string? text, string language)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        writer.OpenParagraph(style, language);
        writer.Text(text, language);
        writer.Close();
    }

    private static string PartPlace(int index) => string.Create(CultureInfo.InvariantCulture, $"part_{index + 1}");
}
