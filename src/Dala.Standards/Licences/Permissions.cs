namespace Dala.Standards.Licences;

/// <summary>Whether something is allowed; what is not stated stays unknown.</summary>
public enum Allowance
{
    Unknown,
    Yes,
    No,
}

/// <summary>What one may do with a work and under which conditions, so that a page can say it in plain words.</summary>
public sealed record Permissions
{
    public static readonly Permissions Unknown = new();

    public static readonly Permissions None = new()
    {
        Copy = Allowance.No,
        Share = Allowance.No,
        Adapt = Allowance.No,
        Commercial = Allowance.No,
    };

    public Allowance Copy { get; init; }
    public Allowance Share { get; init; }
    public Allowance Adapt { get; init; }
    public Allowance Commercial { get; init; }

    /// <summary>The author must be named.</summary>
    public bool Attribution { get; init; }

    /// <summary>An adaptation must carry the same licence.</summary>
    public bool ShareAlike { get; init; }

    public bool NonCommercial { get; init; }

    /// <summary>Copyright and licence notices must be kept.</summary>
    public bool Notice { get; init; }

    /// <summary>The source must be offered along.</summary>
    public bool SourceCode { get; init; }

    internal static Permissions Of(Licence licence) =>
        new()
        {
            Copy = Permitted(licence, "Reproduction"),
            Share = licence.Permits.Contains("Sharing") ? Allowance.Yes : Permitted(licence, "Distribution"),
            Adapt = Permitted(licence, "DerivativeWorks"),
            Commercial =
                licence.Prohibits.Contains("CommercialUse") ? Allowance.No
                : IsRestricted(licence) ? Allowance.Unknown
                : Allowance.Yes,
            Attribution = licence.Requires.Contains("Attribution"),
            ShareAlike = licence.Requires.Contains("ShareAlike"),
            NonCommercial = licence.Prohibits.Contains("CommercialUse"),
            Notice = licence.Requires.Contains("Notice"),
            SourceCode = licence.Requires.Contains("SourceCode"),
        };

    /// <summary>What holds under every one of these licences; where they differ it is unknown.</summary>
    internal static Permissions Common(IReadOnlyCollection<Licence> licences)
    {
        var all = licences.Select(Of).ToList();
        return new()
        {
            Copy = Agreed(permissions => permissions.Copy),
            Share = Agreed(permissions => permissions.Share),
            Adapt = Agreed(permissions => permissions.Adapt),
            Commercial = Agreed(permissions => permissions.Commercial),
            Attribution = all.Exists(permissions => permissions.Attribution),
            ShareAlike = all.Exists(permissions => permissions.ShareAlike),
            NonCommercial = all.Exists(permissions => permissions.NonCommercial),
            Notice = all.Exists(permissions => permissions.Notice),
            SourceCode = all.Exists(permissions => permissions.SourceCode),
        };

        Allowance Agreed(Func<Permissions, Allowance> of) =>
            all.Select(of).Distinct().ToList() is [var same] ? same : Allowance.Unknown;
    }

    internal static Tier TierOf(Licence licence) =>
        IsRestricted(licence) ? Tier.T4
        : !licence.Permits.Contains("DerivativeWorks") ? Tier.T3
        : licence.Prohibits.Contains("CommercialUse") ? Tier.T2
        : Tier.T1;

    /// <summary>
    /// Retired licences that give less than the whole work or not to everybody. The RDF of the sampling licences says
    /// DerivativeWorks although only pieces may be taken; they are "class D with note" (domain research, 8.2).
    /// </summary>
    internal static bool IsRestricted(Licence licence) =>
        licence.Unit.Contains("sampling", StringComparison.Ordinal)
        || licence.Prohibits.Contains("HighIncomeNationUse")
        || !licence.Permits.Contains("Distribution");

    private static Allowance Permitted(Licence licence, string act) =>
        licence.Permits.Contains(act) ? Allowance.Yes : Allowance.No;
}
