namespace Dala.Library.Lineage;

/// <summary>A claim of lineage with the resource that it names, where it is in the library.</summary>
public sealed record LineageClaim(Claim Claim, Guid? Target)
{
    public LineageKind Kind => LineageFields.KindOf(Claim.Field);

    /// <summary>The work that comes from the other, or stands in it.</summary>
    public string From => Claim.Field == Fields.HasPart ? Named : KeyOf(Claim.ResourceId);

    /// <summary>The work that the other comes from, or stands in.</summary>
    public string To => Claim.Field == Fields.HasPart ? KeyOf(Claim.ResourceId) : Named;

    /// <summary>The earlier claim first; two of one moment always in the same order, whatever order they were read in.</summary>
    public static IComparer<LineageClaim> InOrder { get; } =
        Comparer<LineageClaim>.Create(
            static (one, other) =>
                (one.Claim.ClaimedAt, one.Claim.RawRecordId, one.Claim.Position, one.Claim.ResourceId).CompareTo(
                    (other.Claim.ClaimedAt, other.Claim.RawRecordId, other.Claim.Position, other.Claim.ResourceId)
                )
        );

    /// <summary>The key of a resource among the nodes of a graph.</summary>
    public static string KeyOf(Guid resource) => resource.ToString();

    // An address names one work whoever says it; the same name in two catalogues may be two works.
    private string Named =>
        Target is { } target ? KeyOf(target)
        : WebAddress.Of(Claim.Value) is { } address ? address
        : $"{Claim.SourceId} {Claim.Value}";
}
