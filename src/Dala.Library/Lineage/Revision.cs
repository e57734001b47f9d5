using System.Globalization;

namespace Dala.Library.Lineage;

/// <summary>
/// A source sent another record in the place of one that stood: the resource is no longer what it was. The same bytes again, or the same record
/// read by a newer mapping, are no revision.
/// </summary>
public sealed class Revision
{
    public required Guid ResourceId { get; init; }

    /// <summary>The import that brought it.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The change number that the resource got by it.</summary>
    public required long ChangeNumber { get; init; }
    public required DateTimeOffset RevisedAt { get; init; }

    /// <summary>The raw value of a claim that says from which state of a resource a work was made: the resource and its change number.</summary>
    public static string Mark(Guid resource, long changeNumber) =>
        string.Create(CultureInfo.InvariantCulture, $"{resource}@{changeNumber}");

    /// <summary>The change number of a resource in such a raw value, or null where a claim has none for it.</summary>
    public static long? MarkOf(Claim claim, Guid resource) =>
        claim.RawValue is { Length: > 37 } raw
        && raw[36] == '@'
        && Guid.TryParseExact(raw[..36], "D", out var marked)
        && marked == resource
        && long.TryParse(raw.AsSpan(37), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
