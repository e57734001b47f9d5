namespace Dala.Library.Lineage;

/// <summary>One work coming from another, or standing in it, with every claim that says so, the earliest first.</summary>
public sealed record MergedEdge(LineageKind Kind, string From, string To, IReadOnlyList<LineageClaim> Claims);

/// <summary>Makes edges of claims, and leaves out those that would close a circle.</summary>
public static class LineageEdges
{
    /// <summary>
    /// The edges that stand and those that are refused: nothing can come from what comes from it, so of the claims that make a circle the
    /// latest loses. The order in which the claims are given does not matter.
    /// </summary>
    public static (IReadOnlyList<MergedEdge> Kept, IReadOnlyList<MergedEdge> Refused) WithoutCycles(
        IEnumerable<LineageClaim> claims
    )
    {
        var edges = claims
            .Order(LineageClaim.InOrder)
            .GroupBy(claim => (claim.Kind, claim.From, claim.To))
            .Select(group => new MergedEdge(group.Key.Kind, group.Key.From, group.Key.To, [.. group]));
        var kept = new List<MergedEdge>();
        var refused = new List<MergedEdge>();
        var above = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var edge in edges)
        {
            if (Reaches(above, edge.To, edge.From))
            {
                refused.Add(edge);
                continue;
            }

            kept.Add(edge);
            if (!above.TryGetValue(edge.From, out var parents))
                above[edge.From] = parents = [];
            parents.Add(edge.To);
        }

        return (kept, refused);
    }

    private static bool Reaches(Dictionary<string, List<string>> above, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Stack<string>([from]);
        while (open.TryPop(out var at))
        {
            if (at == to)
                return true;
            foreach (var parent in above.GetValueOrDefault(at, []))
            {
                if (seen.Add(parent))
                    open.Push(parent);
            }
        }

        return false;
    }
}
