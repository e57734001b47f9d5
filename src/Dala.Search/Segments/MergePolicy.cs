namespace Dala.Search.Segments;

/// <summary>Which segments should become one: of about one size, when there are enough of them, so that each document is rewritten once per size.</summary>
internal static class MergePolicy
{
    /// <summary>Documents from which on a segment is a file of its own from the start.</summary>
    public const int Large = 1 << 12;

    // Sizes are powers of the width: with more, documents are rewritten less often, but a search goes through more segments.
    private const int Width = 12;
    private const int ManyInMemory = 5;
    private const int SmallestTier = 1 << 10;

    // A merge holds a few dozen bytes a document in memory, and a search of a segment larger than this would gain nothing by it.
    private const int LargestSegment = 1 << 21;

    /// <summary>The segments to merge next; none if there are few enough.</summary>
    public static List<SegmentView> Crowd(IEnumerable<SegmentView> views)
    {
        var all = views.ToList();
        if (all.Find(view => view.Deletions.Count > view.Live) is { } hollow)
            return [hollow];
        foreach (var tier in all.GroupBy(view => Tier(view.Live)).OrderBy(tier => tier.Key).Where(tier => tier.Count() >= Width))
        {
            var crowd = new List<SegmentView>();
            foreach (var view in tier.OrderBy(view => view.Live))
            {
                if (crowd.Sum(other => (long)other.Live) + view.Live <= LargestSegment)
                    crowd.Add(view);
            }

            if (crowd.Count > 1)
                return crowd;
        }

        return [];
    }

    /// <summary>The smallest segments in memory, when they are many: single changes make a segment each.</summary>
    public static List<SegmentView> SmallestInMemory(IEnumerable<SegmentView> views)
    {
        var small = views.Where(view => view.Segment.IsInMemory && view.Live <= SmallestTier).ToList();
        return small.Count >= ManyInMemory ? small : [];
    }

    /// <summary>Groups of all the segments, as few as their size allows.</summary>
    public static List<List<SegmentView>> Fewest(IEnumerable<SegmentView> views)
    {
        var groups = new List<List<SegmentView>>();
        foreach (var view in views.OrderByDescending(view => view.Live))
        {
            var group = groups.Find(group => group.Sum(other => (long)other.Live) + view.Live <= LargestSegment);
            if (group is null)
                groups.Add([view]);
            else
                group.Add(view);
        }

        return groups;
    }

    private static int Tier(int documents) =>
        documents <= SmallestTier ? 0 : 1 + (int)Math.Log((double)documents / SmallestTier, Width);
}
