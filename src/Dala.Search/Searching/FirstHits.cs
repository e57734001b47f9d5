using System.Buffers;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>Keeps, over all segments, the hits that come first on a page.</summary>
/// <param name="size">How many.</param>
/// <param name="after">The place after which the page begins; null for the first page.</param>
internal sealed class FirstHits(SearchOrder order, int size, Cursor? after)
{
    private const int Chunk = 1024;

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
        var threshold = Threshold;
        var documents = ArrayPool<int>.Shared.Rent(Chunk);
        var place = 0;
        var speaksTo = -1;
        var isHopeless = false;
        while (hits.Next(documents.AsSpan(0, Chunk), ref place) is > 0 and var count)
        {
            foreach (var document in documents.AsSpan(0, count))
            {
                if (document > speaksTo)
                {
                    var least = top.IsFull ? top.Last.Score : float.NegativeInfinity;
                    if (least == float.NegativeInfinity && threshold == float.NegativeInfinity)
                    {
                        isHopeless = false;
                    }
                    else
                    {
                        // Of equal scores the earlier document wins within a segment; between segments the keys decide.
                        var bound = scorer.Bound(document, out speaksTo);
                        isHopeless = bound <= least || bound < threshold;
                    }
                }

                if (isHopeless)
                    continue;
                var score = scorer.Score(document);
                var candidate = new Candidate(ScoreOrder(score), document, score);
                if (start is { } first && candidate.IsBefore(first))
                    continue;
                top.Add(candidate);
                // Where words say nothing, nothing better can come than the best.
                if (top.IsFull && top.Last.Score >= scorer.Best)
                {
                    place = int.MaxValue;
                    break;
                }
            }

            if (place == int.MaxValue)
                break;
        }

        ArrayPool<int>.Shared.Return(documents);
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
