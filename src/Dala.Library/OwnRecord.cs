namespace Dala.Library;

/// <summary>
/// Something that is said in this library itself, a decision or a remix. It is kept as what a catalogue says is kept: byte for byte, with its
/// source, its rule and its time.
/// </summary>
public sealed record OwnRecord
{
    /// <summary>One of <see cref="OwnSources"/>.</summary>
    public required string Source { get; init; }

    public required string SourceTitle { get; init; }

    /// <summary>The resource that it speaks about; null where it describes one of its own source, known there by <see cref="Identifier"/>.</summary>
    public Guid? Resource { get; init; }

    /// <summary>What its own resource is called in its source; made where there is none yet.</summary>
    public string? Identifier { get; init; }

    /// <summary>What of the resource it is about: a later record for the same source, resource and part takes its place.</summary>
    public required string Part { get; init; }

    public string MediaType { get; init; } = "application/json";

    /// <summary>The record itself. It names what it is about: the same bytes from the same source are kept once.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>What made the claims, and its version, as a mapping is named: <c>settled@1</c>; a claim's rule adds its field.</summary>
    public required string Rule { get; init; }

    /// <summary>None where the record only takes back what an earlier one said.</summary>
    public IReadOnlyList<OwnClaim> Claims { get; init; } = [];
}

/// <summary>One claim of an own record; <paramref name="Field"/> is one of <see cref="Fields"/>.</summary>
public sealed record OwnClaim(string Field, string Value, string? Language = null, string? RawValue = null);

/// <summary>The sources whose records are made here; nobody imports under their names.</summary>
public static class OwnSources
{
    public const string Decisions = "decisions";
    public const string Remixes = "remixes";

    public static IReadOnlyList<string> All { get; } = [Decisions, Remixes];
}
