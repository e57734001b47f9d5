using System.Numerics;
using System.Runtime.Intrinsics;

namespace Dala.Search.Searching;

/// <summary>
/// Narrows hits down to those that can still come among the first. A document that is only in lists which all together are worth too little needs no look
/// (MaxScore; Turtle and Flood, "Query evaluation: strategies and optimizations", 1995), and the longest lists, of frequent words, are soon such lists.
/// </summary>
internal sealed class Candidates
{
    // To score a document, whose blocks have to be unpacked for it, takes about as long as to pass so many in a list.
    private const int Many = 128;

    private readonly List<WorthList> _lists;
    private readonly int _documents;
    private readonly float[] _upTo;
    private readonly float _factor;

    /// <summary>Takes the lists of all clauses, from the least worth to the most.</summary>
    /// <param name="documents">How many the segment has.</param>
    /// <param name="factor">By how much at most a score is raised in the end.</param>
    public Candidates(IEnumerable<SegmentClause> clauses, int documents, float factor)
    {
        _documents = documents;
        _lists = [.. clauses.SelectMany(clause => clause.Lists).OrderBy(list => list.Best)];
        // What is not a sum is not rounded, so that of equals the first are enough.
        _factor = _lists.Count == 1 ? factor : factor * Ranking.Rounding;
        _upTo = new float[_lists.Count];
        var sum = 0f;
        for (var i = 0; i < _lists.Count; i++)
            _upTo[i] = sum += _lists[i].Best;
        Documents = _lists.Sum(list => list.Documents);
    }

    public int Lists => _lists.Count;

    /// <summary>How many documents the lists have.</summary>
    public long Documents { get; }

    /// <summary>Whether any document can score more.</summary>
    public bool CanExceed(float score) => _upTo[^1] * _factor > score;

    /// <summary>Whether what is worth so much can score more.</summary>
    /// <param name="factor">By how much at most its score is raised in the end.</param>
    public static bool CanExceed(float worth, float factor, float score) => worth * factor * Ranking.Rounding > score;

    /// <summary>Leaves of some hits those that may score more; stretches come in rising order.</summary>
    /// <param name="worths">Room for a number of each of the documents, a multiple of 64; then what those that are left may be worth.</param>
    /// <param name="hits">A bit for each document from the first up to the end.</param>
    /// <returns>By how much more any of them may be worth, for lists that were not looked at.</returns>
    public float Keep(Span<ulong> hits, float score, int first, int end, Span<float> worths)
    {
        const float none = float.NegativeInfinity;
        Begin(hits, worths);
        // Rounded down, so that a division does not lose what scores a little more.
        var wanted = _factor == 1 ? score : MathF.BitDecrement(score / _factor);
        // What is in these lists only cannot score more; in the others each document is added up.
        var hopeless = 0;
        while (hopeless < _lists.Count && _upTo[hopeless] <= wanted)
            hopeless++;
        for (var i = hopeless; i < _lists.Count; i++)
            _lists[i].AddTo(worths, first, end, wanted - (_upTo[^1] - _lists[i].Best), none);

        // As long as many are left, it is less to look at what they are worth in the next list than to score them.
        while (true)
        {
            var least = hopeless == 0 ? wanted : Math.Max(0, wanted - _upTo[hopeless - 1]);
            var count = KeepAbove(hits, least, worths);
            if (hopeless == 0 || count * Many < _lists[hopeless - 1].Documents * (end - first) / _documents)
                return hopeless == 0 ? 0 : _upTo[hopeless - 1];
            hopeless--;
            _lists[hopeless].AddTo(worths, first, end, none, least);
        }
    }

    // Nothing yet for a hit, and less than nothing for what is none: whatever is added to it, it stays so. Of 64 without a hit nobody asks.
    private static void Begin(ReadOnlySpan<ulong> hits, Span<float> worths)
    {
        var bit = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
        var none = Vector256.Create(float.NegativeInfinity);
        for (var word = 0; word < hits.Length; word++)
        {
            if (hits[word] == 0)
                continue;
            for (var eight = 0; eight < 8; eight++)
            {
                var isHit = Vector256.Create((int)(hits[word] >> (8 * eight))) & bit;
                Vector256
                    .ConditionalSelect(Vector256.Equals(isHit, bit).AsSingle(), Vector256<float>.Zero, none)
                    .StoreUnsafe(ref worths[(word << 6) + (8 * eight)]);
            }
        }
    }

    private static long KeepAbove(Span<ulong> hits, float least, Span<float> worths)
    {
        var above = Vector256.Create(least);
        var count = 0L;
        for (var word = 0; word < hits.Length; word++)
        {
            if (hits[word] == 0)
                continue;
            var kept = 0UL;
            for (var eight = 0; eight < 8; eight++)
            {
                var some = Vector256.LoadUnsafe(ref worths[(word << 6) + (8 * eight)]);
                kept |= (ulong)Vector256.GreaterThan(some, above).ExtractMostSignificantBits() << (8 * eight);
            }

            hits[word] = kept;
            count += BitOperations.PopCount(kept);
        }

        return count;
    }
}
