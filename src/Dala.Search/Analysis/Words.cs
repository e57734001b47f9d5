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

    /// <summary>
    /// A word of unknown language comes in every form that some language's folding gives it. Where a run of unspaced script has pairs, its
    /// single characters are left out: they would only repeat what the pairs ask for.
    /// </summary>
    Query,
}

/// <summary>
/// Cuts a text into words, folded by the rules of its language. Scripts without spaces give each character and each pair of neighbours
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
    public static int Read<TSink>(string text, WordUse use, byte language, int position, ref TSink sink)
        where TSink : IWordSink
    {
        var at = 0;
        while (at < text.Length)
        {
            switch (Folding.KindOf(text[at], language))
            {
                case CharacterKind.Word or CharacterKind.Expanding:
                    position = ReadWord(text, use, language, ref at, position, ref sink);
                    break;
                case CharacterKind.Unspaced or CharacterKind.UnspacedMark:
                    position = ReadUnspaced(text, use, ref at, position, ref sink);
                    break;
                case CharacterKind.Surrogate when Folding.Supplementary(text, at) is not null:
                    position = Folding.IsSupplementaryHan(text, at)
                        ? ReadUnspaced(text, use, ref at, position, ref sink)
                        : ReadWord(text, use, language, ref at, position, ref sink);
                    break;
                default:
                    at++;
                    break;
            }
        }

        return position;
    }

    private static int ReadWord<TSink>(string text, WordUse use, byte language, ref int at, int position, ref TSink sink)
        where TSink : IWordSink
    {
        Span<char> word = stackalloc char[Longest];
        var start = at;
        var read = FoldedWord.Read(text, language, ref at, word);
        if (read.Length == 0)
            return position;

        var form = word[..read.Length];
        var before = start > 0 && text[start - 1] == '.' && TechnicalNames.IsDotName(text, start, form) ? 1 : 0;
        var after = TechnicalNames.SignsAfter(text, read.End, form);
        if (before + after > 0)
        {
            Span<char> name = stackalloc char[1 + Longest + 2];
            text.AsSpan(start - before, before).CopyTo(name);
            form.CopyTo(name[before..]);
            text.AsSpan(read.End, after).CopyTo(name[(before + form.Length)..]);
            sink.Add(name[..(before + form.Length + after)], position, start - before, read.End + after);
            at = Math.Max(at, read.End + after);
            // "net framework" finds the .NET one; but C is another language than C++.
            if (before > 0 && use is WordUse.Index)
                sink.Add(form, position, start, read.End);
            return position + 1;
        }

        sink.Add(form, position, start, read.End);
        if (read.Apostrophe > 0)
            AddPartsOfElision(form, read.Apostrophe, position, start, read.End, ref sink);
        if (use is WordUse.Query && language is SearchLanguage.Unknown)
            AddOtherFoldings(text, start, form, position, ref sink);
        return position + 1;
    }

    private static void AddOtherFoldings<TSink>(string text, int start, ReadOnlySpan<char> plain, int position, ref TSink sink)
        where TSink : IWordSink
    {
        Span<char> forms = stackalloc char[FoldingRules.Languages.Count * Longest];
        Span<int> lengths = stackalloc int[FoldingRules.Languages.Count];
        var count = 0;
        foreach (var language in FoldingRules.Languages)
        {
            var at = start;
            var form = forms.Slice(count * Longest, Longest);
            var read = FoldedWord.Read(text, language, ref at, form);
            form = form[..read.Length];
            var known = form.SequenceEqual(plain);
            for (var i = 0; i < count && !known; i++)
                known = form.SequenceEqual(forms.Slice(i * Longest, lengths[i]));
            if (known)
                continue;
            lengths[count++] = read.Length;
            sink.Add(form, position, start, read.End);
        }
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
