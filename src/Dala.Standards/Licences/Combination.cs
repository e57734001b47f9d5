namespace Dala.Standards.Licences;

/// <summary>What may become of several works together. It is worked out from licences alone and is not legal advice.</summary>
public sealed record Combination
{
    public required Making Making { get; init; }

    /// <summary>The licences that what is made may carry, the most advisable first; none while something stands against it.</summary>
    public required IReadOnlyList<Licence> Possible { get; init; }

    /// <summary>For each source the rule by which it decides; null where its licence is not known.</summary>
    public required IReadOnlyList<CompatibilityRule?> Rules { get; init; }

    /// <summary>The places of sources whose licence is not known exactly: somebody has to ask before anything can be said.</summary>
    public required IReadOnlyList<int> Asked { get; init; }

    /// <summary>The places of sources of which the licence is known, but not its version; what is said here holds whichever it is.</summary>
    public IReadOnlyList<int> Unversioned { get; init; } = [];

    /// <summary>What stands against it; null if nothing does, or nobody can tell yet.</summary>
    public Conflict? Conflict { get; init; }

    /// <summary>Whether it may be made and shared.</summary>
    public bool IsPossible => Possible.Count > 0;

    public Licence? Recommended => Possible.Count > 0 ? Possible[0] : null;
}

/// <summary>The fewest sources that cannot go together, and what can be done about it.</summary>
/// <param name="Sources">Their places, rising.</param>
/// <param name="LeaveOut">Those of them without which the rest goes together.</param>
/// <param name="AsCollection">Whether all sources may stand beside each other unchanged.</param>
public sealed record Conflict(ConflictKind Kind, IReadOnlyList<int> Sources, IReadOnlyList<int> LeaveOut, bool AsCollection);

/// <summary>Why works cannot go together; for each kind there is a sentence in every language.</summary>
public enum ConflictKind
{
    /// <summary>What is made of a work may not be shared.</summary>
    NoDerivatives,

    /// <summary>A work may be used only in parts, or only by some, or not be passed on.</summary>
    Restricted,

    /// <summary>What is made of a work must carry a licence that nobody can use any more.</summary>
    DeadEnd,

    /// <summary>One work must stay free to sell, another must not be sold.</summary>
    ShareAlikeAgainstNonCommercial,

    /// <summary>Each work demands a licence of its own for the whole.</summary>
    TwoShareAlikes,

    /// <summary>Any other: no licence satisfies all.</summary>
    NoCommonLicence,
}
