using Dala.Library.Api;

namespace Dala.Library.Lineage;

/// <summary>Where a resource comes from and what came of it, as programs see it; <c>dala show --lineage --json</c> prints the same.</summary>
/// <param name="Root">The key of the resource that was asked about.</param>
/// <param name="Refused">Edges that are left out because they would close a circle.</param>
/// <param name="Cut">Whether there is more than was read.</param>
public sealed record LineageJson(
    string Root,
    IReadOnlyList<LineageNodeJson> Nodes,
    IReadOnlyList<LineageEdgeJson> Edges,
    IReadOnlyList<LineageEdgeJson> Refused,
    bool Cut
)
{
    public static LineageJson Of(FoundLineage found) =>
        new(
            found.Root.Key,
            [.. found.Nodes.Select(LineageNodeJson.Of)],
            [.. found.Edges.Select(LineageEdgeJson.Of)],
            [.. found.Refused.Select(refused => LineageEdgeJson.Of(refused.Edge))],
            found.Cut
        );
}

/// <summary>A work of a lineage.</summary>
/// <param name="Id">The resource, where the work is in the library.</param>
/// <param name="Generation">1 and more for where the asked resource comes from, -1 and less for what came of it.</param>
/// <param name="Changes">What was changed when it was made.</param>
public sealed record LineageNodeJson(
    string Key,
    Guid? Id,
    int Generation,
    string Title,
    string? TitleLanguage,
    IReadOnlyList<string> Creators,
    IReadOnlyList<string> Languages,
    LicenceJson Licence,
    string? Url,
    string? Published,
    IReadOnlyList<ChangeNote> Changes
)
{
    public static LineageNodeJson Of(LineageNode node) =>
        new(
            node.Key,
            node.Id,
            node.Generation,
            node.Title,
            node.TitleLanguage,
            node.Creators,
            node.Languages,
            LicenceJson.Of(node.Licence),
            node.Url,
            node.Published,
            node.Changes
        );
}

/// <summary>One work coming from another.</summary>
/// <param name="Kind">BasedOn, TranslationOf, PartOf or SameWork.</param>
/// <param name="From">The key of the work that comes from the other, or is a part of it.</param>
/// <param name="Evidence">The claims that say so.</param>
/// <param name="SourceChangedAt">When the other changed, where that was after this was made from it.</param>
public sealed record LineageEdgeJson(
    string Kind,
    string From,
    string To,
    IReadOnlyList<LineageEvidence> Evidence,
    DateTimeOffset? SourceChangedAt
)
{
    public static LineageEdgeJson Of(LineageEdge edge) =>
        new(edge.Kind.ToString(), edge.From, edge.To, edge.Evidence, edge.SourceChangedAt);
}
