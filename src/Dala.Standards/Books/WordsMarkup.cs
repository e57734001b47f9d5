namespace Dala.Standards.Books;

/// <summary>Writes words of a book: links, labels, sentences, and the marks of their language.</summary>
internal sealed class WordsMarkup(MarkupWriter writer, Book book)
{
    /// <summary>The attributes that mark words in another language than the book's; none where it is the same.</summary>
    public (string Name, string? Value)[] Language(string? language) =>
        language is null || language == book.Language ? [] : LanguageAttributes(language);

    public (string Name, string? Value)[] LanguageAttributes(string language) =>
        [
            ("lang", BookText.Tag(language)),
            ("xml:lang", writer.IsXml ? BookText.Tag(language) : null),
            ("dir", BookText.Direction(language)),
        ];

    public void Labelled(string label, string name, Action content)
    {
        writer.Open("p", ("class", name)).Open("span", ("class", "label")).Text(label).Close().Text(": ");
        content();
        writer.Close().Line();
    }

    public void Sentences(IEnumerable<string> sentences, string? name)
    {
        foreach (var sentence in sentences.Where(sentence => !string.IsNullOrWhiteSpace(sentence)))
            writer.Open("p", ("class", name)).Text(sentence).Close().Line();
    }

    public void Line(BookLine line)
    {
        foreach (var run in line.Runs)
            Run(run.Text, run.Address);
    }

    public void Run(string text, string? address, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (BookText.Address(address) is { } href)
            writer.Open("a", [("href", href), .. attributes]).Text(text).Close();
        else
            writer.Text(text);
    }
}
