using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Dala.Standards.Tests.Licences;

/// <summary>What Creative Commons' RDF calls a licence in one language.</summary>
internal sealed record RdfTitle(
    string Uri,
    string Unit,
    string Version,
    string? Jurisdiction,
    string Language,
    string Name,
    string Place
);

internal static partial class RdfTitles
{
    private static readonly HashSet<string> Languages = new(
        ["ar", "az", "de", "en", "es", "fr", "hi", "kk", "pt", "ru", "sv", "tr", "uk", "zh"],
        StringComparer.Ordinal
    );

    /// <summary>The titles in the languages, with their regional forms ("de-at"), of all licences but those of programs.</summary>
    public static IEnumerable<RdfTitle> All()
    {
        XNamespace rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        foreach (var licence in CreativeCommonsDataTests.RdfLicences())
        {
            var uri = licence.Attribute(rdf + "about")!.Value.Replace("http://", "https://", StringComparison.Ordinal);
            var path = uri["https://creativecommons.org/".Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (path is not [_, var unit, var version, ..] || char.IsAsciiLetterUpper(unit[0]))
                continue;
            foreach (var title in licence.Elements(dc + "title"))
            {
                var language = title.Attribute(XNamespace.Xml + "lang")!.Value;
                if (!Languages.Contains(language.Split('-')[0]))
                    continue;
                var whole = Blanks().Replace(Junk().Replace(WebUtility.HtmlDecode(title.Value), ""), " ").Trim();
                var at = whole.LastIndexOf(" " + version, StringComparison.Ordinal);
                if (at > 0)
                    yield return new(
                        uri,
                        unit,
                        version,
                        path.ElementAtOrDefault(3),
                        language,
                        whole[..at],
                        whole[(at + 1 + version.Length)..].Trim()
                    );
            }
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"<[^>]*>|\]\]>")]
    private static partial Regex Junk();
}
