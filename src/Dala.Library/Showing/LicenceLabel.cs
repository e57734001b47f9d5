using Dala.Platform.Languages;
using Dala.Standards.Licences;

namespace Dala.Library.Showing;

/// <summary>What a licence is called in a line of text: its short name, its kind where no version is stated, or that it is unclear.</summary>
public static class LicenceLabel
{
    public static string Of(LicenceReading reading, Words words) =>
        reading switch
        {
            { Licence: { } licence } => licence.Label,
            { Family: { } family, Tier: not (Tier.T4 or Tier.T5) } => words[
                "library.licence.no-version",
                ("name", NameOf(family))
            ].Value,
            _ => words["library.cite.licence-unclear"].Value,
        };

    /// <summary>What a hint says.</summary>
    public static string Of(LicenceHint hint, Words words) =>
        words[hint.Key, ("licence", hint.Licence), ("versions", hint.Detail)].Value;

    private static string NameOf(string family) =>
        family switch
        {
            "zero" => "CC0",
            "mark" => "Public Domain Mark",
            _ when family == "by" || family.StartsWith("by-", StringComparison.Ordinal) => "CC " + family.ToUpperInvariant(),
            _ => family,
        };
}
