using System.Text.RegularExpressions;

namespace Dala.Standards.Licences;

/// <summary>Recognises licences exactly, or says that it does not know.</summary>
public static partial class Licences
{
    /// <summary>No licence name is longer; what is longer is prose.</summary>
    private const int LongestName = 300;

    /// <summary>Every licence that can be recognised.</summary>
    public static IReadOnlyList<Licence> All => LicenceRegister.Instance.All;

    public static LicenceReading Recognise(string? raw)
    {
        var register = LicenceRegister.Instance;
        var statement = raw?.Trim() ?? "";
        if (statement.Length == 0)
            return Unclear(raw, LicenceRules.Missing, LicenceReasons.Missing);

        if (LicenceNames.IsAddress(statement))
            return Address(raw!, statement, register);
        if (register.BySpdx(statement) is { } bySpdx)
            return Known(raw!, bySpdx, LicenceRules.Spdx);
        if (register.ByLabel(statement) is { } byLabel)
            return Known(raw!, byLabel, LicenceRules.Label);

        var key = LicenceNames.Key(statement);
        if (key.Length == 0)
            return Unclear(raw, LicenceRules.Missing, LicenceReasons.Missing);

        return NameWithAbbreviation(raw!, statement, register)
            ?? Name(raw!, key, register)
            ?? Sentence(raw!, statement, register)
            ?? Statement(raw!, key, register)
            ?? (
                AreSeveral(statement, register)
                    ? Unclear(raw, LicenceRules.Unknown, LicenceReasons.Several)
                    : Unclear(raw, LicenceRules.Unknown, LicenceReasons.Unknown)
            );
    }

    private static LicenceReading Address(string raw, string statement, LicenceRegister register)
    {
        if (CcUri.Read(statement, register) is { } found)
        {
            return found switch
            {
                ({ } licence, _) => Known(raw, licence, LicenceRules.CcUri),
                (_, { } family) => KnownFamily(raw, family, LicenceRules.CcUriUnversioned, register),
                _ => Unclear(raw, LicenceRules.Unknown, LicenceReasons.NoSuchLicence),
            };
        }

        var key = LicenceNames.Key(statement);
        if (register.ByName(key) is { } other)
            return Known(raw, other, LicenceRules.Uri);
        if (register.FamilyByName(key) is { } unit)
            return KnownFamily(raw, unit, LicenceRules.LabelWithoutVersion, register);
        return Statement(raw, key, register) ?? Unclear(raw, LicenceRules.Unknown, LicenceReasons.Unknown);
    }

    private static LicenceReading? Name(string raw, string key, LicenceRegister register)
    {
        if (key.Length > LongestName)
            return null;
        if (register.ByName(key) is { } other)
            return Known(raw, other, LicenceRules.Label);
        if (register.FamilyByName(key) is { } unit)
            return KnownFamily(raw, unit, LicenceRules.LabelWithoutVersion, register);
        return CcLabel.Read(key, register) switch
        {
            null => null,
            ({ } licence, _, var rule) => Known(raw, licence, rule),
            (_, { } family, var rule) => KnownFamily(raw, family, rule, register),
            _ => Unclear(raw, LicenceRules.Unknown, LicenceReasons.NoSuchLicence),
        };
    }

    /// <summary>As deeds write it: "Creative Commons Attribution 4.0 International (CC BY 4.0)"; both must say the same.</summary>
    private static LicenceReading? NameWithAbbreviation(string raw, string statement, LicenceRegister register)
    {
        if (statement.Length > LongestName || EndsInParentheses().Match(statement) is not { Success: true } match)
            return null;
        var name = Name(raw, LicenceNames.Key(match.Groups[1].Value), register);
        var abbreviation = Name(raw, LicenceNames.Key(match.Groups[2].Value), register);
        return name?.Licence is not null && name.Licence == abbreviation?.Licence ? name
            : name?.Family is not null && name == abbreviation ? name
            : null;
    }

