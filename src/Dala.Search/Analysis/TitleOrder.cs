using System.Globalization;

namespace Dala.Search.Analysis;

/// <summary>
/// What titles are sorted by: first by the script they begin in, then by the rules of their own language (CLDR collation). Keys of different languages
/// compare, because a language only moves some letters within the order that all of its script share (UTS 10, tailoring).
/// </summary>
internal static class TitleOrder
{
    // Enough to tell titles apart; a sort key is in every cursor, too.
    private const int LongestTitle = 100;

    private const int BytesPerCharacter = 12;

    // Many languages put their own script before all others, which moves the keys of the whole script. So within a script either all do, or none.
    private static readonly HashSet<string> Cyrillic = new(StringComparer.Ordinal)
    {
        "ru",
        "kk",
        "ky",
        "uk",
        "be",
        "bg",
        "mk",
        "mn",
    };

    private enum Script : byte
    {
        None,
        Latin,
        Cyrillic,
        Arabic,
        Other,
        Han,
    }

    public static byte[] KeyOf(string title, string? language)
    {
        var text = title.AsSpan().Trim();
        if (text.Length > LongestTitle)
            text = text[..(char.IsHighSurrogate(text[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)];
        var script = ScriptOf(text);
        var rules = RulesOf(script, language);
        Span<byte> key = stackalloc byte[LongestTitle * BytesPerCharacter];
        var length = rules.GetSortKeyLength(text);
        if (length > key.Length)
            key = new byte[length];
        length = rules.GetSortKey(text, key);
        return [(byte)script, .. key[..length]];
    }

    private static Script ScriptOf(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                return c switch
                {
                    < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => Script.Latin,
                    >= '\u0400' and <= '\u052F' => Script.Cyrillic,
                    (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') => Script.Arabic,
                    (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') => Script.Han,
                    _ => Script.Other,
                };
        }

        return Script.None;
    }

    private static CompareInfo RulesOf(Script script, string? language)
    {
        var own = string.IsNullOrEmpty(language) ? "" : Segments.LanguageSets.Primary(language);
        return script switch
        {
            Script.Latin => RulesOf(IsWrittenInLatin(own) ? own : ""),
            Script.Cyrillic => RulesOf(Cyrillic.Contains(own) ? own : "ru"),
            Script.Arabic => RulesOf("ar"),
            Script.Han => RulesOf("zh"),
            _ => CultureInfo.InvariantCulture.CompareInfo,
        };
    }

    private static bool IsWrittenInLatin(string language) =>
        !Cyrillic.Contains(language)
        && language is not ("ar" or "fa" or "ur" or "zh" or "ja" or "ko" or "el" or "he" or "hi" or "ka" or "hy");

    private static CompareInfo RulesOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language).CompareInfo;
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture.CompareInfo;
        }
    }
}
