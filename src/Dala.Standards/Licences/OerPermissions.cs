namespace Dala.Standards.Licences;

/// <summary>
/// The five permissions of the definition of open educational resources in paragraph 1 of the Recommendation on OER that UNESCO adopted in 2019:
/// no-cost access, re-use, re-purpose, adaptation and redistribution.
/// </summary>
public sealed record OerPermissions
{
    /// <summary>The version of the definition; that of 2012 asked for "no or limited restrictions" instead.</summary>
    public const string Version = "2019";

    /// <summary>To get at it at no cost.</summary>
    public required Allowance Access { get; init; }

    /// <summary>To use it again as it is.</summary>
    public required Allowance Reuse { get; init; }

    /// <summary>To use it as it is for another purpose or elsewhere.</summary>
    public required Allowance Repurpose { get; init; }

    public required Allowance Adapt { get; init; }

    public required Allowance Redistribute { get; init; }

    /// <summary>Whether all five are given; what is not known of one is not known of all, unless another is refused.</summary>
    public Allowance All => Least(Access, Reuse, Repurpose, Adapt, Redistribute);

    /// <summary>How far a work gives them.</summary>
    /// <param name="reading">What its licence was read as.</param>
    /// <param name="access">Whether one gets at it at no cost, where somebody says so; otherwise the licence is taken to be about what one has.</param>
    public static OerPermissions Of(LicenceReading reading, Allowance access = Allowance.Unknown)
    {
        var permissions = reading.Permissions;
        var copy = Given(reading, permissions.Copy);
        return new OerPermissions
        {
            Access = access == Allowance.Unknown ? copy : access,
            Reuse = copy,
            Repurpose = copy,
            Adapt = Given(reading, permissions.Adapt),
            Redistribute = Given(reading, permissions.Share),
        };
    }

    /// <summary>The least of several: refused, unknown, given.</summary>
    internal static Allowance Least(params ReadOnlySpan<Allowance> allowances)
    {
        if (allowances.Contains(Allowance.No))
            return Allowance.No;
        return allowances.Contains(Allowance.Unknown) ? Allowance.Unknown : Allowance.Yes;
    }

    // A licence that gives pieces only, or not to everybody, gives this to nobody in particular (domain research, 8.2: class D with note).
    private static Allowance Given(LicenceReading reading, Allowance allowance) =>
        allowance == Allowance.Yes && reading.Tier >= Tier.T4 ? Allowance.Unknown : allowance;
}
