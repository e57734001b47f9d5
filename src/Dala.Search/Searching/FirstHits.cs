using System.Buffers;
using System.Numerics;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>Keeps, over all segments, the hits that come first on a page.</summary>
/// <param name="size">How many.</param>
/// <param name="after">The place after which the page begins; null for the first page.</param>
internal sealed class FirstHits(SearchOrder order, int size, Cursor? after)
{
    private const int Chunk = 1024;

    // The lengths of stretches of documents, as powers of two.
    private const int FirstStretch = 1 << 12;
    private const int LongestStretch = 1 << 16;

    // To score a hit takes as long as to pass so many entries of a list.
    private const int Few = 256;

    // From about this share of a segment on it is quicker to go through its documents in their order than to look at every hit.
    private const int Frequent = 64;

    // One more than asked for tells whether there is another page.
    private readonly int _size = Math.Min(size, int.MaxValue - 1) + 1;
    private readonly List<(int Segment, Segment Of, Candidate Hit)> _page = [];

    /// <summary>Whether hits come after the page.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Looks at the hits of a segment.</summary>
    public void Take(SegmentSearch search, HitSet hits, int segment)
    {
        if (hits.IsEmpty || size == 0)
            return;
        var top = new TopHits(_size);
        Candidate? start = after is null ? null : FirstAfter(search.Segment, after);
        if (order is SearchOrder.Relevance)
            ByRelevance(search, hits, top, start);
        else if (hits.IsDense && (long)hits.Count * Frequent > search.Segment.Documents)
            InOrder(search.Segment, hits, top, start);
        else
            ByValue(search.Segment, hits, top, start);

        foreach (var hit in top.Hits)
            _page.Add((segment, search.Segment, hit));
        if (_page.Count > _size)
        {
            _page.Sort(Compare);
            _page.RemoveRange(_size, _page.Count - _size);
        }
    }

    public List<(int Segment, Candidate Hit)> Page()
    {
        _page.Sort(Compare);
        HasMore = _page.Count > size;
        return [.. _page.Take(size).Select(hit => (hit.Segment, hit.Hit))];
    }

    // What the page has so far decides what can still come onto it.
    private float Threshold => _page.Count < _size ? float.NegativeInfinity : _page.Min(hit => hit.Hit.Score);

    private static long ScoreOrder(float score) => -(long)BitConverter.SingleToInt32Bits(score);

    private void ByRelevance(SegmentSearch search, HitSet hits, TopHits top, Candidate? start)
    {
        var scorer = search.Scorer();
        if (scorer.IsWordless)
        {
            ScoreAll(scorer, hits, top, start);
            return;
        }

        if (
            IsFew(hits.Count, search.Segment.Documents)
            || scorer.Candidates() is not { } candidates
            || IsFew((long)hits.Count * candidates.Lists, search.Segment.Documents + candidates.Documents)
        )
            ScoreAll(scorer, hits, top, start);
        else
            ScoreCandidates(scorer, candidates, hits, search.Segment.Documents, top, start);
    }

    private static bool IsFew(long hits, long documents) => hits * Few < documents;

    private static void ScoreAll(HitScorer scorer, HitSet hits, TopHits top, Candidate? start)
    {
        var documents = ArrayPool<int>.Shared.Rent(Chunk);
        var place = 0;
        while (hits.Next(documents.AsSpan(0, Chunk), ref place) is > 0 and var count)
        {
            foreach (var document in documents.AsSpan(0, count))
                Score(scorer, document, top, start);
            // Where words say nothing, nothing better can come than the best.
            if (scorer.IsWordless && top.IsFull && top.Last.Score >= scorer.Best)
                break;
        }

        ArrayPool<int>.Shared.Return(documents);
    }

