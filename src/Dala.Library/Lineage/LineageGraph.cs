namespace Dala.Library.Lineage;

/// <summary>The works around one, as far as they were read: which generation each is of, the edges that stand, and those that are refused.</summary>
/// <param name="Generations">For each work how many steps it is above the one (1 and more) or below it (-1 and less) by the longest way.</param>
public sealed record LineageGraph(
    IReadOnlyDictionary<string, int> Generations,
    IReadOnlyList<MergedEdge> Edges,
    IReadOnlyList<MergedEdge> Refused
)
{
    /// <summary>The graph of a work, of all that was read around it.</summary>
    /// <param name="root">The key of the work that the graph is about.</param>
    /// <param name="known">The keys of the works that were come by; what leads out of them is beyond the cut.</param>
    /// <param name="siblings">The keys of the same work in other languages or versions.</param>
    public static LineageGraph Of(
        string root,
        IEnumerable<LineageClaim> claims,
        IReadOnlySet<string> known,
        IReadOnlyCollection<string> siblings
    )
    {
        // A claim that was read on the way up and on the way down is one claim.
        var among = claims
            .Where(claim => LineageFields.IsLineage(claim.Claim.Field) && known.Contains(claim.From) && known.Contains(claim.To))
            .DistinctBy(claim => (claim.Claim.ResourceId, claim.Claim.Field, claim.Claim.RawRecordId, claim.Claim.Position));
        var (kept, refused) = LineageEdges.WithoutCycles(among);
        var generations = new Dictionary<string, int>(StringComparer.Ordinal) { [root] = 0 };
        Climb(generations, root, kept.ToLookup(edge => edge.From, edge => edge.To), 1);
        Climb(generations, root, kept.ToLookup(edge => edge.To, edge => edge.From), -1);
        foreach (var sibling in siblings)
            generations.TryAdd(sibling, 0);
        return new LineageGraph(
            generations,
            [.. kept.Where(edge => generations.ContainsKey(edge.From) && generations.ContainsKey(edge.To))],
            [.. refused.Where(edge => generations.ContainsKey(edge.From) || generations.ContainsKey(edge.To))]
        );
    }

    // The longest way to each work: one is placed again when a longer way to it is found, and as there are no circles that comes to an end.
    private static void Climb(Dictionary<string, int> generations, string root, ILookup<string, string> next, int direction)
    {
        var order = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Visit(root, next, seen, order);
        var steps = order.ToDictionary(work => work, _ => 0, StringComparer.Ordinal);
        foreach (var work in Enumerable.Reverse(order))
        {
            foreach (var further in next[work])
                steps[further] = Math.Max(steps[further], steps[work] + 1);
        }

        foreach (var (work, count) in steps.Where(step => step.Value > 0))
            generations[work] = count * direction;
    }

    // Depth first: each work stands behind everything that it leads to. No deeper than the generations that were walked.
    private static void Visit(string work, ILookup<string, string> next, HashSet<string> seen, List<string> order)
    {
        if (!seen.Add(work))
            return;
        foreach (var further in next[work])
            Visit(further, next, seen, order);
        order.Add(work);
    }
}
