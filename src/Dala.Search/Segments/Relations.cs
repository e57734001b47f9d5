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
        Span<char> keys = stackalloc char[2 * ScriptKey.Longest];
        var last = 0;
        AddKeys(word, keys, ref last, ref sink);
        for (; languages != 0; languages &= languages - 1)
        {
            var language = (byte)BitOperations.TrailingZeroCount(languages);
            var length = Stemmer.Stem(word, language, stem);
            sink.Add(MatchLevel.Form, language, stem[..length]);
            AddKeys(stem[..length], keys, ref last, ref sink);
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

    // Languages often agree on a stem, and then on its key: what was added just before is not added again.
    private static void AddKeys<TSink>(ReadOnlySpan<char> word, Span<char> keys, ref int last, ref TSink sink)
        where TSink : IRelationSink
    {
        var other = keys[ScriptKey.Longest..];
        var length = ScriptKey.Of(word, other);
        if (length == 0 || other[..length].SequenceEqual(keys[..last]))
            return;
        sink.Add(MatchLevel.Script, 0, other[..length]);
        other[..length].CopyTo(keys);
        last = length;
        length = ScriptKey.Second(word, other);
        if (length > 0)
            sink.Add(MatchLevel.Script, 0, other[..length]);
    }

    private readonly ref struct Parts<TSink>(ref TSink sink, byte language) : IPartSink
        where TSink : IRelationSink
    {
        private readonly ref TSink _sink = ref sink;

        public void Add(scoped ReadOnlySpan<char> stem, scoped ReadOnlySpan<char> other) =>
            _sink.Add(MatchLevel.Part, language, stem);
    }
}
