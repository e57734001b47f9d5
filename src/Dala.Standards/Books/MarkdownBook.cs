using System.Globalization;
using System.Security.Cryptography;

namespace Dala.Standards.Books;

/// <summary>
/// Writes a book as a zip of Markdown: <c>README.md</c> with the title page and the contents, a file for each part, <c>CREDITS.md</c>, and
/// the pictures. The metadata stand before each text as YAML.
/// </summary>
public static class MarkdownBook
{
    public const string MediaType = "application/zip";

    public static void Write(Book book, Stream stream, CancellationToken ct)
    {
        var zip = new ZipWriter(stream);
        var names = Names(book);
        Page(zip, "README.md", page => TitlePage(page, book, names));
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (part, name) in book.Parts.Zip(names))
        {
            var shown = new List<(string Name, ReadOnlyMemory<byte> Bytes)>();
            Page(
                zip,
                name,
                page => new MarkdownPart(page, book, (kind, bytes) => Keep(known, shown, kind, bytes)).Write(part, ct)
            );
            foreach (var (picture, bytes) in shown)
                zip.Store(picture, bytes.Span);
        }

        Page(zip, "CREDITS.md", page => new MarkdownPart(page, book, (_, _) => "").WriteSheet());
        zip.Finish();
    }

    private static List<string> Names(Book book)
    {
        var digits = Math.Max(2, book.Parts.Count.ToString(CultureInfo.InvariantCulture).Length);
        return
        [
            .. book.Parts.Select(
                (part, number) =>
                {
                    var order = (number + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
                    return MarkdownText.FileName(part.Title) is { Length: > 0 } name ? $"{order}-{name}.md" : $"{order}.md";
                }
            ),
        ];
    }

    private static void Page(ZipWriter zip, string name, Action<TextWriter> write) =>
        zip.Deflate(
            name,
            entry =>
            {
                using var page = new StreamWriter(entry, bufferSize: 1 << 16) { NewLine = "\n" };
                write(page);
            }
        );

    private static void TitlePage(TextWriter page, Book book, List<string> names)
    {
        var text = new MarkdownPart(page, book, (_, _) => "");
        text.FrontMatter(
            ("title", BookText.Title(book.Title)),
            ("lang", BookText.Tag(book.Language)),
            ("dir", BookText.Direction(book.Language)),
            ("identifier", book.Identifier),
            ("date", BookText.Moment(book.Modified)),
            ("author", string.Join(", ", book.Creators)),
            ("description", book.Description),
            ("license", book.Licence?.Label),
            ("license-uri", BookText.Address(book.Licence?.Address))
        );
        text.OpenDirection(book.Language);
        page.WriteLine($"# {MarkdownText.Line(BookText.Title(book.Title))}\n");
        text.Sentences([string.Join(" · ", book.Creators), book.Description ?? ""]);
        if (book.Licence is { } licence)
            page.WriteLine($"**{MarkdownText.Line(book.Words.Licence)}:** {MarkdownText.Run(licence.Label, licence.Address)}\n");
        text.Sentences(book.Notices);
        page.WriteLine($"## {MarkdownText.Line(BookText.Title(book.Words.Contents))}\n");
        foreach (var (part, name) in book.Parts.Zip(names))
            page.WriteLine($"- [{MarkdownText.Inline(BookText.Title(part.Title))}]({name})");
        page.WriteLine($"- [{MarkdownText.Inline(BookText.Title(book.Sheet.Heading))}](CREDITS.md)");
        text.CloseDirection(book.Language);
    }

    private static string Keep(
        Dictionary<string, string> known,
        List<(string, ReadOnlyMemory<byte>)> shown,
        PictureKind kind,
        ReadOnlyMemory<byte> bytes
    )
    {
        var hash = Convert.ToHexString(SHA256.HashData(bytes.Span));
        if (!known.TryGetValue(hash, out var name))
        {
            name = string.Create(CultureInfo.InvariantCulture, $"pictures/{known.Count + 1:000}.{kind.Extension}");
            known.Add(hash, name);
            shown.Add((name, bytes));
        }

        return name;
    }
}