    // Only what says nothing else: an exception before or after it would be lost.
    private static LicenceReading? Sentence(string raw, string statement, LicenceRegister register)
    {
        if (statement.Length > LongestName || IsLicensedUnder().Match(statement) is not { Success: true } match)
            return null;
        var name = match.Groups["name"].Value;
        var reading = NameWithAbbreviation(raw, name, register) ?? Name(raw, LicenceNames.Key(name), register);
        return reading is { Licence: not null } or { Family: not null } ? reading with { Rule = LicenceRules.Sentence } : null;
    }

    private static LicenceReading? Statement(string raw, string key, LicenceRegister register)
    {
        var reason = register.ReasonByName(key);
        if (reason is null && PublicDomainSomewhere().IsMatch(key))
            reason = LicenceReasons.PublicDomainInOneCountry;
        if (reason is null && Reserved().IsMatch(key) && !CreativeCommons().IsMatch(key))
            reason = LicenceReasons.AllRightsReserved;

        return reason switch
        {
            null => null,
            LicenceReasons.Missing => Unclear(raw, LicenceRules.Missing, reason),
            LicenceReasons.AllRightsReserved or LicenceReasons.InCopyright => Closed(raw, reason, Permissions.None),
            // Class D of the domain research (8.2): no public licence is stated, so none is there to rely on.
            LicenceReasons.CopyrightOnly or LicenceReasons.PlatformTerms => Closed(raw, reason, Permissions.Unknown),
            _ => Unclear(raw, LicenceRules.RightsStatement, reason),
        };
    }

    private static bool AreSeveral(string statement, LicenceRegister register)
    {
        var parts = statement.Split(
            [",", ";", "\n", " and ", " or "],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        return parts.Length is > 1 and < 20
            && Array.TrueForAll(parts, part => Name(part, LicenceNames.Key(part), register) is not null);
    }

    private static LicenceReading Known(string raw, Licence licence, string rule) =>
        new()
        {
            Licence = licence,
            Family = LicenceRegister.FamilyOf(licence.Unit),
            Tier = licence.Tier,
            Rule = rule,
            Raw = raw,
            ReasonKey = LicenceReasons.Of(licence.Tier),
            Permissions = licence.Permissions,
        };

    private static LicenceReading KnownFamily(string raw, string family, string rule, LicenceRegister register)
    {
        var members = register.Family(family);
        var tiers = members.Select(member => member.Tier).Distinct().ToList();
        return new()
        {
            Family = LicenceRegister.FamilyOf(members[0].Unit),
            Tier = tiers is [var same] ? same : Tier.T4,
            Rule = rule,
            Raw = raw,
            ReasonKey = tiers is [var tier] ? LicenceReasons.Of(tier) : LicenceReasons.Unknown,
            Permissions = Permissions.Common(members),
        };
    }

    private static LicenceReading Unclear(string? raw, string rule, string reason) =>
        new()
        {
            Tier = Tier.T4,
            Rule = rule,
            Raw = raw ?? "",
            ReasonKey = reason,
        };

    private static LicenceReading Closed(string raw, string reason, Permissions permissions) =>
        new()
        {
            Tier = Tier.T5,
            Rule = LicenceRules.RightsStatement,
            Raw = raw,
            ReasonKey = reason,
            Permissions = permissions,
        };

    [GeneratedRegex(@"^([^()]+?)\s*\(([^()]+)\)$")]
    private static partial Regex EndsInParentheses();

    [GeneratedRegex(
        @"^(?:this|the) (?:work|book|text|material|content|resource|lesson|course|document|article) is (?:licen[sc]ed|shared(?: with the public)?|released|published|distributed|made available) (?:under|using) (?:the terms of )?(?:an? |the )?(?<name>.+?)(?: licen[sc]e)?\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex IsLicensedUnder();

    [GeneratedRegex(@"^public domain in (the )?(?!world|public)[\p{L} .]{2,40}$")]
    private static partial Regex PublicDomainSomewhere();

    [GeneratedRegex(@"\ball rights reserved\b")]
    private static partial Regex Reserved();

    [GeneratedRegex(@"\b(cc|creative commons)\b")]
    private static partial Regex CreativeCommons();
}
