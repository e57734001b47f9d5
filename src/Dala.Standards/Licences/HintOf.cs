namespace Dala.Standards.Licences;

/// <summary>Finds the hint for a Creative Commons name or address that is none.</summary>
internal static class HintOf
{
    private static readonly string[] Elements = ["by", "nc", "nd", "sa"];

    public static LicenceHint? Name(string unit, string? version, LicenceRegister register)
    {
        if (LicenceRegister.FamilyOf(unit) is var family && register.Family(family) is { Count: > 0 } members)
        {
            if (version is null)
                return null;
            // Since version 2.0 every licence asks for attribution.
            var attributed = unit.StartsWith("by", StringComparison.Ordinal) ? null : Meant("by-" + unit, version, register);
            return attributed ?? Version(unit, version, [.. members]);
        }

        var elements = unit.Split('-').Distinct(StringComparer.Ordinal).ToList();
        if (elements.Count == 0 || !elements.TrueForAll(element => Elements.Contains(element)))
            return null;
        if (elements.Contains("nd") && elements.Contains("sa"))
            return new(LicenceHints.Contradiction);

        // In their order, and since version 2.0 always with attribution.
        var meant = string.Join('-', Elements[1..].Where(elements.Contains).Prepend("by").OrderBy(Rank));
        return Meant(meant, version, register);
    }

    /// <summary>That there is such a licence, but not for this place.</summary>
    public static LicenceHint? Port(string unit, string version, LicenceRegister register) =>
        register
            .Family(LicenceRegister.FamilyOf(unit))
            .FirstOrDefault(licence => licence.Version == version && licence.Jurisdiction is null)
            is { } licence
            ? new(LicenceHints.NoSuchPort, licence.Label)
            : null;

    public static LicenceHint Meant(LicenceReading reading) =>
        new(LicenceHints.Meant, reading.Licence?.Label ?? CcLabel.Of(reading.Family!, null, null));

    private static LicenceHint? Meant(string unit, string? version, LicenceRegister register)
    {
        var members = register.Family(unit);
        if (members.Count == 0)
            return null;
        if (version is null)
            return new(LicenceHints.Meant, CcLabel.Of(unit, null, null));
        return
            members.FirstOrDefault(member => member.Version == version && member.Jurisdiction is null && member.Unit == unit)
                is { } exact
            ? new(LicenceHints.Meant, exact.Label)
            : null;
    }

    private static LicenceHint? Version(string unit, string version, List<Licence> members)
    {
        if (members.Exists(member => member.Version == version && member.Unit == unit))
            return new(LicenceHints.NoSuchPort, CcLabel.Of(unit, version, null));
        // by-nd-nc is an order of version 1.0 only.
        if (members.Find(member => member.Version == version && member.Jurisdiction is null) is { } other)
            return new(LicenceHints.Meant, other.Label);
        var versions = members
            .Where(member => member.Unit == members[^1].Unit)
            .Select(member => member.Version!)
            .Distinct()
            .Order(StringComparer.Ordinal);
        return new(LicenceHints.NoSuchVersion, CcLabel.Of(unit, null, null), string.Join(", ", versions));
    }

    // by-nc-sa, by-nc-nd: as the list has them.
    private static int Rank(string element) => Array.IndexOf(Elements, element);
}
