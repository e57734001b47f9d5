using System.Numerics;
using Dala.Search.Analysis;

namespace Dala.Search.Segments;

/// <summary>Takes what a word has in common with others.</summary>
internal interface IRelationSink
{
    /// <summary>A stem, a key or a part.</summary>
    /// <param name="language">The language in which it is so; 0 where that does not matter.</param>
    /// <param name="common">Valid during the call.</param>
    void Add(MatchLevel level, byte language, scoped ReadOnlySpan<char> common);
}

/// <summary>What words have in common: a stem in a language, a script key in any, a part of a compound.</summary>
internal static class Relations
{
    // From about here on a stem is hardly ever that of another word in another language: Пушкина, Pushkin.
    private const int TellingStem = 5;

    /// <summary>By what a term of an index can be found, which stands in texts of the given languages.</summary>
    public static void OfTerm<TSink>(ReadOnlySpan<char> term, ulong languages, ref TSink sink)
        where TSink : IRelationSink
    {
        OfWord(term, languages, ref sink);
        AddSecondStem(term, languages, ref sink);
        for (; languages != 0; languages &= languages - 1)
        {
            var language = (byte)BitOperations.TrailingZeroCount(languages);
            if (!Compounds.HasLanguage(language))
                continue;
            var parts = new Parts<TSink>(ref sink, language);
            Compounds.Parts(term, language, ref parts);
        }
    }

    /// <summary>What a word of a query, which may be of any of the given languages, looks for.</summary>
    public static void OfWord<TSink>(ReadOnlySpan<char> word, ulong languages, ref TSink sink)
        where TSink : IRelationSink
    {
        Span<char> stem = stackalloc char[Stemmer.Longest];
        AddKeys(word, SearchLanguage.Unknown, ref sink);
        for (; languages != 0; languages &= languages - 1)
        {
            var language = (byte)BitOperations.TrailingZeroCount(languages);
            var length = Stemmer.Stem(word, language, stem);
            sink.Add(MatchLevel.Form, language, stem[..length]);
            AddKeys(stem[..length], language, ref sink);
            if (length >= TellingStem)
                AddKeys(stem[..length], SearchLanguage.Unknown, ref sink);
        }
    }

    private static void AddSecondStem<TSink>(ReadOnlySpan<char> term, ulong languages, ref TSink sink)
        where TSink : IRelationSink
    {
        if ((languages & SearchLanguage.Bit(SearchLanguage.Arabic)) == 0)
            return;
        Span<char> stem = stackalloc char[Stemmer.Longest];
        var length = Stemmer.Second(term, SearchLanguage.Arabic, stem);
        if (length > 0)
            sink.Add(MatchLevel.Form, SearchLanguage.Arabic, stem[..length]);
    }

    // A whole word is the same word in any language; a short stem only in its own: the Kazakh "my horse" (атом) is no English "at".
    private static void AddKeys<TSink>(ReadOnlySpan<char> word, byte language, ref TSink sink)
        where TSink : IRelationSink
    {
        Span<char> key = stackalloc char[ScriptKey.Longest];
        var length = ScriptKey.Of(word, key);
        if (length == 0)
            return;
        sink.Add(MatchLevel.Script, language, key[..length]);
        length = ScriptKey.Second(word, key);
        if (length > 0)
            sink.Add(MatchLevel.Script, language, key[..length]);
    }

    private readonly ref struct Parts<TSink>(ref TSink sink, byte language) : IPartSink
        where TSink : IRelationSink
    {
        private readonly ref TSink _sink = ref sink;

        public void Add(scoped ReadOnlySpan<char> stem, scoped ReadOnlySpan<char> other) =>
            _sink.Add(MatchLevel.Part, language, stem);
    }
}
