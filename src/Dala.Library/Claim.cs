namespace Dala.Library;

/// <summary>
/// What one source says about one field of a resource. Nothing is shown that is not a claim, and every claim leads back to the bytes it was
/// read from.
/// </summary>
public sealed class Claim
{
    public required Guid ResourceId { get; init; }

    /// <summary>One of <see cref="Fields"/>.</summary>
    public required string Field { get; init; }

    /// <summary>The raw record it was read from.</summary>
    public required Guid RawRecordId { get; init; }

    /// <summary>Its place among the claims that were read from the same raw record.</summary>
    public required int Position { get; init; }

    public required Guid SourceId { get; init; }

    public required string Value { get; init; }

    /// <summary>The BCP 47 tag of the value's language, where it is a text and its language is known.</summary>
    public string? Language { get; init; }

    /// <summary>What stood in the record, where the value was made from something else.</summary>
    public string? RawValue { get; init; }

    /// <summary>Mapping, its version and the rule that made the value: <c>oer-commons@1/title</c>.</summary>
    public required string Rule { get; init; }

    public required DateTimeOffset ClaimedAt { get; init; }
}
