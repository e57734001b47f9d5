using Dala.Library.Showing;

namespace Dala.Library.Api;

/// <summary>A resource with everything that is claimed about it; <c>dala show --json</c> prints the same.</summary>
public sealed record ResourceJson
{
    public required Guid Id { get; init; }
    public required string Identifier { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required long ChangeNumber { get; init; }
    public required ItemJson Resource { get; init; }
    public string? Description { get; init; }

    /// <summary>How its licence was arrived at.</summary>
    public required LicenceDecisionJson LicenceDecision { get; init; }
    public required IReadOnlyList<ClaimJson> Claims { get; init; }
    public required IReadOnlyList<RawRecordJson> Records { get; init; }

    /// <summary>The same work in other languages or versions.</summary>
    public required IReadOnlyList<ItemJson> Versions { get; init; }

    public static ResourceJson Of(ShownResource shown) =>
        new()
        {
            Id = shown.Resource.Id,
            Identifier = shown.Resource.Identifier,
            ChangedAt = shown.Resource.ChangedAt,
            ChangeNumber = shown.Resource.ChangeNumber,
            Resource = ItemJson.Of(shown.Summary),
            Description = shown.Shown.GetValueOrDefault(Fields.Description)?.Value,
            LicenceDecision = LicenceDecisionJson.Of(shown),
            Claims =
            [
                .. shown.Claims.Select(claim =>
                    ClaimJson.Of(claim) with
                    {
                        Shown = ReferenceEquals(shown.Shown[claim.Field].Claim, claim)
                            ? shown.Shown[claim.Field].Because.ToString()
                            : null,
                    }
                ),
            ],
            Records = [.. shown.RawRecords.Select(RawRecordJson.Of)],
            Versions = [.. shown.Versions.Select(version => ItemJson.Of(version))],
        };
}

/// <summary>One claim with where it comes from.</summary>
/// <param name="RawValue">What stood in the record, where the value was made from something else.</param>
/// <param name="Record">The raw record it was read from.</param>
/// <param name="Shown">Why it is the one that is shown, where it is.</param>
public sealed record ClaimJson(
    string Field,
    string Value,
    string? Language,
    string? RawValue,
    string Rule,
    Guid Record,
    DateTimeOffset ClaimedAt,
    string? Shown
)
{
    public static ClaimJson Of(Claim claim) =>
        new(claim.Field, claim.Value, claim.Language, claim.RawValue, claim.Rule, claim.RawRecordId, claim.ClaimedAt, null);
}

/// <summary>Where a raw record was read, and the SHA-256 of its bytes.</summary>
public sealed record RawRecordJson(Guid Id, string File, long Record, long? Line, string MediaType, string Mapping, string Sha256)
{
    public static RawRecordJson Of(RawPlace place) =>
        new(place.Id, place.File, place.Record, place.Line, place.MediaType, place.Mapping, Convert.ToHexStringLower(place.Hash));
}
