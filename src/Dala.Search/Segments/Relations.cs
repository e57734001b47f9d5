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
        Span<char> room = stackalloc char[2 * Keys.Longest];
        var ofWord = Keys.Of(word, room[..Keys.Longest]);
        ofWord.AddTo(ref sink, SearchLanguage.Unknown);
        for (; languages != 0; languages &= languages - 1)
        {
            var language = (byte)BitOperations.TrailingZeroCount(languages);
            var length = Stemmer.Stem(word, language, stem);
            sink.Add(MatchLevel.Form, language, stem[..length]);
            if (word.SequenceEqual(stem[..length]))
            {
                ofWord.AddTo(ref sink, language);
                continue;
            }

            var ofStem = Keys.Of(stem[..length], room[Keys.Longest..]);
            ofStem.AddTo(ref sink, language);
            if (length >= TellingStem)
                ofStem.AddTo(ref sink, SearchLanguage.Unknown);
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

    /// <summary>The script keys of a word, of which most have one.</summary>
    /// <remarks>
    /// A whole word is the same word in any language; a short stem only in its own: the Kazakh "my horse" (атом) is no English "at".
    /// </remarks>
    private readonly ref struct Keys(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        /// <summary>Room for both.</summary>
        public const int Longest = 2 * ScriptKey.Longest;

        private readonly ReadOnlySpan<char> _first = first;
        private readonly ReadOnlySpan<char> _second = second;

        public static Keys Of(ReadOnlySpan<char> word, Span<char> room)
        {
            var first = room[..ScriptKey.Longest];
            var second = room[ScriptKey.Longest..];
            first = first[..ScriptKey.Of(word, first)];
            return new(first, first.Length > 0 ? second[..ScriptKey.Second(word, second)] : []);
        }

        public void AddTo<TSink>(ref TSink sink, byte language)
            where TSink : IRelationSink
        {
            if (_first.Length > 0)
                sink.Add(MatchLevel.Script, language, _first);
            if (_second.Length > 0)
                sink.Add(MatchLevel.Script, language, _second);
        }
    }

    private readonly ref struct Parts<TSink>(ref TSink sink, byte language) : IPartSink
        where TSink : IRelationSink
    {
        private readonly ref TSink _sink = ref sink;

        public void Add(scoped ReadOnlySpan<char> stem, scoped ReadOnlySpan<char> other) =>
            _sink.Add(MatchLevel.Part, language, stem);
    }
}
