using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dala.Standards.Books;

/// <summary>Writes a book as one HTML file that holds everything and asks nobody for anything: its own policy forbids it to.</summary>
public static class HtmlBook
{
    public const string MediaType = "text/html; charset=utf-8";

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(BookStyle.Page)));

    public static void Write(Book book, Stream stream, CancellationToken ct)
    {
        using var text = new StreamWriter(stream, bufferSize: 1 << 16, leaveOpen: true);
        var writer = new MarkupWriter(text, xml: false);
        var markup = new BookMarkup(writer, book, DataAddress) { PartLevel = 2 };
        writer.Raw("<!DOCTYPE html>\n");
        writer.Open("html", markup.Words.LanguageAttributes(book.Language)).Line();
        Head(book, writer);
        writer.Open("body").Line();
        writer.Open("header", ("id", "title")).Line();
        markup.TitlePage();
        writer.Close().Line();
        Contents(book, writer, markup);
        writer.Open("main").Line();
        foreach (var (number, part) in book.Parts.Index())
            Section(PartId(number), markup.Words.Language(part.Language), () => markup.Part(part, ct));
        Section("credits", [], markup.Sheet);
        writer.Close().Line().Close().Line().Close().Line();

        void Section(string id, (string, string?)[] language, Action write)
        {
            writer.Open("section", [("id", id), .. language]).Line();
            write();
            writer.Close().Line();
        }
    }

    private static void Head(Book book, MarkupWriter writer)
    {
        var policy = $"default-src 'none'; style-src 'sha256-{StyleHash}'; img-src data:; base-uri 'none'; form-action 'none'";
        writer.Open("head").Line();
        writer.Void("meta", ("charset", "utf-8")).Line();
        writer.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", policy)).Line();
        writer.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line();
        writer.Open("title").Text(BookText.Title(book.Title)).Close().Line();
        foreach (var creator in book.Creators)
            writer.Void("meta", ("name", "author"), ("content", creator)).Line();
        if (!string.IsNullOrWhiteSpace(book.Description))
            writer.Void("meta", ("name", "description"), ("content", book.Description)).Line();
        writer.Void("meta", ("name", "dcterms.identifier"), ("content", book.Identifier)).Line();
        var modified = BookText.Moment(book.Modified);
        writer.Void("meta", ("name", "dcterms.modified"), ("content", modified)).Line();
        if (BookText.Address(book.Licence?.Address) is { } licence)
            writer.Void("link", ("rel", "license"), ("href", licence)).Line();
        // The style is ours and holds nothing to escape; its hash in the policy is taken of these very bytes.
        writer.Open("style").Raw(BookStyle.Page).Close().Line();
        writer.Close().Line();
    }

    private static void Contents(Book book, MarkupWriter writer, BookMarkup markup)
    {
        writer.Open("nav", ("aria-labelledby", "contents")).Line();
        writer.Open("h2", ("id", "contents")).Text(BookText.Title(book.Words.Contents)).Close().Line();
        markup.Contents([
            .. book.Parts.Select((part, number) => (part.Title, "#" + PartId(number), part.Language)),
            (book.Sheet.Heading, "#credits", null),
        ]);
        writer.Close().Line();
    }

    private static string DataAddress(PictureKind kind, ReadOnlyMemory<byte> bytes) =>
        $"data:{kind.MediaType};base64,{Convert.ToBase64String(bytes.Span)}";

    private static string PartId(int index) => string.Create(CultureInfo.InvariantCulture, $"part-{index + 1}");
}
