using Dala.Standards.Licences;

namespace Dala.Library.Showing;

/// <summary>Where a licence can be read, in the reader's language where its publisher has a translation.</summary>
public static class LicenceDeed
{
    // The translations of deeds that creativecommons.org serves (creativecommons/cc-legal-tools-data, docs/licenses), by our tags.
    private static readonly Dictionary<string, string> Translations = new(StringComparer.Ordinal)
    {
        ["en"] = "en",
        ["ru"] = "ru",
        ["fr"] = "fr",
        ["ar"] = "ar",
        ["es"] = "es",
        ["zh"] = "zh-hans",
        ["tr"] = "tr",
        ["az"] = "az",
        ["uk"] = "uk",
        ["be"] = "be",
        ["de"] = "de",
        ["sv"] = "sv",
        ["pt"] = "pt",
    };

    /// <summary>Whether the address shows a summary in this language.</summary>
    public static bool IsIn(Licence licence, string language) => licence.IsCreativeCommons && Translations.ContainsKey(language);

    public static string Of(Licence licence, string language) =>
        licence.IsCreativeCommons && Translations.TryGetValue(language, out var translation)
            ? $"{licence.Uri}deed.{translation}"
            : licence.Uri;
}
