namespace Dala.Standards.Licences;

/// <summary>Reads addresses of Creative Commons in every spelling that people and programs write.</summary>
internal static class CcUri
{
    private const string Host = "creativecommons.org";

    /// <summary>Where the buttons of licences lie: the RDF names the button of each (foaf:logo).</summary>
    private static readonly string[] ButtonHosts =
    [
        "i.creativecommons.org/",
        "licensebuttons.net/",
        "mirrors.creativecommons.org/presskit/buttons/",
    ];

    /// <summary>The licence, or the family if only the version is missing, or neither if there is no such licence.</summary>
    public static (Licence? Licence, string? Family)? Read(string address, LicenceRegister register)
    {
        var path = LicenceNames.AddressPart(address);
        if (!path.StartsWith(Host, StringComparison.OrdinalIgnoreCase))
            return Button(path, register) is { } shown ? (shown, null) : null;
        // Most are written as they should be, with the name of a page behind them at most.
        path = path[Host.Length..];
        if (path is not ['/', ..])
            return path.IsEmpty ? (null, null) : null;
        path = path.TrimStart('/');
        var last = path.LastIndexOf('/');
        if (last > 0 && IsDocument(path[(last + 1)..]))
            path = path[..last];
        return register.ByCcPath(path) is { } licence ? (licence, null) : ReadSegments(address, register);
    }

    private static (Licence? Licence, string? Family)? ReadSegments(string address, LicenceRegister register)
    {
        var parts = LicenceNames.Address(address.ToLowerInvariant()).Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (parts is not ["creativecommons.org", ..])
            return null;

        if (parts.Count > 2 && IsDocument(parts[^1]))
            parts.RemoveAt(parts.Count - 1);
        if (parts.Count < 3)
            return (null, null);

        var kind = parts[1] switch
        {
            "licenses" or "licences" or "license" or "licence" => "licenses",
            "publicdomain" => "publicdomain",
            _ => null,
        };
        if (kind is null)
            return (null, null);

        var path = string.Join('/', parts.Skip(2).Prepend(kind));
        if (register.ByCcPath(path) is { } licence)
            return (licence, null);

        // The first version wrote the elements the other way round; SPDX's CC-BY-NC-ND-1.0 names the same address.
        if (parts is [_, _, "by-nc-nd", "1.0", ..])
            return (register.ByCcPath(path.Replace("by-nc-nd", "by-nd-nc", StringComparison.Ordinal)), null);

        var isUnit = parts.Count == 3 && register.Family(parts[2]) is [var first, ..] && first.IsCreativeCommons;
        return (null, isUnit ? parts[2] : null);
    }

    /// <summary>The pages under a licence: <c>legalcode</c>, <c>legalcode.fr</c>, <c>deed.pt_BR</c>, <c>rdf</c>.</summary>
    private static bool IsDocument(ReadOnlySpan<char> part)
    {
        var end = part.IndexOf('.');
        var name = end < 0 ? part : part[..end];
        return part.Equals("rdf", StringComparison.OrdinalIgnoreCase)
            || name.Equals("legalcode", StringComparison.OrdinalIgnoreCase)
            || name.Equals("deed", StringComparison.OrdinalIgnoreCase)
            || name.Equals("legalcode-plain", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Why there is no such licence.</summary>
    public static LicenceHint? Hint(string address, LicenceRegister register)
    {
        var parts = LicenceNames.Address(address.ToLowerInvariant()).Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [Host] or [Host, "licenses" or "licences"] => new(LicenceHints.WhichOne),
            [Host, "licenses" or "licences", var unit] => HintOf.Name(unit, null, register),
            [Host, "licenses" or "licences", var unit, var version, ..] => HintOf.Name(unit, version, register),
            _ => null,
        };
    }

    /// <summary>The path of a licence at a site whose name is almost that of Creative Commons.</summary>
    public static LicenceHint? MistypedHost(string address, LicenceRegister register)
    {
        var path = LicenceNames.Address(address.ToLowerInvariant());
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (
            slash < 0
            || !path[..slash].Contains("common", StringComparison.Ordinal)
            || !path.StartsWith("creativ", StringComparison.Ordinal)
        )
            return null;
        return Read("https://" + Host + path[slash..], register) is ({ } licence, _)
            ? new(LicenceHints.Meant, licence.Label)
            : null;
    }

    private static Licence? Button(ReadOnlySpan<char> address, LicenceRegister register)
    {
        foreach (var host in ButtonHosts)
        {
            if (
                !address.StartsWith(host, StringComparison.OrdinalIgnoreCase)
                || address.LastIndexOf('/') is var last && last <= host.Length
            )
                continue;
            var path = address[host.Length..last].ToString();
            return path.StartsWith("l/", StringComparison.Ordinal) ? register.ByCcPath("licenses" + path[1..])
                : path.StartsWith("p/", StringComparison.Ordinal) ? register.ByCcPath("publicdomain" + path[1..])
                : null;
        }

        return null;
    }
}
