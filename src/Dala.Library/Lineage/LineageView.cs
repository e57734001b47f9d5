namespace Dala.Library.Lineage;

/// <summary>A work in the readable list: how it stands to the one above it, and what stands to it in the same way.</summary>
/// <param name="Again">Whether it was listed before with all that follows; a work with two ancestors that share one is reached twice.</param>
public sealed record LineageBranch(
    LineageNode Node,
    IReadOnlyList<LineageEdge> Edges,
    IReadOnlyList<LineageBranch> Further,
    bool Again
);

/// <summary>A lineage as its page shows it: first as a list that can be read aloud, then as a picture.</summary>
public sealed record LineageView
{
    public required FoundLineage Found { get; init; }

    /// <summary>Where the work comes from, the nearest first, each with where it comes from in turn.</summary>
    public required IReadOnlyList<LineageBranch> Above { get; init; }

    /// <summary>What came of the work.</summary>
    public required IReadOnlyList<LineageBranch> Below { get; init; }

    /// <summary>The same work in other languages or versions; under each what it was translated from, where it says so.</summary>
    public required IReadOnlyList<LineageBranch> Versions { get; init; }

    public bool IsEmpty => Found.Nodes.Count == 1 && Found.Refused.Count == 0;

    public static LineageView Of(FoundLineage found)
    {
        var nodes = found.Nodes.ToDictionary(node => node.Key, StringComparer.Ordinal);
        var derived = found.Edges.Where(edge => edge.Kind != LineageKind.SameWork).ToList();
        var up = derived.ToLookup(edge => edge.From, StringComparer.Ordinal);
        var down = derived.ToLookup(edge => edge.To, StringComparer.Ordinal);
        return new LineageView
        {
            Found = found,
            Above = Branches(found.Root.Key, up, edge => edge.To, nodes, [found.Root.Key]),
            Below = Branches(found.Root.Key, down, edge => edge.From, nodes, [found.Root.Key]),
            Versions =
            [
                .. found
                    .Edges.Where(edge => edge.Kind == LineageKind.SameWork)
                    .Select(edge => (Edge: edge, Node: nodes[edge.To]))
                    .OrderBy(version => version.Node.Languages.FirstOrDefault(), StringComparer.Ordinal)
                    .ThenBy(version => version.Node.Title, StringComparer.Ordinal)
                    .Select(version => new LineageBranch(
                        version.Node,
                        [version.Edge],
                        [
                            .. up[version.Node.Key]
                                .GroupBy(edge => edge.To)
                                .Select(group => new LineageBranch(nodes[group.Key], [.. group], [], Again: true)),
                        ],
                        Again: false
                    )),
            ],
        };
    }

    private static List<LineageBranch> Branches(
        string key,
        ILookup<string, LineageEdge> next,
        Func<LineageEdge, string> end,
        Dictionary<string, LineageNode> nodes,
        HashSet<string> listed
    )
    {
        var branches = new List<LineageBranch>();
        foreach (var edges in next[key].GroupBy(end))
        {
            var again = !listed.Add(edges.Key);
            branches.Add(
                new LineageBranch(
                    nodes[edges.Key],
                    [.. edges],
                    again ? [] : Branches(edges.Key, next, end, nodes, listed),
                    again && next[edges.Key].Any()
                )
            );
        }

        return branches;
    }
}
