using System.Text.RegularExpressions;

namespace Dala.Standards.Licences;

/// <summary>Recognises licences exactly, or says that it does not know.</summary>
public static partial class Licences
{
    /// <summary>No licence name is longer; what is longer is prose.</summary>
    private const int LongestName = 300;

    /// <summary>The HTML that a licence chooser gives has less than half of that.</summary>
    private const int LongestMarkup = 2000;

    /// <summary>What is looked at for a typing error.</summary>
    private const int LongestTyped = 60;

    private static readonly System.Buffers.SearchValues<char> Blanks = System.Buffers.SearchValues.Create(" \t\r\n\u00A0");

    /// <summary>Every licence that can be recognised.</summary>
    public static IReadOnlyList<Licence> All => LicenceRegister.Instance.All;

    public static LicenceReading Recognise(string? raw)
    {
        var register = LicenceRegister.Instance;
        var statement = raw?.Trim() ?? "";
        if (statement.Length == 0)
            return Unclear(raw, LicenceRules.Missing, LicenceReasons.Missing);

        if (LicenceNames.IsAddress(statement) && !statement.AsSpan().ContainsAny(Blanks))
            return Address(raw!, LicenceNames.WithoutJunk(statement), register);
        if (register.BySpdx(statement) is { } bySpdx)
            return Known(raw!, bySpdx, LicenceRules.Spdx);
        if (register.ByLabel(statement) is { } byLabel)
            return Known(raw!, byLabel, LicenceRules.Label);

        // "<https://…>.", "(CC BY 4.0)": what only wraps it.
        var bare = LicenceNames.WithoutJunk(statement);
        if (bare.Length < statement.Length && LicenceNames.IsAddress(bare) && !bare.AsSpan().ContainsAny(Blanks))
            return Address(raw!, bare, register);

        var key = LicenceNames.Key(statement);
        if (key.Length == 0)
            return Unclear(raw, LicenceRules.Missing, LicenceReasons.Missing);

        return NameWithAbbreviation(raw!, statement, register)
            ?? Name(raw!, statement, key, register)
            ?? WithAddress(raw!, statement, register)
            ?? Sentence(raw!, statement, register)
            ?? Statement(raw!, statement, key, register)
            ?? Several(raw!, statement, register)
            ?? (Unclear(raw, LicenceRules.Unknown, LicenceReasons.Unknown) with { Hint = Mistyped(statement, register) });
    }

    private static LicenceReading Address(string raw, string statement, LicenceRegister register)
    {
        if (CcUri.Read(statement, register) is { } found)
        {
            return found switch
            {
                ({ } licence, _) => Known(raw, licence, LicenceRules.CcUri),
                (_, { } family) => KnownFamily(raw, family, LicenceRules.CcUriUnversioned, register),
                _ => Unclear(raw, LicenceRules.Unknown, LicenceReasons.NoSuchLicence) with
                {
                    Hint = CcUri.Hint(statement, register),
                },
            };
        }

        var key = LicenceNames.Key(statement);
        if (register.ByName(key) is { } other)
            return Known(raw, other, LicenceRules.Uri);
        if (register.FamilyByName(key) is { } unit)
            return KnownFamily(raw, unit, LicenceRules.LabelWithoutVersion, register);
        if (register.NameInVocabulary(statement) is { } id)
        {
            if (register.BySpdx(id) is { } bySpdx)
                return Known(raw, bySpdx, LicenceRules.Spdx);
            if (CcName.Read(id, [], register) is { Licence: { } named })
                return Known(raw, named, LicenceRules.Label);
        }

        return Statement(raw, statement, key, register)
            ?? (
                Unclear(raw, LicenceRules.Unknown, LicenceReasons.Unknown) with
                {
                    Hint = CcUri.MistypedHost(statement, register),
                }
            );
    }

    private static LicenceReading? Name(string raw, string statement, string key, LicenceRegister register)
    {
        if (key.Length > LongestName)
            return null;
        if (register.ByName(key) is { } other)
            return Known(raw, other, LicenceRules.Label);
        if (register.FamilyByName(key) is { } unit)
            return KnownFamily(raw, unit, LicenceRules.LabelWithoutVersion, register);
        return register.ReasonByName(key) is null && CcName.Read(statement, [], register) is { } read
            ? Of(raw, read, register)
            : null;
    }

    private static LicenceReading Of(string raw, CcNameReading read, LicenceRegister register) =>
        read switch
        {
            { Licence: { } licence } => Known(raw, licence, read.Rule),
            { Family: { } family } => KnownFamily(raw, family, read.Rule, register),
            { Several: true } => Unclear(raw, LicenceRules.Unknown, LicenceReasons.Several),
            _ => Unclear(raw, LicenceRules.Unknown, read.NoSuch ? LicenceReasons.NoSuchLicence : LicenceReasons.Unknown) with
            {
                Hint = read.Hint,
            },
        };

    /// <summary>As deeds write it: "GNU General Public License 3 (GPLv3)"; both must say the same.</summary>
    private static LicenceReading? NameWithAbbreviation(string raw, string statement, LicenceRegister register)
    {
        if (
            statement.Length > LongestName
            || statement[^1] != ')'
            || EndsInParentheses().Match(statement) is not { Success: true } match
        )
            return null;
        var name = Name(raw, match.Groups[1].Value, LicenceNames.Key(match.Groups[1].Value), register);
        var abbreviation = Name(raw, match.Groups[2].Value, LicenceNames.Key(match.Groups[2].Value), register);
        return name?.Licence is not null && name.Licence == abbreviation?.Licence ? name
            : name?.Family is not null && name == abbreviation ? name
            : null;
    }