    // Stretch by stretch, so that what was found in one keeps the hopeless of the next away. The first are short.
    private void ScoreCandidates(
        HitScorer scorer,
        Candidates candidates,
        HitSet hits,
        int documents,
        TopHits top,
        Candidate? start
    )
    {
        var threshold = Threshold;
        var worths = ArrayPool<float>.Shared.Rent(LongestStretch);
        var hopeful = ArrayPool<ulong>.Shared.Rent(Bitmap.Words(LongestStretch));
        var stretch = FirstStretch;
        for (var first = 0; first < documents; first += stretch, stretch = Math.Min(stretch * 2, LongestStretch))
        {
            // Of equal scores the earlier document wins within a segment; between segments the keys decide.
            var above = Math.Max(top.IsFull ? top.Last.Score : float.NegativeInfinity, float.BitDecrement(threshold));
            if (!candidates.CanExceed(above))
                break;
            var end = Math.Min(documents, first + stretch);
            var some = hopeful.AsSpan(0, Bitmap.Words(end - first));
            some.Clear();
            hits.AddTo(some, first, end);
            var more = candidates.Keep(some, above, first, end, worths.AsSpan(0, some.Length * 64));
            for (var word = 0; word < some.Length; word++)
            {
                for (var rest = some[word]; rest != 0; rest &= rest - 1)
                {
                    // Since the stretch began, better ones may have been found.
                    var place = (word << 6) + BitOperations.TrailingZeroCount(rest);
                    if (!top.IsFull || Candidates.CanExceed(worths[place] + more, scorer.Factor(first + place), top.Last.Score))
                        Score(scorer, first + place, top, start);
                }
            }
        }

        ArrayPool<float>.Shared.Return(worths);
        ArrayPool<ulong>.Shared.Return(hopeful);
    }

    private static void Score(HitScorer scorer, int document, TopHits top, Candidate? start)
    {
        var score = scorer.Score(document);
        var candidate = new Candidate(ScoreOrder(score), document, score);
        if (start is not { } first || !candidate.IsBefore(first))
            top.Add(candidate);
    }

    // Through all documents in their order, until there are enough that are hits.
    private void InOrder(Segment segment, HitSet hits, TopHits top, Candidate? start)
    {
        var inOrder = order is SearchOrder.Newest ? segment.DateOrder : segment.TitleOrder;
        var low = 0L;
        var high = inOrder.Count;
        while (start is { } first && low < high)
        {
            var middle = (low + high) / 2;
            if (CandidateAt(segment, inOrder[middle]).IsBefore(first))
                low = middle + 1;
            else
                high = middle;
        }

        var bits = hits.Bits;
        for (; low < inOrder.Count && !top.IsFull; low++)
        {
            if (Bitmap.Has(bits, inOrder[low]))
                top.Add(CandidateAt(segment, inOrder[low]));
        }
    }

    private void ByValue(Segment segment, HitSet hits, TopHits top, Candidate? start)
    {
        var documents = ArrayPool<int>.Shared.Rent(Chunk);
        var place = 0;
        while (hits.Next(documents.AsSpan(0, Chunk), ref place) is > 0 and var count)
        {
            foreach (var document in documents.AsSpan(0, count))
            {
                var candidate = CandidateAt(segment, document);
                if (start is not { } first || !candidate.IsBefore(first))
                    top.Add(candidate);
            }
        }

        ArrayPool<int>.Shared.Return(documents);
    }

    private Candidate CandidateAt(Segment segment, int document) =>
        new(order is SearchOrder.Newest ? ~segment.Dates[document] : segment.TitleRanks[document], document, 1);

    // Where the hits of a segment begin that come after the cursor.
    private static Candidate FirstAfter(Segment segment, Cursor cursor)
    {
        if (cursor.Order is not SearchOrder.Title)
            return new Candidate(cursor.Primary, FirstAfterKey(segment, cursor.Key), 0);

        var titles = segment.TitleOrder;
        var low = 0L;
        var high = titles.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var compared = segment.SortKeys[titles[middle]].SequenceCompareTo(cursor.Title);
            if (compared == 0)
                compared = segment.Keys[titles[middle]].SequenceCompareTo(cursor.Key);
            if (compared <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        return new Candidate(low, 0, 0);
    }

    private static int FirstAfterKey(Segment segment, byte[] key)
    {
        var first = segment.FirstFrom(key);
        return first < segment.Documents && segment.Keys[first].SequenceEqual(key) ? first + 1 : first;
    }

    private int Compare((int Segment, Segment Of, Candidate Hit) a, (int Segment, Segment Of, Candidate Hit) b)
    {
        var compared =
            order is SearchOrder.Title
                ? a.Of.SortKeys[a.Hit.Document].SequenceCompareTo(b.Of.SortKeys[b.Hit.Document])
                : a.Hit.Primary.CompareTo(b.Hit.Primary);
        return compared != 0 ? compared : a.Of.Keys[a.Hit.Document].SequenceCompareTo(b.Of.Keys[b.Hit.Document]);
    }
}
