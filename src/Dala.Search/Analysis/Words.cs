using System.Collections.Frozen;

namespace Dala.Search.Analysis;

/// <summary>Takes the words of a text as they are found.</summary>
internal interface IWordSink
{
    /// <summary>A form of the word at a position; a word may have several forms, at the same position.</summary>
    /// <param name="form">Folded; valid during the call.</param>
    /// <param name="position">Counts the words of the text; never falls.</param>
    /// <param name="start">Where the word begins in the composed text.</param>
    /// <param name="end">Where it has ended.</param>
    void Add(ReadOnlySpan<char> form, int position, int start, int end);
}

/// <summary>Whether words are taken from a text to be found in it, or from a query.</summary>
internal enum WordUse
{
    Index,

    /// <summary>Where a run of unspaced script has pairs, its single characters are left out: they would only repeat what the pairs ask for.</summary>
    Query,
}

/// <summary>
/// Cuts a text into folded words without knowing its language. Scripts without spaces give each character and each pair of neighbours
/// (bigrams, after Nie and Ren, "Chinese information retrieval: using characters or words?", 1999).
/// </summary>
internal static class Words
{
    public const int Longest = 64;

    private const int LongestCluster = 8;

    // Articles, prepositions and pronouns that French, Catalan and Italian elide before a vowel. Both l'atome and atome are kept, since the
    // language is not known and the same sign is a letter elsewhere (oʻzbek).
    private static readonly FrozenSet<string> Elided = FrozenSet.Create(
        StringComparer.Ordinal,
        "l",
        "d",
        "j",
        "m",
        "t",
        "s",
        "n",
        "c",
        "qu",
        "jusqu",
        "lorsqu",
        "puisqu",
        "quoiqu",
        "presqu",
        "un",
        "quest",
        "all",
        "dall",
        "dell",
        "nell",
        "sull",
        "coll",
        "degl",
        "quell",
        "bell",
        "sant"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ElidedSpans = Elided.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Gives the words of a composed text (<see cref="Folding.Compose"/>) to a sink; returns the position after the last.</summary>
    public static int Read<TSink>(string text, WordUse use, int position, ref TSink sink)
        where TSink : IWordSink
    {
        var at = 0;
        while (at < text.Length)
        {
            switch (Folding.KindOf(text[at]))
            {
                case CharacterKind.Word or CharacterKind.Expanding:
                    position = ReadWord(text, ref at, position, ref sink);
                    break;
                case CharacterKind.Unspaced or CharacterKind.UnspacedMark:
                    position = ReadUnspaced(text, use, ref at, position, ref sink);
                    break;
                case CharacterKind.Surrogate when Folding.Supplementary(text, at) is not null:
                    position = Folding.IsSupplementaryHan(text, at)
                        ? ReadUnspaced(text, use, ref at, position, ref sink)
                        : ReadWord(text, ref at, position, ref sink);
                    break;
                default:
                    at++;
                    break;
            }
        }

        return position;
    }

    private static int ReadWord<TSink>(string text, ref int at, int position, ref TSink sink)
        where TSink : IWordSink
    {
        Span<char> word = stackalloc char[Longest];
        var length = 0;
        var start = at;
        var end = at;
        var apostrophe = -1;
        var cyrillic = false;
        var latin = false;

        while (at < text.Length)
        {
            var c = text[at];
            var kind = Folding.KindOf(c);
            if (kind is CharacterKind.Word)
            {
                var folded = Folding.Of(c);
                if (length < Longest)
                    word[length++] = folded;
                cyrillic |= LookAlikes.IsCyrillic(folded);
                latin |= LookAlikes.IsLatin(folded);
                end = ++at;
            }
            else if (kind is CharacterKind.Ignored)
            {
                at++;
            }
            else if (kind is CharacterKind.Expanding)
            {
                length = Append(word, length, Folding.Expand(c));
                end = ++at;
            }
            else if (kind is CharacterKind.Apostrophe && WordGoesOn(text, at + 1))
            {
                if (apostrophe < 0)
                    apostrophe = length;
                at++;
            }
            else if (
                kind is CharacterKind.Surrogate
                && !Folding.IsSupplementaryHan(text, at)
                && Folding.Supplementary(text, at) is { } supplementary
            )
            {
                length = Append(word, length, supplementary);
                at += 2;
                end = at;
            }
            else
            {
                break;
            }
        }

        if (length == 0)
            return position;
        if (cyrillic && latin)
            LookAlikes.Mend(word[..length]);
        sink.Add(word[..length], position, start, end);
        if (apostrophe > 0)
            AddPartsOfElision(word[..length], apostrophe, position, start, end, ref sink);
        return position + 1;
    }

    private static void AddPartsOfElision<TSink>(
        ReadOnlySpan<char> word,
        int apostrophe,
        int position,
        int start,
        int end,
        ref TSink sink
    )
        where TSink : IWordSink
    {
        var before = word[..apostrophe];
        var after = word[apostrophe..];
        if (after.Length > 1 && ElidedSpans.Contains(before))
            sink.Add(after, position, start, end);
        else if (after is "s" && before.Length > 1)
            sink.Add(before, position, start, end);
    }

    private static bool WordGoesOn(string text, int at)
    {
        while (at < text.Length && Folding.KindOf(text[at]) is CharacterKind.Ignored)
            at++;
        return at < text.Length && Folding.KindOf(text[at]) is CharacterKind.Word or CharacterKind.Expanding;
    }

    // Never half a surrogate pair: what does not fit whole is left out.
    private static int Append(Span<char> word, int length, string more)
    {
        if (length + more.Length > word.Length)
            return length;
        more.CopyTo(word[length..]);
        return length + more.Length;
    }

    private static int ReadUnspaced<TSink>(string text, WordUse use, ref int at, int position, ref TSink sink)
        where TSink : IWordSink
    {
        // The cluster before and the one just read, side by side, are the pair.
        Span<char> pair = stackalloc char[2 * LongestCluster];
        var before = 0;
        var beforeStart = at;
        var count = 0;

        while (true)
        {
            var start = at;
            var length = ReadCluster(text, ref at, pair[before..]);
            if (length == 0)
                break;
            if (count > 0)
                sink.Add(pair[..(before + length)], position - 1, beforeStart, at);
            pair.Slice(before, length).CopyTo(pair);
            before = length;
            beforeStart = start;
            count++;
            if (use is WordUse.Index)
                sink.Add(pair[..before], position, start, at);
            position++;
        }

        if (use is WordUse.Query && count == 1)
            sink.Add(pair[..before], position - 1, beforeStart, at);
        return position;
    }

    // A character with the signs that belong to it; the Khmer coeng (17D2) and the Burmese virama (1039) bind the next consonant too.
    private static int ReadCluster(string text, ref int at, Span<char> cluster)
    {
        var length = 0;
        var bound = true;
        while (at < text.Length)
        {
            var c = text[at];
            var kind = Folding.KindOf(c);
            if (kind is CharacterKind.Ignored)
            {
                if (length == 0 && !UnspacedGoesOn(text, at))
                    break;
                at++;
            }
            else if (kind is CharacterKind.UnspacedMark || (kind is CharacterKind.Unspaced && bound))
            {
                if (length < LongestCluster)
                    cluster[length++] = Folding.Of(c);
                bound = c is '\u17D2' or '\u1039';
                at++;
            }
            else if (
                kind is CharacterKind.Surrogate
                && length == 0
                && Folding.IsSupplementaryHan(text, at)
                && Folding.Supplementary(text, at) is { Length: <= LongestCluster } han
            )
            {
                han.CopyTo(cluster);
                length = han.Length;
                bound = false;
                at += 2;
            }
            else
            {
                break;
            }
        }

        return length;
    }

    private static bool UnspacedGoesOn(string text, int at)
    {
        while (at < text.Length && Folding.KindOf(text[at]) is CharacterKind.Ignored)
            at++;
        return at < text.Length
            && (
                Folding.KindOf(text[at]) is CharacterKind.Unspaced or CharacterKind.UnspacedMark
                || Folding.IsSupplementaryHan(text, at)
            );
    }
}
