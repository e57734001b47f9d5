namespace Dala.Standards.Languages;

/// <summary>Reads what people and programs write for a language, and tells a tag's script and direction.</summary>
public static class LanguageTags
{
    /// <summary>Longer than any tag or name of a language.</summary>
    private const int Longest = 100;

    /// <summary>Scripts written from right to left: those whose letters Unicode gives the bidi class R or AL.</summary>
    private static readonly HashSet<string> RightToLeft = new(
        [
            "Adlm",
            "Arab",
            "Aran",
            "Armi",
            "Avst",
            "Chrs",
            "Cprt",
            "Elym",
            "Gara",
            "Hatr",
            "Hebr",
            "Hung",
            "Khar",
            "Lydi",
            "Mand",
            "Mani",
            "Mend",
            "Merc",
            "Mero",
            "Narb",
            "Nbat",
            "Nkoo",
            "Orkh",
            "Ougr",
            "Palm",
            "Phli",
            "Phlp",
            "Phnx",
            "Prti",
            "Rohg",
            "Samr",
            "Sarb",
            "Sidt",
            "Sogd",
            "Sogo",
            "Syrc",
            "Syre",
            "Syrj",
            "Syrn",
            "Thaa",
            "Todr",
            "Yezi",
        ],
        StringComparer.Ordinal
    );

    public static LanguageReading Read(string? raw)
    {
        var statement = raw?.Trim() ?? "";
        if (statement.Length == 0)
            return new(null, LanguageRules.Missing, raw ?? "");
        if (statement.Length > Longest)
            return new(null, LanguageRules.Unknown, raw!);

        // Kyrgyz texts come marked "KG", the country; lower-case "kg" is Kongo. No other country's code is a habit
        // that means one language, so "KZ" or "UA" ask (domain research, 9.10 and rule 12 of section 11).
        if (statement == "KG")
            return new("ky", LanguageRules.CountryCode, raw!);

        var hyphenated = statement.Replace('_', '-');
        if (
            hyphenated.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && TagParser.Read(hyphenated) is { } read
        )
        {
            var rule =
                read.Rule
                ?? (
                    read.Tag == statement ? LanguageRules.Exact
                    : hyphenated != statement ? LanguageRules.Underscore
                    : LanguageRules.Case
                );
            return new(read.Tag, rule, raw!);
        }

        return LanguageNames.TagOf(statement) is { } named
            ? new(named, LanguageRules.Name, raw!)
            : new(null, LanguageRules.Unknown, raw!);
    }

    /// <summary>The script in which texts under this tag are written: stated, or the usual one; null if nobody knows.</summary>
    public static string? Script(string? tag)
    {
        if (string.IsNullOrEmpty(tag))
            return null;
        var registry = SubtagRegistry.Instance;
        var subtags = tag.Split('-', '_');
        if (subtags.Skip(1).FirstOrDefault(subtag => subtag.Length == 4 && char.IsAsciiLetter(subtag[0])) is { } stated)
            return char.ToUpperInvariant(stated[0]) + stated[1..].ToLowerInvariant();

        var region = subtags.Skip(1).FirstOrDefault(subtag => subtag.Length == 2);
        if (region is not null && registry.LikelyScripts.TryGetValue($"{subtags[0]}-{region}", out var byRegion))
            return byRegion;
        if (registry.LikelyScripts.TryGetValue(subtags[0], out var likely))
            return likely;
        if (registry.SuppressScripts.TryGetValue(subtags[0], out var suppressed))
            return suppressed;
        return registry.Macrolanguages.TryGetValue(subtags[0], out var macrolanguage) && macrolanguage != subtags[0]
            ? Script(macrolanguage)
            : null;
    }

    public static TextDirection Direction(string? tag) =>
        Script(tag) is { } script && RightToLeft.Contains(script) ? TextDirection.RightToLeft : TextDirection.LeftToRight;
}
