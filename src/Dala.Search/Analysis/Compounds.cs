using System.Buffers;
using System.Collections.Frozen;

namespace Dala.Search.Analysis;

/// <summary>Takes the parts of a compound, one by one.</summary>
internal interface IPartSink
{
    /// <summary>A part and its neighbour.</summary>
    /// <param name="stem">Of the part, in the language of the compound; valid during the call, as the other is.</param>
    /// <param name="other">What stands beside the part, as it is written.</param>
    void Add(scoped ReadOnlySpan<char> stem, scoped ReadOnlySpan<char> other);
}

/// <summary>
/// The words by which a German or Swedish compound may be found: <c>skolbibliotek</c> by <c>bibliotek</c> and by <c>skola</c>.
/// </summary>
/// <remarks>
/// There is no lexicon here. Every cut is offered where one word can end and another begin by the sounds of the language, and a query, which is
/// a real word, picks the right one (the other way round from Koehn and Knight, "Empirical methods for compound splitting", 2003, who ask the
/// corpus first). Long words from Latin and Greek are cut less freely, since a nation is no part of a combination.
/// </remarks>
internal static class Compounds
{
    private const int ShortestWord = 6;
    private const int ShortestLeft = 3;
    private const int ShortestRight = 3;
    private const int ShortestLearnedRight = 8;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyäöüå");

    private static readonly string[] LearnedEndings =
    [
        "tion",
        "tionen",
        "tioner",
        "sion",
        "sionen",
        "sioner",
        "ität",
        "itäten",
        "itet",
        "iteten",
        "iteter",
        "ismus",
        "ism",
        "ismen",
        "logie",
        "logi",
        "login",
        "grafie",
        "grafi",
        "metrie",
        "metri",
        "isch",
        "ische",
        "ischen",
        "isk",
        "iska",
        "iskt",
        "tiv",
        "tiva",
        "enz",
        "ens",
        "ment",
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Derivations = FrozenSet
        .Create(
            StringComparer.Ordinal,
            "schaft schaften lichkeit lichkeiten igkeit igkeiten losigkeit ning ningens else elsen elser aren arna ande andet het heten heter lig liga ligt samt bart löst lösa skap skapet skapen skaper ighet igheten igheter ningen ningar inger ungen ander".Split(
                ' '
            )
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    // What German and Swedish words begin with, where that is more than one consonant.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Onsets = FrozenSet
        .Create(
            StringComparer.Ordinal,
            """
            bl br dr dj dw fj fl fr fn gj gl gn gr hj kj kl kn kr kv lj mj nj pf ph pj pl pr ps qu rh sch schl schm schn schr schw sj sk skj skr skv
            sl sm sn sp spj spl spr st stj str sv th tj tr ts tv vr wr zw ch chr
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    // Before these no word ends, though they look like one.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prefixes = FrozenSet
        .Create(
            StringComparer.Ordinal,
            "för före fore sam alle all allt und van mis miss upp ute utan bort fram genom till över under efter mellan mot ver zer ent emp aus auf vor ein über unter nach".Split(
                ' '
            )
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a half of a word only changes the meaning of the other, as in <c>tillträde</c>.</summary>
    public static bool IsPrefix(ReadOnlySpan<char> half) => Prefixes.Contains(half);

    /// <summary>Whether words of a language are worth cutting.</summary>
    public static bool HasLanguage(byte language) => language is SearchLanguage.German or SearchLanguage.Swedish;

    /// <summary>Gives the stems of all parts that a folded word may have to a sink.</summary>
    public static void Parts<TSink>(ReadOnlySpan<char> folded, byte language, ref TSink sink)
        where TSink : IPartSink, allows ref struct
    {
        if (!HasLanguage(language) || folded.Length < ShortestWord)
            return;

        Span<char> stem = stackalloc char[Stemmer.Longest];
        var shortestRight = IsLearned(folded) ? ShortestLearnedRight : ShortestRight;
        for (var cut = ShortestLeft; cut <= folded.Length - shortestRight; cut++)
        {
            if (!CanEnd(folded[..cut]) || !CanBegin(folded[cut..]))
                continue;
            sink.Add(stem[..Stemmer.Stem(folded[cut..], language, stem)], folded[..cut]);
            AddLeft(folded[..cut], folded[cut..], language, stem, ref sink);
        }
    }

    // Arbeit-s-markt, Klasse-n-zimmer, Kind-er-buch, Land-es-sprache: the sounds between are not of the word.
    private static void AddLeft<TSink>(
        ReadOnlySpan<char> left,
        ReadOnlySpan<char> right,
        byte language,
        scoped Span<char> stem,
        ref TSink sink
    )
        where TSink : IPartSink, allows ref struct
    {
        // Most first parts are bare already: skol, arbet.
        sink.Add(left, right);
        if (left.Length > ShortestLeft && left[^1] == 's')
            sink.Add(left[..^1], right);
        var length = Stemmer.Stem(left, language, stem);
        if (!left.StartsWith(stem[..length]) || left.Length - length > 1 || left[^1] != 's')
            sink.Add(stem[..length], right);
    }

    private static bool IsLearned(ReadOnlySpan<char> word)
    {
        foreach (var ending in LearnedEndings)
        {
            if (word.EndsWith(ending))
                return true;
        }

        return false;
    }

    private static bool CanEnd(ReadOnlySpan<char> left) => left.ContainsAny(Vowels) && !CannotEnd(left);

    private static bool CannotEnd(ReadOnlySpan<char> left)
    {
        var last = left[^1];
        var before = left[^2];
        if (last is 'j' or 'q' or 'c' || (last == 'w' && before is not ('e' or 'o')))
            return true;
        // A stop or a liquid after an obstruent: no word ends in -dr, -pl, -tn.
        return last is 'r' or 'l' or 'n' or 'm' && !Vowels.Contains(before) && before is not ('r' or 'l' or 'n' or 'm' or 'h');
    }

    private static bool CanBegin(ReadOnlySpan<char> right)
    {
        var vowel = right.IndexOfAny(Vowels);
        if (vowel < 0 || vowel > 4 || Derivations.Contains(right))
            return false;
        return vowel <= 1 || Onsets.Contains(right[..vowel]);
    }
}
