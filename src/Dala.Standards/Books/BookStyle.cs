namespace Dala.Standards.Books;

/// <summary>The styles that travel inside the program.</summary>
internal static class BookStyle
{
    /// <summary>What EPUB and HTML share.</summary>
    public static string Book { get; } = Read("Books/book.css");

    /// <summary>For a book that is one page.</summary>
    public static string Page { get; } = Book + "\n" + Read("Books/page.css");

    private static string Read(string name)
    {
        using var reader = new StreamReader(EmbeddedData.Open(name));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
