using System.Globalization;
using System.Security.Cryptography;

namespace Dala.Standards.Books;

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
                        .. markup.Words.LanguageAttributes(language),
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
