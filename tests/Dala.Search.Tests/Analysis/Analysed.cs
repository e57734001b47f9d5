using Dala.Search.Analysis;

namespace Dala.Search.Tests.Analysis;

/// <summary>What the analysis makes of words, as lists that tests can compare.</summary>
internal static class Analysed
{
    public static IReadOnlyList<string> Forms(string text, string? language, WordUse use = WordUse.Index) =>
        [.. Words(text, language, use).Select(word => word.Form)];

    public static IReadOnlyList<(string Form, int Position)> Words(string text, string? language, WordUse use)
    {
        var sink = new Sink([]);
        Dala.Search.Analysis.Words.Read(Folding.Compose(text), use, SearchLanguage.Of(language), 0, ref sink);
        return sink.Found;
    }

    public static string Stem(string word, string language)
    {
        Span<char> stem = stackalloc char[Stemmer.Longest];
        return new string(stem[..Stemmer.Stem(Forms(word, language)[0], SearchLanguage.Of(language), stem)]);
    }

    /// <summary>The keys of a word, one or two; none for a word of another script.</summary>
    public static IReadOnlyList<string> Keys(string word, string? language)
    {
        var form = Forms(word, language)[0];
        Span<char> key = stackalloc char[ScriptKey.Longest];
        var first = new string(key[..ScriptKey.Of(form, key)]);
        var second = new string(key[..ScriptKey.Second(form, key)]);
        return [.. new[] { first, second }.Where(found => found.Length > 0)];
    }

    private readonly struct Sink(List<(string, int)> found) : IWordSink
    {
        public List<(string Form, int Position)> Found => found;

        public void Add(ReadOnlySpan<char> form, int position, int start, int end) => found.Add((form.ToString(), position));
    }
}
