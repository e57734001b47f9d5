namespace Dala.Standards.Languages;

/// <summary>Reads a language tag by the grammar of RFC 5646, section 2.1, and brings it into canonical form (section 4.5).</summary>
internal static class TagParser
{
    /// <summary>The canonical tag and whether the registry or CLDR had to replace something; null if it is not valid.</summary>
    public static (string Tag, string? Rule)? Read(string tag)
    {
        var registry = SubtagRegistry.Instance;
        if (registry.PreferredTags.TryGetValue(tag, out var preferredTag))
            return (preferredTag, preferredTag.Equals(tag, StringComparison.OrdinalIgnoreCase) ? null : LanguageRules.Deprecated);

        var subtags = tag.Split('-');
        string? rule = null;
        var result = new List<string>();
        var at = 0;

        var language = subtags[at++].ToLowerInvariant();
        if (registry.Aliases.TryGetValue(language, out var shorter))
            (language, rule) = (shorter, LanguageRules.Alias);
        if (!registry.Languages.Contains(language))
            return null;
        if (registry.PreferredLanguages.TryGetValue(language, out var preferred))
            (language, rule) = (preferred, LanguageRules.Deprecated);

        if (
            at < subtags.Length
            && subtags[at].Length == 3
            && registry.ExtendedLanguages.TryGetValue(subtags[at], out var extended)
        )
        {
            (language, rule) = (extended, LanguageRules.Deprecated);
            at++;
        }

        result.Add(language);
        if (at < subtags.Length && subtags[at].Length == 4 && IsLetters(subtags[at]))
        {
            var script = char.ToUpperInvariant(subtags[at][0]) + subtags[at][1..].ToLowerInvariant();
            if (!registry.Scripts.Contains(script))
                return null;
            result.Add(Preferred(registry.PreferredScripts, script));
            at++;
        }

        if (
            at < subtags.Length
            && subtags[at] is { Length: 2 } or { Length: 3 }
            && (subtags[at].Length == 2 || IsDigits(subtags[at]))
        )
        {
            var region = subtags[at].ToUpperInvariant();
            if (!registry.Regions.Contains(region))
                return null;
            result.Add(Preferred(registry.PreferredRegions, region));
            at++;
        }

        var variants = new HashSet<string>(StringComparer.Ordinal);
        for (; at < subtags.Length && subtags[at].Length > 3; at++)
        {
            var variant = subtags[at].ToLowerInvariant();
            if (!registry.Variants.Contains(variant) || !variants.Add(variant))
                return null;
            result.Add(Preferred(registry.PreferredVariants, variant));
        }

        while (at < subtags.Length)
        {
            var singleton = subtags[at++].ToLowerInvariant();
            if (singleton.Length != 1 || !char.IsAsciiLetterOrDigit(singleton[0]))
                return null;
            var start = at;
            result.Add(singleton);
            while (at < subtags.Length && IsExtension(subtags[at], singleton))
                result.Add(subtags[at++].ToLowerInvariant());
            if (at == start)
                return null;
        }

        return (string.Join('-', result), rule);

        string Preferred(Dictionary<string, string> map, string subtag)
        {
            if (!map.TryGetValue(subtag, out var better))
                return subtag;
            rule ??= LanguageRules.Deprecated;
            return better;
        }
    }

    private static bool IsExtension(string subtag, string singleton) =>
        subtag.Length <= 8 && subtag.Length >= (singleton == "x" ? 1 : 2) && subtag.All(char.IsAsciiLetterOrDigit);

    private static bool IsLetters(string subtag) => subtag.All(char.IsAsciiLetter);

    private static bool IsDigits(string subtag) => subtag.All(char.IsAsciiDigit);
}
