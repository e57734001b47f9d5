using Dala.Library.Finding;
using Dala.Platform;
using Dala.Platform.Data;

namespace Dala.Library.Lineage;

/// <summary>Finds where a work comes from and what came of it.</summary>
public sealed class FindLineage(BulkReader reader, ListedResources listed)
{
    /// <summary>Works that are looked at before a new claim is taken in; beyond that nobody can say that it closes no circle.</summary>
    private const int MostWorksToCheck = 5_000;
    private const int MostGenerationsToCheck = 100;

    public Outcome<FoundLineage> Run(string id, string language)
    {
        if (!Guid.TryParse(id, out var root) || listed.Of([root], language).Count == 0)
            return LibraryProblems.NoResource(id);
        using var store = reader.Begin();
        var up = LineageWalk.Up(store, [root], LineageFields.IsLineage);
        var down = LineageWalk.Down(store, [root], LineageFields.IsLineage);
        var known = new HashSet<string>(up.Known.Concat(down.Known), StringComparer.Ordinal);
        var room = LineageWalk.MostWorks - known.Count;
        var siblings = Siblings(store, root, up.Claims, room);
        known.UnionWith(siblings.Select(LineageClaim.KeyOf));
        List<LineageClaim> claims =
        [
            .. up.Claims,
            .. down.Claims,
            // Which of several versions another was translated from, they say themselves.
            .. LineageClaims.Above(store, siblings),
        ];

        var graph = LineageGraph.Of(LineageClaim.KeyOf(root), claims, known, [.. siblings.Select(LineageClaim.KeyOf)]);
        var nodes = new LineageNodes(graph, claims, known, listed, language);
        var sources = LineageClaims.Sources(store);
        var revisions = Revisions.Of(store, nodes.Resources);
        return new FoundLineage
        {
            Root = nodes.Of(LineageClaim.KeyOf(root)),
            Nodes =
            [
                .. graph
                    .Generations.OrderByDescending(work => work.Value)
                    .ThenBy(work => work.Key, StringComparer.Ordinal)
                    .Select(work => nodes.Of(work.Key)),
            ],
            Edges =
            [
                .. graph.Edges.Select(edge => Edge(edge, sources, revisions)),
                // Where a translation is known to be one, that says more than being the same work.
                .. siblings
                    .Select(LineageClaim.KeyOf)
                    .Where(other => graph.Generations[other] == 0)
                    .Select(other => new LineageEdge(LineageKind.SameWork, LineageClaim.KeyOf(root), other, [])),
            ],
            Refused =
            [
                .. graph.Refused.Select(edge => new RefusedEdge(
                    Edge(edge, sources, revisions),
                    nodes.Of(edge.From),
                    nodes.Of(edge.To)
                )),
            ],
            Cut = up.Cut || down.Cut || siblings.Count >= room,
        };
    }

    /// <summary>A resource's lineage in numbers, with two questions to the store.</summary>
    public LineageSummary Summary(Guid resource)
    {
        using var store = reader.Begin();
        var key = LineageClaim.KeyOf(resource);
        var (edges, _) = LineageEdges.WithoutCycles(
            LineageClaims.Around(store, [resource]).Where(claim => LineageFields.IsLineage(claim.Claim.Field))
        );
        var madeFrom = edges.Where(edge => edge.From == key && edge.Kind != LineageKind.PartOf).ToList();
        var revisions = Revisions.Of(store, [.. madeFrom.Select(edge => edge.Claims[0].Target).OfType<Guid>()]);
        return new LineageSummary(
            madeFrom.DistinctBy(edge => edge.To).Count(),
            edges.Where(edge => edge.To == key && edge.Kind != LineageKind.PartOf).DistinctBy(edge => edge.From).Count(),
            edges.Count(edge => edge.From == key && edge.Kind == LineageKind.PartOf),
            edges.Count(edge => edge.To == key && edge.Kind == LineageKind.PartOf),
            madeFrom.Max(edge => revisions.ChangedSince(edge.Claims))
        );
    }

    /// <summary>
    /// Why a work cannot be said to come from another or to be a part of it, or null where it can: for those who write lineage, before they
    /// write it.
    /// </summary>
    /// <param name="from">The work that is to come from the other.</param>
    /// <param name="to">The other.</param>
    public Problem? WouldCloseCycle(Guid from, Guid to, string language)
    {
        using var store = reader.Begin();
        var above = LineageWalk.Up(store, [to], LineageFields.IsLineage, MostWorksToCheck, MostGenerationsToCheck);
        var closes = above.Known.Contains(LineageClaim.KeyOf(from));
        if (!closes && !above.Cut)
            return null;
        var titles = listed.Of([from, to], language);
        var (one, other) = (Title(from), Title(to));
        return closes ? LibraryProblems.LineageCycle(one, other) : LibraryProblems.LineageTooLong(other);

        string Title(Guid id) => titles.TryGetValue(id, out var work) ? work.Summary.Title : id.ToString();
    }

    private static List<Guid> Siblings(BulkReading store, Guid root, List<LineageClaim> claims, int most)
    {
        var works = claims
            .Where(claim => claim.Claim.Field == Fields.Work && claim.Claim.ResourceId == root)
            .Select(claim => claim.Claim.Value)
            .ToList();
        return works.Count == 0 || most <= 0
            ? []
            : [.. LineageClaims.OfWorks(store, works, most + 1).Where(other => other != root).Take(most)];
    }

    private static LineageEdge Edge(MergedEdge edge, IReadOnlyDictionary<Guid, Source> sources, Revisions revisions) =>
        new(
            edge.Kind,
            edge.From,
            edge.To,
            [
                .. edge.Claims.Select(claim => new LineageEvidence(
                    claim.Claim.ResourceId,
                    claim.Claim.Field,
                    claim.Claim.Value,
                    sources[claim.Claim.SourceId].Name,
                    sources[claim.Claim.SourceId].Title,
                    claim.Claim.Rule,
                    claim.Claim.RawRecordId,
                    claim.Claim.ClaimedAt
                )),
            ],
            revisions.ChangedSince(edge.Claims)
        );
}
