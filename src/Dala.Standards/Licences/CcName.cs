namespace Dala.Standards.Licences;

/// <summary>What came of reading a statement as names of Creative Commons licences; with neither licence nor family it names none that exists.</summary>
internal sealed record CcNameReading(string Rule)
{
    public Licence? Licence { get; init; }

    public string? Family { get; init; }

    /// <summary>The names differ.</summary>
    public bool Several { get; init; }

    /// <summary>A name of a kind that exists, with a version or a place that does not.</summary>
    public bool NoSuch { get; init; }

    public LicenceHint? Hint { get; init; }
}

/// <summary>Reads names of Creative Commons licences in all languages of the data, alone, repeated, with addresses among them.</summary>
internal static class CcName
{
    private static readonly CcNameReading Differ = new(LicenceRules.Unknown) { Several = true };

    /// <summary>Null if the statement is something else.</summary>
    /// <param name="addresses">What was read at each <see cref="LabelKey.Address"/> of the statement.</param>
    public static CcNameReading? Read(string statement, IReadOnlyList<CcNameReading> addresses, LicenceRegister register)
    {
        List<CcNameReading>? readings = null;
        foreach (var labels in LabelParser.Read(register.Phrases, LabelKey.Read(statement)))
        {
            if (All(labels, addresses, register) is { } reading && readings?.Contains(reading) != true)
                (readings ??= []).Add(reading);
        }

        if (readings is null)
            return null;
        var exact = readings.Where(reading => reading.Licence is not null || reading.Family is not null).ToList();
        return exact.Count switch
        {
            1 => exact[0],
            0 => readings.Find(reading => reading.Several) ?? readings.Find(reading => reading.Hint is not null) ?? readings[0],
            // Two ways to take it apart that mean two things.
            _ => null,
        };
    }

    private static CcNameReading? All(StatedLabels labels, IReadOnlyList<CcNameReading> addresses, LicenceRegister register)
    {
        if (labels.Labels.Count == 0)
            return labels.HasPrefix && addresses.Count == 0
                ? new(LicenceRules.Unknown) { Hint = new(LicenceHints.WhichOne) }
                : null;

        var readings = new List<CcNameReading>();
        var address = 0;
        foreach (var label in labels.Labels)
        {
            // A statement that holds the sign itself has more of them than addresses: it names nothing.
            var reading =
                !label.IsAddress ? One(label, labels.Labels.Count > 1, register)
                : address < addresses.Count ? addresses[address++]
                : null;
            if (reading is null)
                return null;
            readings.Add(reading);
        }

        if (readings.Find(reading => reading.Licence is null && reading.Family is null) is { } none)
            return readings.Count == 1 ? none : null;
        if (readings.Select(reading => reading.Family).Distinct(StringComparer.Ordinal).Count() > 1)
            return Differ;
        var exact = readings.Where(reading => reading.Licence is not null).DistinctBy(reading => reading.Licence!.Uri).ToList();
        if (exact.Count > 1)
            return Differ;
        // One that states the version says the same as one that does not, and more.
        var answer = exact is [var only] ? only : readings[0];
        // But not if it names a place of which the version knows nothing: "CC BY Germany" beside the address of CC BY 4.0.
        if (
            answer.Licence is { } licence
            && labels.Labels.Any(label => label.Version is null && label.Places.Length > 0 && !IsAt(licence, label.Places))
        )
            return Differ;
        return labels.IsSentence ? answer with { Rule = LicenceRules.Sentence } : answer;
    }

    private static CcNameReading? One(StatedLabel label, bool amongOthers, LicenceRegister register)
    {
        if (label.Kind is not { } unit)
            return null;
        var members = register.Family(LicenceRegister.FamilyOf(unit));
        if (members.Count == 0)
            return HintOf.Name(unit, label.Version, register) is { } wrong && (label.Prefixed || label.Version is not null)
                ? new(LicenceRules.Unknown) { Hint = wrong }
                : null;

        if (label.Version is null)
            return WithoutVersion(label, unit, members, amongOthers);
        // Nobody says "SA 1.0" of a licence; "CC SA 1.0" and "ShareAlike 1.0" they do.
        if (!label.Prefixed && IsRetired(unit) && (label.Abbreviated || label.Unit is not null))
            return null;

        var version = VersionOf(label.Version, members);
        var found = members.Where(member => member.Version == version && IsAt(member, label.Places)).ToList();
        // CC-BY-NC-ND-1.0 in SPDX is by-nd-nc 1.0; the other way round is no name.
        var licence =
            found.Find(member => member.Unit == unit) ?? found.Find(member => unit == LicenceRegister.FamilyOf(member.Unit));
        if (licence is not null)
            return new(LicenceRules.Label) { Licence = licence, Family = LicenceRegister.FamilyOf(unit) };
        return new(LicenceRules.Unknown) { NoSuch = true, Hint = HintOf.Name(unit, version, register) };
    }

    private static CcNameReading? WithoutVersion(StatedLabel label, string unit, IReadOnlyList<Licence> members, bool amongOthers)
    {
        if (unit is "zero" or "mark" or "publicdomain")
            return new(LicenceRules.LabelOnlyVersion) { Licence = members[0], Family = unit };
        // "Attribution" alone is a word, and "BY" too.
        return
            unit.StartsWith("by", StringComparison.Ordinal)
            && (label.Prefixed || unit.Contains('-', StringComparison.Ordinal) || amongOthers)
            ? new(LicenceRules.LabelWithoutVersion) { Family = LicenceRegister.FamilyOf(unit) }
            : null;
    }

    private static bool IsRetired(string unit) =>
        unit is not ("zero" or "mark" or "publicdomain") && !unit.StartsWith("by", StringComparison.Ordinal);

    /// <summary>"4" is 4.0, as there is no other 4; "2" may be several.</summary>
    private static string VersionOf(string stated, IReadOnlyList<Licence> members)
    {
        if (stated.Contains('.', StringComparison.Ordinal))
            return stated;
        var versions = members
            .Select(member => member.Version)
            .Where(version => version?.StartsWith(stated + ".", StringComparison.Ordinal) == true)
            .Distinct()
            .ToList();
        return versions is [{ } only] ? only : stated;
    }

    private static bool IsAt(Licence licence, string[] places) =>
        places.Length == 0
            ? licence.Jurisdiction is null
            : Array.Exists(
                places,
                place => place == licence.Jurisdiction || (licence.Jurisdiction is null && place == licence.Version)
            );
}
