using System.Net;

namespace Dala.Standards.Tests.Licences;

/// <summary>
/// Statements made from Creative Commons' own RDF and deeds, with the answer known by how they were made: an address, "family X", "several" or "none".
/// </summary>
internal static class GeneratedStatements
{
    private const string Site = "https://creativecommons.org/";

    /// <summary>
    /// Titles of the RDF that name another licence than theirs: a Japanese port called Generic, South Africa called the United States, Scotland England,
    /// Guatemala Catalonia, ports without their place, elements in another order, and Kazakh, in which the name of nc is the title of by-nc.
    /// </summary>
    private static bool IsMistitled(RdfTitle title) =>
        (title.Unit, title.Version, title.Jurisdiction) is ("by-nc-nd", "2.0", "jp") or (_, "3.0", "za")
        || (title.Language, title.Unit) is ("pt-pt", "by-nd-nc")
        || (title.Language, title.Jurisdiction) is ("tr", "scotland") or ("ar", "gt")
        || (title.Language, title.Unit) is ("kk", "by-nc")
        || title.Place.StartsWith("country.", StringComparison.Ordinal)
        || (title.Jurisdiction is not null && title.Place.Length == 0);

    public static IEnumerable<(string Statement, string Answer)> All() =>
        Addresses().Concat(Abbreviations()).Concat(Titles()).Concat(Deeds()).Concat(Markup()).DistinctBy(pair => pair.Item1);

    /// <summary>Every address in the spellings of people and programs.</summary>
    public static IEnumerable<(string Statement, string Answer)> Addresses()
    {
        foreach (var uri in Uris())
        {
            var bare = uri[Site.Length..].TrimEnd('/');
            foreach (
                var spelling in new[]
                {
                    uri,
                    "http://creativecommons.org/" + bare,
                    $"http://www.creativecommons.org/{bare}/",
                    $"creativecommons.org/{bare}",
                    $"//creativecommons.org/{bare}/",
                    $"HTTP://CREATIVECOMMONS.ORG/{bare.ToUpperInvariant()}",
                    $"{Site}{bare}/legalcode.de",
                    $"{Site}{bare}/legalcode.txt",
                    $"{Site}{bare}/deed.pt_BR",
                    $"{Site}{bare}/deed.zh-hant",
                    $"{Site}{bare}/deed.es-es#ref",
                    $"{Site}{bare}/rdf",
                    $"{Site}{bare}/?lang=kk&x=(1)",
                    $"{Site}/{bare.Replace("/", "//", StringComparison.Ordinal)}//",
                    $"https//creativecommons.org/{bare}/",
                    $"http:/creativecommons.org/{bare}/",
                    $"<{uri}>",
                    $"\"{uri}\"",
                    $"({uri}).",
                    $"“{uri}”",
                    $"\u00A0{uri},\r\n",
                    $"[{uri}];",
                    $"License: {uri}",
                    $"Creative Commons License {uri}",
                }
            )
                yield return (spelling, uri);
        }
    }

    /// <summary>The abbreviations, with codes of places; without the version the family.</summary>
    public static IEnumerable<(string Statement, string Answer)> Abbreviations()
    {
        foreach (var uri in Uris())
        {
            if (
                uri.Split('/', StringSplitOptions.RemoveEmptyEntries)
                    is not [_, _, "licenses", var unit, var version, .. var port]
                || !IsOfElements(unit)
            )
                continue;
            var place = port is [var code] ? code : null;
            var letters = unit.ToUpperInvariant();
            foreach (
                var name in new[]
                {
                    $"CC {letters} {version} {place?.ToUpperInvariant()}",
                    $"CC-{letters}-{version}" + (place is null ? "" : "-" + place.ToUpperInvariant()),
                    $"cc_{unit.Replace('-', '_')}_{version}_{place}",
                    $"CC {letters.Replace('-', ' ')} v{version} {place}",
                    $"Creative Commons {letters} {version} {place}",
                    $"Creative Commons License {letters} version {version} {place}",
                    $"[CC {letters}] {version} {place}",
                    $"Lizenz: CC {letters} {version} {place}",
                    $"лицензия CC {letters} {version} {place}",
                    $"\u200ECC {letters} {version} {place}\u200E",
                    $"This work is licensed under a CC {letters} {version} {place} license.",
                    $"CC {letters} {version} {place} ({uri})",
                    $"[CC {letters} {version} {place}]({uri}legalcode)",
                }
            )
                yield return (name.Trim(), uri);

            if (!unit.StartsWith("by", StringComparison.Ordinal))
                continue;
            var family = "family " + (unit == "by-nd-nc" ? "by-nc-nd" : unit);
            yield return ($"CC {letters}", family);
            yield return ($"cc-{unit}", family);
            yield return ($"Creative Commons {letters} licence", family);
            yield return ($"Lizenz CC {letters}", family);
            yield return ($"CC {letters} {version.Replace('.', '/')}", "none");
            yield return (
                $"CC {letters} {version} {place} or CC BY 2.5 PE",
                unit == "by" && version == "2.5" && place == "pe" ? uri : "several"
            );
            yield return ($"CC {letters} {version}?", "none");
            yield return ($"CC {letters} {version}*", "none");
            yield return ($"not CC {letters} {version}", "none");
            yield return ($"CC {letters} {version} except the pictures", "none");
            yield return ($"CC {letters} 9.0", "none");
            yield return ($"CX {letters} {version}", "none");
        }
    }

