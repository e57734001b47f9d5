namespace Dala.Standards.Licences;

/// <summary>
/// The licence of a work as far as it is stated: exactly, or as a family of which nobody said the version. Of a family only that may be said which holds
/// for every one of its licences, so no version is guessed.
/// </summary>
public readonly record struct StatedLicence
{
    private StatedLicence(Licence? exact, string? family) => (Exact, Family) = (exact, family);

    /// <summary>Nothing is known that could be relied on.</summary>
    public static StatedLicence Unknown => default;

    /// <summary>The licence, if it is stated with its version.</summary>
    public Licence? Exact { get; }

    /// <summary>The family, if it is stated without a version.</summary>
    public string? Family { get; }

    public bool IsKnown => Exact is not null || Family is not null;

    /// <summary>The licences that it may be: one, those of a family, or none.</summary>
    public IEnumerable<Licence> Candidates
    {
        get
        {
            var family = Family;
            return Exact is { } exact ? [exact]
                : family is null ? []
                : Licences.All.Where(licence => string.Equals(licence.Unit, family, StringComparison.Ordinal));
        }
    }

    /// <summary>Every licence, and every family without a version.</summary>
    public static IReadOnlyList<StatedLicence> All { get; } =
    [
        .. Licences.All.Select(Of),
        .. Licences
            .All.Where(licence => licence.Tier <= Tier.T3)
            .Select(licence => licence.Unit)
            .Distinct(StringComparer.Ordinal)
            .Select(family => new StatedLicence(null, family)),
    ];

    public static StatedLicence Of(Licence? licence) => new(licence, null);

    /// <summary>What a statement was read as; what is unclear or closed states no licence, whatever family it names.</summary>
    public static StatedLicence Of(LicenceReading reading) =>
        reading.Licence is { } exact ? new(exact, null)
        : reading is { Family: { } family, Tier: <= Tier.T3 }
        && Licences.All.Any(licence => string.Equals(licence.Unit, family, StringComparison.Ordinal))
            ? new(null, family)
        : default;

    public override string ToString() => Exact?.Uri ?? Family ?? "";
}
