namespace Dala.Standards.Books;

/// <summary>The styles that travel inside the program.</summary>
internal static class BookStyle
{
    /// <summary>What EPUB and HTML share.</summary>
    public static string Book { get; } = Read("Books/book.css");

    private static string Read(string name)
    {
        using var reader = new StreamReader(EmbeddedData.Open(name));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