    /// <summary>The official titles in all languages, alone and as people put words around them.</summary>
    public static IEnumerable<(string Statement, string Answer)> Titles()
    {
        foreach (var title in RdfTitles.All().Where(title => title.Unit.StartsWith("by", StringComparison.Ordinal)))
        {
            // The French titles of version 4.0 hold a sentence where the place should be.
            if (title.Place.Length > 60 || IsMistitled(title))
                continue;
            var whole = $"{title.Name} {title.Version} {title.Place}".Trim();
            yield return (whole, title.Uri);
            yield return ("Creative Commons " + whole, title.Uri);
            yield return ($"CC {whole} License", title.Uri);
            yield return ($"{whole} ({title.Uri})", title.Uri);
        }
    }

    /// <summary>What the deeds call the licences in each language, of version 4.0 and without version.</summary>
    public static IEnumerable<(string Statement, string Answer)> Deeds()
    {
        foreach (var (language, strings) in PoFile.All())
        {
            // In Kazakh "NonCommercial" and "Attribution-NonCommercial" are one word.
            foreach (var unit in new[] { "by", "by-nc", "by-nd", "by-sa", "by-nc-sa", "by-nc-nd" })
            {
                var english = string.Join('-', unit.Split('-').Select(element => English[element]));
                if (!strings.TryGetValue(english, out var name) || (language == "kk" && unit is "by-nc"))
                    continue;
                yield return ($"{name} 4.0", $"{Site}licenses/{unit}/4.0/");
                yield return ($"Creative Commons {name} 4.0 International", $"{Site}licenses/{unit}/4.0/");
                yield return ($"CC {name} 3.0", $"{Site}licenses/{unit}/3.0/");
                yield return ($"Creative Commons {name}", "family " + unit);
                yield return ($"Creative Commons {name} 3.0 International", "none");
            }
        }
    }

    /// <summary>HTML as choosers and catalogues give it.</summary>
    public static IEnumerable<(string Statement, string Answer)> Markup()
    {
        foreach (var uri in Uris())
        {
            var path = uri[Site.Length..];
            if (!path.StartsWith("licenses/by", StringComparison.Ordinal))
                continue;
            var label = "CC " + path.Split('/')[1].ToUpperInvariant();
            yield return ($"""<a rel="license" href="{uri}">{label}</a>""", uri);
            yield return (
                $"""<a rel='license' href='{uri}deed.de'><img alt="Creative Commons License" src="https://i.{Site[8..]}l/x.png" /></a>""",
                uri
            );
            yield return ($"""<link rel="license" href="{uri}"/>""", uri);
            yield return ($"""<link rel="cc:license" href="{uri}"/>""", uri);
            yield return ($"""<meta name="dcterms.license" content="{uri}">""", uri);
            yield return ($"""<meta property="dcterms:rights">{uri}</meta>""", uri);
            yield return (WebUtility.HtmlEncode(label) + $""" <a href="{uri}">{uri}</a>""", uri);
            yield return (
                $"""<a rel="license" href="{uri}">{label}</a> <a rel="license" href="{Site}licenses/by/2.5/pe/">CC BY</a>""",
                uri == Site + "licenses/by/2.5/pe/" ? uri : "several"
            );
            yield return ($"""Pictures excepted: <a rel="license" href="{uri}">{label}</a>""", "none");
        }
    }

    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["by"] = "Attribution",
        ["nc"] = "NonCommercial",
        ["nd"] = "NoDerivs",
        ["sa"] = "ShareAlike",
    };

    private static IEnumerable<string> Uris() =>
        CreativeCommonsDataTests
            .RdfLicences()
            .Select(licence =>
                licence
                    .Attributes()
                    .First(attribute => attribute.Name.LocalName == "about")
                    .Value.Replace("http://", "https://", StringComparison.Ordinal)
            );

    private static bool IsOfElements(string unit) => unit.Split('-').All(part => part is "by" or "nc" or "nd" or "sa");
}
