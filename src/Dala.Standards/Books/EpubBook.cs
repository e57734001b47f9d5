using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dala.Standards.Books;

/// <summary>Writes a book as EPUB 3.3: every part a file of its own, nothing that would have to be fetched.</summary>
public static class EpubBook
{
    public const string MediaType = "application/epub+zip";

    internal const string TitlePage = "title.xhtml";
    internal const string Contents = "contents.xhtml";
    internal const string Sheet = "credits.xhtml";
    internal const string Style = "book.css";

    private const string Container = """
        <?xml version="1.0" encoding="UTF-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
          <rootfiles>
            <rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/>
          </rootfiles>
        </container>

        """;

    public static void Write(Book book, Stream stream, CancellationToken ct)
    {
        var zip = new ZipWriter(stream);
        // A reader knows an EPUB by its first bytes, so the type stands first and as it is (OCF 3.3 §4.3).
        zip.Store("mimetype", Encoding.ASCII.GetBytes(MediaType));
        zip.Deflate("META-INF/container.xml", entry => entry.Write(Encoding.UTF8.GetBytes(Container)));
        zip.Deflate("EPUB/" + Style, entry => entry.Write(Encoding.UTF8.GetBytes(BookStyle.Book)));

        var files = new EpubFiles(zip, book);
        files.Page(TitlePage, "titlepage", book.Title, book.Language, page => page.TitlePage());
        files.Navigation();
        foreach (var (number, part) in book.Parts.Index())
            files.Page(PartName(number), "chapter", part.Title, part.Language ?? book.Language, page => page.Part(part, ct));
        files.Page(Sheet, "other-credits", book.Sheet.Heading, book.Language, page => page.Sheet());
        zip.Deflate("EPUB/book.opf", entry => EpubPackage.Write(book, files.Pictures, entry));
        zip.Finish();
    }

    internal static string PartName(int index) => string.Create(CultureInfo.InvariantCulture, $"part-{index + 1:000}.xhtml");
}

/// <summary>Writes the files of an EPUB and remembers the pictures that they show.</summary>
internal sealed class EpubFiles(ZipWriter zip, Book book)
{
    private readonly Dictionary<string, EpubPicture> known = [];
    private readonly List<EpubPicture> pictures = [];

    public IReadOnlyList<EpubPicture> Pictures => pictures;

    public void Page(string name, string kind, string title, string language, Action<BookMarkup> write)
    {
        var shown = new List<(EpubPicture Picture, ReadOnlyMemory<byte> Bytes)>();
        Xhtml(
            name,
            title,
            language,
            (writer, markup) =>
            {
                writer.Open("section", ("epub:type", kind)).Line();
                write(markup);
                writer.Close();
            },
            (kind, bytes) => Keep(kind, bytes, shown)
        );
        // A zip is written one entry after the other: a page's pictures follow it.
        foreach (var (picture, bytes) in shown)
            zip.Store("EPUB/" + picture.Name, bytes.Span);
    }

    public void Navigation() =>
        Xhtml(
            EpubBook.Contents,
            book.Words.Contents,
            book.Language,
            (writer, markup) =>
            {
                writer.Open("nav", ("epub:type", "toc"), ("id", "toc"), ("role", "doc-toc")).Line();
                writer.Open("h1").Text(BookText.Title(book.Words.Contents)).Close().Line();
                markup.Contents([
                    (book.Words.TitlePage, EpubBook.TitlePage, null),
                    .. book.Parts.Select((part, number) => (part.Title, EpubBook.PartName(number), part.Language)),
                    (book.Sheet.Heading, EpubBook.Sheet, null),
                ]);
                writer.Close().Line();
                Landmarks(writer);
            },
            (_, _) => throw new InvalidOperationException("A list of contents has no pictures.")
        );

    private void Landmarks(MarkupWriter writer)
    {
        writer.Open("nav", ("epub:type", "landmarks"), ("hidden", "hidden")).Open("ol").Line();
        Landmark("titlepage", EpubBook.TitlePage, book.Words.TitlePage);
        Landmark("toc", EpubBook.Contents, book.Words.Contents);
        if (book.Parts is [var first, ..])
            Landmark("bodymatter", EpubBook.PartName(0), first.Title);
        Landmark("other-credits", EpubBook.Sheet, book.Sheet.Heading);
        writer.Close().Close().Line();

        void Landmark(string kind, string address, string title) =>
            writer
                .Open("li")
                .Open("a", ("epub:type", kind), ("href", address))
                .Text(BookText.Title(title))
                .Close()
                .Close()
                .Line();
    }

    private void Xhtml(
        string name,
        string title,
        string language,
        Action<MarkupWriter, BookMarkup> write,
        Func<PictureKind, ReadOnlyMemory<byte>, string> pictureAddress
    ) =>
        zip.Deflate(
            "EPUB/" + name,
            entry =>
            {
                using var text = new StreamWriter(entry, bufferSize: 1 << 16);
                var writer = new MarkupWriter(text, xml: true);
                var markup = new BookMarkup(writer, book, pictureAddress) { PartLevel = 1 };
                writer.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n");
                writer.Open(
                    "html",
                    [
                        ("xmlns", "http://www.w3.org/1999/xhtml"),
                        ("xmlns:epub", "http://www.idpf.org/2007/ops"),
                        .. markup.LanguageAttributes(language),
                    ]
                );
                writer.Line().Open("head").Line();
                writer.Void("meta", ("charset", "utf-8")).Line();
                writer.Open("title").Text(BookText.Title(title)).Close().Line();
                writer.Void("link", ("rel", "stylesheet"), ("type", "text/css"), ("href", EpubBook.Style)).Line();
                writer.Close().Line().Open("body").Line();
                write(writer, markup);
                writer.Line().Close().Line().Close().Line();
            }
        );

    private string Keep(PictureKind kind, ReadOnlyMemory<byte> bytes, List<(EpubPicture, ReadOnlyMemory<byte>)> shown)
    {
        var hash = Convert.ToHexString(SHA256.HashData(bytes.Span));
        if (!known.TryGetValue(hash, out var picture))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"picture-{pictures.Count + 1:000}");
            picture = new EpubPicture(id, $"pictures/{id}.{kind.Extension}", kind.MediaType);
            known.Add(hash, picture);
            pictures.Add(picture);
            shown.Add((picture, bytes));
        }

        return picture.Name;
    }
}

/// <summary>A picture as the package lists it.</summary>
internal sealed record EpubPicture(string Id, string Name, string MediaType);
