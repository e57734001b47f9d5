using Dala.Search.Analysis;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>
/// Whether what is left of a compound beside a part of it is a word, by the only lexicon there is: the terms of the segment (Koehn and Knight,
/// "Empirical methods for compound splitting", 2003, ask the corpus likewise).
/// </summary>
internal static class OtherHalves
{
    // A segment does not know every word: beside a long part, what sounds like a word is taken for one. Three letters begin too many words.
    private const int LongPart = 4;
    private const int ShortestHalf = 3;

    public static bool IsWord(ReadOnlySpan<char> half, string compound, string part, byte language, Segment segment)
    {
        // till-träde and under-visning are derivations, which have taken a meaning of their own.
        if (StopWords.Contains(half, language) || Compounds.IsPrefix(half))
            return false;
        var isLeft = compound.AsSpan().StartsWith(half);
        var length = isLeft ? compound.Length - half.Length : part.Length;
        if (length >= LongPart && half.Length >= (isLeft ? ShortestHalf : LongPart))
            return true;
        // The sounds that join: arbet-s-marknad.
        return IsKnown(half, language, segment) || (isLeft && half[^1] == 's' && IsKnown(half[..^1], language, segment));
    }

    private static bool IsKnown(ReadOnlySpan<char> half, byte language, Segment segment)
    {
        Span<char> stem = stackalloc char[Stemmer.Longest];
        var length = Stemmer.Stem(half, language, stem);
        var numbers = new List<int>();
        segment.Related.Find(MatchLevel.Form, language, stem[..length], numbers);
        return numbers.Count > 0 || segment.Terms.TryFind(SegmentContent.Encode(half.ToString()), out _);
    }
}