    /// <summary>Words with addresses among them: "CC BY 4.0, https://…", the HTML of a licence chooser. All must say the same.</summary>
    private static LicenceReading? WithAddress(string raw, string statement, LicenceRegister register)
    {
        if (statement.Length > LongestMarkup)
            return null;
        var text = statement.Contains('<', StringComparison.Ordinal) ? EmbeddedAddresses.OfMarkup(statement) : null;
        if (EmbeddedAddresses.Of(text ?? statement) is not { } found)
            return text is { Length: > 0 and < LongestName } ? Name(raw, text, LicenceNames.Key(text), register) : null;

        var addresses = new List<CcNameReading>();
        foreach (var address in found.Addresses)
        {
            var read = Address(raw, LicenceNames.WithoutJunk(address), register);
            if (read is { Licence: null, Family: null })
                return null;
            addresses.Add(new(read.Rule) { Licence = read.Licence, Family = read.Family });
        }

        return CcName.Read(found.Text, addresses, register) is { } name ? Of(raw, name, register) : null;
    }

    // Only what says nothing else: an exception before or after it would be lost.
    private static LicenceReading? Sentence(string raw, string statement, LicenceRegister register)
    {
        if (statement.Length > LongestName || IsLicensedUnder().Match(statement) is not { Success: true } match)
            return null;
        var name = match.Groups["name"].Value;
        var reading = NameWithAbbreviation(raw, name, register) ?? Name(raw, name, LicenceNames.Key(name), register);
        return reading is { Licence: not null } or { Family: not null } ? reading with { Rule = LicenceRules.Sentence } : null;
    }

    private static LicenceReading? Statement(string raw, string statement, string key, LicenceRegister register)
    {
        var reason = register.ReasonByName(key);
        if (reason is null && PublicDomainSomewhere().IsMatch(key))
            reason = LicenceReasons.PublicDomainInOneCountry;
        if (reason is null && Reserved().IsMatch(key) && !CreativeCommons().IsMatch(key))
            reason = LicenceReasons.AllRightsReserved;
        if (reason is null && register.IsCopyrightLine(statement, key))
            reason = LicenceReasons.CopyrightOnly;

        return reason switch
        {
            null => null,
            LicenceReasons.Missing => Unclear(raw, LicenceRules.Missing, reason),
            LicenceReasons.AllRightsReserved or LicenceReasons.InCopyright => Closed(raw, reason, Permissions.None),
            // Class D of the domain research (8.2): no public licence is stated, so none is there to rely on.
            LicenceReasons.CopyrightOnly
            or LicenceReasons.PlatformTerms
            or LicenceReasons.LimitedUse
            or LicenceReasons.FreeAccessOnly
            or LicenceReasons.NoLicence => Closed(raw, reason, Permissions.Unknown),
            _ => Unclear(raw, LicenceRules.RightsStatement, reason),
        };
    }

    /// <summary>A list of names; whoever gives two has not said which holds.</summary>
    private static LicenceReading? Several(string raw, string statement, LicenceRegister register)
    {
        if (statement.Length > LongestMarkup)
            return null;
        var parts = Between().Split(statement).Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        if (parts.Count is < 2 or >= 20)
            return null;

        var readings = parts.ConvertAll(part =>
            LicenceNames.IsAddress(part) && !part.AsSpan().ContainsAny(Blanks)
                ? Address(part, LicenceNames.WithoutJunk(part), register)
            : register.BySpdx(part) is { } bySpdx ? Known(part, bySpdx, LicenceRules.Spdx)
            : Name(part, part, LicenceNames.Key(part), register)
        );
        if (
            !readings.TrueForAll(reading =>
                reading is { Licence: not null } or { Family: not null } or { ReasonKey: LicenceReasons.Several }
            )
        )
            return null;
        return readings[0]!.Licence is { } first && readings.TrueForAll(reading => reading!.Licence == first)
            ? Known(raw, first, readings[0]!.Rule)
            : Unclear(raw, LicenceRules.Unknown, LicenceReasons.Several);
    }

    /// <summary>A first word that is almost "CC" before a name that would be one: CCY-BY-SA-4.0.</summary>
    private static LicenceHint? Mistyped(string statement, LicenceRegister register)
    {
        if (statement.Length > LongestTyped || AlmostPrefix().Match(statement) is not { Success: true } match)
            return null;
        var meant = Name("", "CC " + match.Groups["rest"].Value, "cc " + match.Groups["rest"].Value, register);
        return meant is { Licence: not null } or { Family: not null } ? HintOf.Meant(meant) : null;
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

    [GeneratedRegex(
        @"\s*[,;|\n]\s*|\s+/\s+|(?<=[a-z\d)])/(?=[a-z])|\s+(?:and|or|und|oder|et|ou|y|o|e|och|eller|и|или|және|немесе|та|або|veya|və|va|yoki|أو|و|和|或|&|\+)\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Between();

    [GeneratedRegex(
        @"^c[a-z]{1,3}[ _-]+(?<rest>(?:by|nc|nd|sa|0|zero)\b.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AlmostPrefix();
}
