namespace Dala.Standards.Books;

/// <summary>A kind of file that a book can be made into. The writers write front to back and wait for the stream: hand them a file.</summary>
public sealed record BookFormat(string Name, string Extension, string MediaType, Action<Book, Stream, CancellationToken> Write)
{
    public static BookFormat Epub { get; } = new("epub", ".epub", EpubBook.MediaType, EpubBook.Write);

    public static BookFormat Html { get; } = new("html", ".html", HtmlBook.MediaType, HtmlBook.Write);

    public static BookFormat Docx { get; } = new("docx", ".docx", DocxBook.MediaType, DocxBook.Write);

    public static BookFormat Markdown { get; } = new("markdown", ".zip", MarkdownBook.MediaType, MarkdownBook.Write);

    public static IReadOnlyList<BookFormat> All { get; } = [Epub, Html, Docx, Markdown];

    public static BookFormat? Named(string? name) => All.FirstOrDefault(format => format.Name == name);
}
