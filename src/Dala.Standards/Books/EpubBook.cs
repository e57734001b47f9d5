using System.Globalization;
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
