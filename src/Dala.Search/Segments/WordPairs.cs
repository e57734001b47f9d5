using Dala.Search.Analysis;

namespace Dala.Search.Segments;

/// <summary>
/// Frequent words that follow each other are a term as well, so that a phrase of them needs no walk through millions of positions
/// (Williams, Zobel and Bahle, "Fast phrase querying with combined indexes", 2004).
/// </summary>
/// <remarks>
/// Which words are paired each segment says for itself (<see cref="Segment.PairedWords"/>): it has all pairs of them, and none else. A phrase of other
/// words is found by their positions.
/// </remarks>
internal static class WordPairs
{
    // From one document in so many on, a word is frequent; in a few documents every word is.
    private const int Share = 64;
    private const int FewestDocuments = 8;

    // No word begins with such a sign, and all do with a greater one: pairs stand in front of all words of a dictionary.
    private const char Before = '\u0001';
    private const char Between = '\u0002';

    /// <summary>The longest term of two words.</summary>
    public const int Longest = (2 * Words.Longest) + 2;

    /// <summary>The term of two words.</summary>
    public static string TermOf(string first, string second) => $"{Before}{first}{Between}{second}";

    public static bool IsPair(ReadOnlySpan<byte> term) => term.Length > 0 && term[0] == Before;

    /// <summary>The words of the term of a pair.</summary>
    public static (string First, string Second) WordsOf(ReadOnlySpan<byte> pair)
    {
        var between = pair.IndexOf((byte)Between);
        return (SegmentContent.Decode(pair[1..between]), SegmentContent.Decode(pair[(between + 1)..]));
    }

    /// <summary>In how many of so many documents a word is frequent; twice in two of their fields.</summary>
    public static int Frequent(int documents) => Math.Max(FewestDocuments, documents / Share);

    /// <summary>Whether pairs with a word are of use: a single character of an unspaced script has pairs of its own (<see cref="Words"/>).</summary>
    public static bool CanBePaired(ReadOnlySpan<char> word) =>
        word.Length > 1 || Folding.KindOf(word[0]) is not CharacterKind.Unspaced;

    /// <summary>The words that any of some segments pairs: what is added to them pairs these too, so that little is lost when they are merged.</summary>
    public static HashSet<string> OfAny(IEnumerable<Segment> segments) =>
        segments.SelectMany(Of).ToHashSet(StringComparer.Ordinal);

    /// <summary>The words that every one of some segments pairs; one that has no such word lacks none of its pairs either.</summary>
    public static HashSet<string> OfAll(IReadOnlyList<Segment> segments)
    {
        var words = OfAny(segments);
        foreach (var segment in segments)
        {
            var own = Of(segment).ToHashSet(StringComparer.Ordinal);
            words.RemoveWhere(word => !own.Contains(word) && segment.Terms.TryFind(SegmentContent.Encode(word), out _));
        }

        return words;
    }

    private static IEnumerable<string> Of(Segment segment) =>
        Enumerable.Range(0, segment.PairedWords.Count).Select(segment.PairedWords.Text);
}
