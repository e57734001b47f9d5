namespace Dala.Standards.Licences;

/// <summary>What came of reading a licence statement: the licence if it is exact, how open it is, by which rule and why.</summary>
public sealed record LicenceReading
{
    /// <summary>The licence, if it was stated exactly; nothing guesses a version.</summary>
    public Licence? Licence { get; init; }

    /// <summary>The kind of licence (<c>by-sa</c>, <c>GFDL</c>), known also when the version is not.</summary>
    public string? Family { get; init; }

    public required Tier Tier { get; init; }

    /// <summary>One of <see cref="LicenceRules"/>.</summary>
    public required string Rule { get; init; }

    /// <summary>The statement as it stood.</summary>
    public required string Raw { get; init; }

    /// <summary>The key of the text that says why; one of <see cref="LicenceReasons"/>.</summary>
    public required string ReasonKey { get; init; }

    public Permissions Permissions { get; init; } = Permissions.Unknown;

    /// <summary>For a person: what was perhaps meant, or why there is no such licence; only where the statement stays unknown.</summary>
    public LicenceHint? Hint { get; init; }
}

/// <summary>The stable codes of the rules by which a licence statement is read.</summary>
public static class LicenceRules
{
    /// <summary>An address of Creative Commons that exists.</summary>
    public const string CcUri = "cc-uri";

    /// <summary>An address of Creative Commons without a version.</summary>
    public const string CcUriUnversioned = "cc-uri-unversioned";

    /// <summary>The address of another known licence.</summary>
    public const string Uri = "uri";

    public const string Spdx = "spdx";

    /// <summary>A name with its version.</summary>
    public const string Label = "label";

    /// <summary>A name without version of something that has only one, such as CC0.</summary>
    public const string LabelOnlyVersion = "label-only-version";

    public const string LabelWithoutVersion = "label-without-version";

    /// <summary>A sentence that names the one licence of the work, without exception: "This work is licensed under …".</summary>
    public const string Sentence = "sentence";

    /// <summary>A statement about rights that is not a licence.</summary>
    public const string RightsStatement = "rights-statement";

    public const string Unknown = "unknown";
    public const string Missing = "missing";

    public static IReadOnlyList<string> All { get; } =
    [
        CcUri,
        CcUriUnversioned,
        Uri,
        Spdx,
        Label,
        LabelOnlyVersion,
        LabelWithoutVersion,
        Sentence,
        RightsStatement,
        Unknown,
        Missing,
    ];
}

/// <summary>The keys of the texts that give the reason for a tier; whoever writes texts must have all of them.</summary>
public static class LicenceReasons
{
    private const string Prefix = "standards.licence.reason.";

    public const string Open = Prefix + "open";
    public const string OpenNonCommercial = Prefix + "open-noncommercial";
    public const string NoAdaptation = Prefix + "no-adaptation";
    public const string RetiredAndRestricted = Prefix + "retired-and-restricted";
    public const string NoSuchLicence = Prefix + "no-such-licence";
    public const string Several = Prefix + "several";
    public const string Unknown = Prefix + "unknown";
    public const string Missing = Prefix + "missing";
    public const string PublicDomainInOneCountry = Prefix + "public-domain-in-one-country";
    public const string PublicDomainUnspecified = Prefix + "public-domain-unspecified";
    public const string CopyrightOnly = Prefix + "copyright-only";
    public const string AllRightsReserved = Prefix + "all-rights-reserved";
    public const string PlatformTerms = Prefix + "platform-terms";
    public const string InCopyright = Prefix + "in-copyright";
    public const string RestrictedByContract = Prefix + "restricted-by-contract";
    public const string CopyrightUndetermined = Prefix + "copyright-undetermined";

    /// <summary>For private study, for teaching only: no permission that a public licence would give.</summary>
    public const string LimitedUse = Prefix + "limited-use";

    /// <summary>It may be read, and nothing is said of more.</summary>
    public const string FreeAccessOnly = Prefix + "free-access-only";

    /// <summary>It is stated that there is none.</summary>
    public const string NoLicence = Prefix + "no-licence";

    public static IReadOnlyList<string> All { get; } =
    [
        Open,
        OpenNonCommercial,
        NoAdaptation,
        RetiredAndRestricted,
        NoSuchLicence,
        Several,
        Unknown,
        Missing,
        PublicDomainInOneCountry,
        PublicDomainUnspecified,
        CopyrightOnly,
        AllRightsReserved,
        PlatformTerms,
        InCopyright,
        RestrictedByContract,
        CopyrightUndetermined,
        LimitedUse,
        FreeAccessOnly,
        NoLicence,
    ];

    internal static string Of(Tier tier) =>
        tier switch
        {
            Tier.T1 => Open,
            Tier.T2 => OpenNonCommercial,
            Tier.T3 => NoAdaptation,
            _ => RetiredAndRestricted,
        };
}
