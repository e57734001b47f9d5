using Dala.Search.Analysis;

namespace Dala.Search;

/// <summary>Tells which words are forms of one, as the index does.</summary>
public static class WordForms
{
    /// <summary>What the forms of a word have in common: to compare by, not always a word; the folded word where the language has no stems.</summary>
    /// <param name="language">The BCP 47 tag of the language that the word is in.</param>
    public static string Stem(string word, string language)
    {
        var sink = new Sink(SearchLanguage.Of(language));
        Words.Read(Folding.Compose(word), WordUse.Index, sink.Language, 0, ref sink);
        return sink.Stem;
    }

    // Of l’atome comes atome after the whole.
    private struct Sink(byte language) : IWordSink
    {
        public byte Language => language;

        public string Stem { get; private set; } = "";

        public void Add(ReadOnlySpan<char> form, int position, int start, int end)
        {
            Span<char> stem = stackalloc char[Stemmer.Longest];
            Stem = stem[..Stemmer.Stem(form, language, stem)].ToString();
        }
    }
}
