namespace Dala.Standards.Licences;

/// <summary>Reads addresses of Creative Commons in every spelling that people and programs write.</summary>
internal static class CcUri
{
    /// <summary>The licence, or the family if only the version is missing, or neither if there is no such licence.</summary>
    public static (Licence? Licence, string? Family)? Read(string address, LicenceRegister register)
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
    private static bool IsDocument(string part) =>
        part is "rdf" || part.Split('.')[0] is "legalcode" or "deed" or "legalcode-plain";
}
