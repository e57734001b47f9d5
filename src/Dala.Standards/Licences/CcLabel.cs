namespace Dala.Standards.Licences;

/// <summary>Reads and writes the names people give to Creative Commons licences: <c>CC BY-SA 3.0 IGO</c>.</summary>
internal static class CcLabel
{
    private static readonly string[] Units =
    [
        "by",
        "by-nc",
        "by-nd",
        "by-sa",
        "by-nc-sa",
        "by-nc-nd",
        "by-nd-nc",
        "nc",
        "nc-sa",
        "nd",
        "nd-nc",
        "sa",
    ];

    /// <summary>The label of a licence.</summary>
    public static string Of(string unit, string? version, string? jurisdiction)
    {
        var name = unit switch
        {
            "zero" => "CC0",
            "mark" => "Public Domain Mark",
            "publicdomain" => "CC Public Domain Dedication and Certification",
            "devnations" => "CC Developing Nations",
            "sampling" => "CC Sampling",
            "sampling+" => "CC Sampling Plus",
            "nc-sampling+" => "CC NonCommercial Sampling Plus",
            "GPL" or "LGPL" => "GNU " + unit,
            "MIT" or "BSD" => unit,
            _ => "CC " + unit.ToUpperInvariant(),
        };
        var port = jurisdiction switch
        {
            null => null,
            { Length: > 3 } => char.ToUpperInvariant(jurisdiction[0]) + jurisdiction[1..],
            _ => jurisdiction.ToUpperInvariant(),
        };
        return string.Join(' ', new[] { name, version, port }.Where(part => part is not null));
    }

    /// <summary>The licence, or the family if no version is named; both null if there is no such licence; null if it is no label of CC.</summary>
    public static (Licence? Licence, string? Family, string Rule)? Read(string key, LicenceRegister register)
    {
        var words = key.Split(' ');
        if (ReadTool(words, register) is { } tool)
            return tool;

        var at = words switch
        {
            ["cc", ..] => 1,
            ["creative", "commons", ..] => 2,
            _ => 0,
        };
        var prefixed = at > 0;
        if (prefixed && at < words.Length && words[at] is "license")
            at++;

        var elements = new List<string>();
        while (Element(words, ref at) is { } element)
            elements.Add(element);
        var unit = string.Join('-', elements);
        if (!Units.Contains(unit))
            return null;

        var rest = words[at..].Where(word => word is not ("license" or "public")).ToList();
        if (rest is [])
            return prefixed && elements[0] == "by"
                ? (null, LicenceRegister.FamilyOf(unit), LicenceRules.LabelWithoutVersion)
                : null;
        if (rest[0] is not [>= '0' and <= '9', '.', >= '0' and <= '9'])
            return null;

        var place = string.Join(' ', rest.Skip(1));
        var licence = register
            .Family(LicenceRegister.FamilyOf(unit))
            .FirstOrDefault(candidate => candidate.Version == rest[0] && IsPlace(candidate, place, register));
        return (licence, null, LicenceRules.Label);
    }

    private static bool IsPlace(Licence licence, string place, LicenceRegister register) =>
        place.Length == 0
            ? licence.Jurisdiction is null
            : licence.Jurisdiction == place || LicenceNames.Key(register.EnglishPlace(licence)) == place;

    private static string? Element(string[] words, ref int at)
    {
        var (element, length) = words[at..] switch
        {
            ["by", ..] or ["attribution", ..] => ("by", 1),
            ["nc", ..] or ["noncommercial", ..] => ("nc", 1),
            ["non", "commercial", ..] => ("nc", 2),
            ["no", "derivative", "works", ..] => ("nd", 3),
            ["nd", ..] or ["noderivs", ..] or ["noderivatives", ..] or ["noderivativeworks", ..] => ("nd", 1),
            ["no", "derivs" or "derivatives", ..] => ("nd", 2),
            ["sa", ..] or ["sharealike", ..] => ("sa", 1),
            ["share", "alike", ..] => ("sa", 2),
            _ => (null, 0),
        };
        at += length;
        return element;
    }

    /// <summary>CC0 and the Public Domain Mark, of which there is one version each.</summary>
    private static (Licence?, string?, string)? ReadTool(string[] words, LicenceRegister register)
    {
        var (path, rest) = words switch
        {
            ["cc0", .. var after] => ("publicdomain/zero/", after),
            ["cc", "0" or "zero", .. var after] => ("publicdomain/zero/", after),
            ["creative", "commons", "zero" or "cc0", .. var after] => ("publicdomain/zero/", after),
            ["cc", "pdm", .. var after] => ("publicdomain/mark/", after),
            ["public", "domain", "mark", .. var after] => ("publicdomain/mark/", after),
            ["cc", "public", "domain", "mark", .. var after] => ("publicdomain/mark/", after),
            ["creative", "commons", "public", "domain", "mark", .. var after] => ("publicdomain/mark/", after),
            _ => (null, []),
        };
        if (path is null)
            return null;

        var version = rest is [[>= '0' and <= '9', '.', ..], ..] ? rest[0] : null;
        if (version is not null)
            rest = rest[1..];
        if (
            string.Join(' ', rest)
            is not ("" or "universal" or "license" or "public domain dedication" or "universal public domain dedication")
        )
            return null;
        return version is null
            ? (register.ByCcPath(path + "1.0"), null, LicenceRules.LabelOnlyVersion)
            : (register.ByCcPath(path + version), null, LicenceRules.Label);
    }
}
