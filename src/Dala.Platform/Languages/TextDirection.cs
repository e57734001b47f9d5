namespace Dala.Platform.Languages;

/// <summary>In which direction a language is written, for the attribute <c>dir</c>.</summary>
public static class TextDirection
{
    public const string LeftToRight = "ltr";
    public const string RightToLeft = "rtl";

    // Languages whose usual script runs from right to left (CLDR, scriptMetadata and likelySubtags).
    private static readonly HashSet<string> Languages = new(
        [
            "ar",
            "arc",
            "arz",
            "azb",
            "bal",
            "bgn",
            "brh",
            "ckb",
            "dv",
            "fa",
            "glk",
            "he",
            "khw",
            "ks",
            "lrc",
            "mzn",
            "nqo",
            "pnb",
            "prs",
            "ps",
            "sd",
            "sdh",
            "skr",
            "syr",
            "ug",
            "ur",
            "yi",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> Scripts = new(
        ["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>A script that is named in the tag (<c>kk-Arab</c>) decides before the language does.</summary>
    public static string Of(string tag)
    {
        var subtags = tag.Split('-');
        var script = subtags.Skip(1).FirstOrDefault(subtag => subtag.Length == 4 && char.IsAsciiLetter(subtag[0]));
        var leftwards = script is null ? Languages.Contains(subtags[0]) : Scripts.Contains(script);
        return leftwards ? RightToLeft : LeftToRight;
    }
}
