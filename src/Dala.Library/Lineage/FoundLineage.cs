using Dala.Standards.Licences;

namespace Dala.Library.Lineage;

/// <summary>A work in a lineage: one of the library, or one of which only what was claimed is known.</summary>
public sealed record LineageNode
{
    /// <summary>Tells it from the others of the same lineage.</summary>
    public required string Key { get; init; }

    /// <summary>The resource; null where the work is not in the library.</summary>
    public required Guid? Id { get; init; }

    /// <summary>0 for the work that was asked about, 1 and more for where it comes from, -1 and less for what came of it.</summary>
    public required int Generation { get; init; }
    public required string Title { get; init; }
    public string? TitleLanguage { get; init; }
    public required IReadOnlyList<string> Creators { get; init; }
    public IReadOnlyList<string> Languages { get; init; } = [];
    public required LicenceReading Licence { get; init; }
    public string? Url { get; init; }
    public string? Published { get; init; }

    /// <summary>What was changed when it was made.</summary>
    public IReadOnlyList<ChangeNote> Changes { get; init; } = [];
}

/// <summary>A claim that makes an edge: what was said of which resource, by which source, and when it was first said.</summary>
public sealed record LineageEvidence(
    Guid Resource,
    string Field,
    string Value,
    string Source,
    string SourceTitle,
    string Rule,
    Guid Record,
    DateTimeOffset ClaimedAt
);

/// <summary>One work coming from another.</summary>
/// <param name="From">The key of the work that comes from the other or stands in it.</param>
/// <param name="To">The key of the other.</param>
/// <param name="Evidence">The claims that say so, the earliest first; none for two versions of the same work.</param>
/// <param name="SourceChangedAt">When the other changed, where that was after this was made from it.</param>
public sealed record LineageEdge(
    LineageKind Kind,
    string From,
    string To,
    IReadOnlyList<LineageEvidence> Evidence,
    DateTimeOffset? SourceChangedAt = null
);

/// <summary>An edge that would close a circle, with the works at its ends; one of them may not be among the works of the lineage.</summary>
public sealed record RefusedEdge(LineageEdge Edge, LineageNode From, LineageNode To);

/// <summary>Where a work comes from and what came of it.</summary>
public sealed record FoundLineage
{
    public required LineageNode Root { get; init; }

    /// <summary>All works with the one that was asked about, the oldest generation first.</summary>
    public required IReadOnlyList<LineageNode> Nodes { get; init; }
    public required IReadOnlyList<LineageEdge> Edges { get; init; }

    /// <summary>Edges that are left out because they would close a circle.</summary>
    public required IReadOnlyList<RefusedEdge> Refused { get; init; }

    /// <summary>Whether there is more than was read.</summary>
    public required bool Cut { get; init; }
}

/// <summary>A resource's lineage in numbers, for its own page.</summary>
/// <param name="MadeFrom">Works that it was adapted or translated from.</param>
/// <param name="MadeOfIt">Works that were adapted or translated from it.</param>
/// <param name="Wholes">Works that it is a part of.</param>
/// <param name="Parts">Works that are parts of it.</param>
/// <param name="SourceChangedAt">When one of those that it was made from last changed, where that was after it was made.</param>
public sealed record LineageSummary(int MadeFrom, int MadeOfIt, int Wholes, int Parts, DateTimeOffset? SourceChangedAt)
{
    public bool IsEmpty => MadeFrom + MadeOfIt + Wholes + Parts == 0;
}
