using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Dala.Library.Lineage;
using Dala.Platform.Languages;

namespace Dala.Library.Showing;

/// <summary>
/// A resource as JSON-LD after the Allgemeines Metadatenprofil für Bildungsressourcen (https://w3id.org/kim/amb/20231019/), which is schema.org
/// and LRMI. What the profile has no place for stands under terms of our own.
/// </summary>
public static partial class LearningResource
{
    /// <summary>The namespace of the terms that the profile does not have.</summary>
    public const string Extra = "https://w3id.org/dala/terms#";

    // Every letter as it is, but < > & as escapes: the text may stand inside an element of a page.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The resource in the words of the profile, from what is shown of it.</summary>
    /// <param name="page">The absolute address of the resource in this library, without a language.</param>
    /// <param name="origin">Scheme and host of this library.</param>
    /// <param name="words">The names of types and the like are given in this language.</param>
    public static JsonObject Of(ShownResource shown, string page, string origin, Words words)
    {
        var summary = shown.Summary;
        var language = summary.TitleLanguage ?? summary.Languages.FirstOrDefault() ?? words.Language;
        var json = new JsonObject
        {
            ["@context"] = new JsonArray(
                "https://w3id.org/kim/amb/context.jsonld",
                new JsonObject { ["@language"] = TwoLetters(language) ?? "en", ["dala"] = Extra }
            ),
            ["id"] = Identity(shown) ?? page,
            ["type"] = new JsonArray("LearningResource"),
            ["name"] = summary.Title,
        };
        Put(json, "description", shown.Shown.GetValueOrDefault(Fields.Description)?.Value);
        Put(json, "creator", Agents(shown, Fields.Creator));
        Put(json, "contributor", Agents(shown, Fields.Contributor, Fields.Translator, Fields.Illustrator));
        Put(json, "publisher", Agents(shown, Fields.Publisher));
        Put(json, "inLanguage", Strings(summary.Languages.Select(TwoLetters).OfType<string>().Distinct(StringComparer.Ordinal)));
        if (summary.Licence.Licence is { } licence && AcceptedLicence.IsMatch(licence.Uri))
            json["license"] = new JsonObject { ["id"] = licence.Uri };
        PutAccess(json, shown);
        Put(
            json,
            "learningResourceType",
            Concepts(
                summary.Types.Where(type => LibraryNames.Types.Contains(type)),
                type => $"https://w3id.org/kim/hcrt/{type}",
                type => LibraryNames.Of(words, Fields.Type, type)
            )
        );
        Put(
            json,
            "educationalLevel",
            Concepts(
                summary.Levels,
                level => $"https://w3id.org/kim/educationalLevel/level_{level}",
                level => LibraryNames.Of(words, Fields.Level, level)
            )
        );
        Put(
            json,
            "audience",
            Concepts(
                Values(shown, Fields.Audience),
                role => $"http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/{role}",
                role => LibraryNames.Of(words, Fields.Audience, role)
            )
        );
        // The profile's "about" takes two German classifications only; a subject of ISCED-F goes by its name among the keywords.
        Put(
            json,
            "keywords",
            Strings(
                Values(shown, Fields.Keyword)
                    .Concat(summary.Subjects.Select(code => LibraryNames.Of(words, Fields.Subject, code).Value))
                    .Distinct(StringComparer.Ordinal)
            )
        );
        Put(json, "datePublished", Date(summary.Published));
        Put(json, "dateModified", Date(shown.Shown.GetValueOrDefault(Fields.Modified)?.Value));
        RelatedWorks.Put(json, shown, origin);
        json["mainEntityOfPage"] = new JsonArray(
            new JsonObject
            {
                ["id"] = page,
                ["type"] = "WebContent",
                ["provider"] = new JsonObject
                {
                    ["id"] = origin,
                    ["type"] = "Service",
                    ["name"] = words["platform.name"].Value,
                },
                ["dateModified"] = Moment(shown.Resource.ChangedAt),
            }
        );
        Put(json, "encoding", Encodings(shown));
        Put(json, "dala:subject", Strings(summary.Subjects));
        Put(json, "dala:sourceIdentifier", shown.Resource.Identifier);
        if (summary.Licence.Licence is null || json["license"] is null)
            Put(json, "dala:rights", summary.Licence.Raw);
        return json;
    }

    // The profile asks about signing in and about money apart; who says one of them says nothing about the other.
    private static void PutAccess(JsonObject json, ShownResource shown)
    {
        var said = shown.Claims.Where(claim => claim.Field == Fields.Access).ToList();
        var login =
            said.Exists(claim => claim.Value == AccessTerms.Login) ? "login"
            : said.Exists(IsAboutLogin) ? "no_login"
            : null;
        if (login is not null)
            json["conditionsOfAccess"] = new JsonObject { ["id"] = "http://w3id.org/kim/conditionsOfAccess/" + login };
        if (said.Exists(claim => claim.Value == AccessTerms.Payment))
            json["isAccessibleForFree"] = false;
        else if (said.Exists(claim => claim.Value == AccessTerms.Free && !IsAboutLogin(claim)))
            json["isAccessibleForFree"] = true;
    }

    private static bool IsAboutLogin(Claim claim) => claim.RawValue?.EndsWith("no_login", StringComparison.Ordinal) == true;

    /// <summary>The text of a resource's JSON-LD, safe inside a script element.</summary>
    public static string Text(JsonObject json) => json.ToJsonString(Options);

    // The resource is what lies at its address, our page only describes it; a work with an address for each language has none for itself.
    private static string? Identity(ShownResource shown) =>
        Values(shown, Fields.Url).Select(WebAddress.Of).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is [var only]
            ? only
            : null;

    private static IEnumerable<string> Values(ShownResource shown, string field) =>
        shown.Claims.Where(claim => claim.Field == field).Select(claim => claim.Value).Distinct(StringComparer.Ordinal);

    private static JsonArray Agents(ShownResource shown, params string[] fields) =>
        new([
            .. fields
                .SelectMany(field => Values(shown, field))
                .Distinct(StringComparer.Ordinal)
                .Select(name => new JsonObject
                {
                    ["type"] = IsOrganisation(name, fields) ? "Organization" : "Person",
                    ["name"] = name,
                }),
        ]);

    // Catalogues do not say what a name is and the profile wants to know; these words stand in names of bodies, not of people.
    internal static bool IsOrganisation(string name, string[] fields) => fields is [Fields.Publisher] || Body.IsMatch(name);

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    private static JsonArray Concepts(IEnumerable<string> values, Func<string, string> id, Func<string, Text> label) =>
        new([
            .. values.Select(value => new JsonObject
            {
                ["type"] = "Concept",
                ["id"] = id(value),
                ["prefLabel"] = new JsonObject { [label(value).Language] = label(value).Value.Trim() },
            }),
        ]);

    private static JsonArray Encodings(ShownResource shown) =>
        new([
            .. Values(shown, Fields.Url)
                .Select(WebAddress.Of)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Select(address => new JsonObject { ["type"] = "MediaObject", ["contentUrl"] = address }),
        ]);

    private static string? Date(string? text) =>
        text is { Length: >= 10 }
        && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text[..10]
            : null;

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // The profile's list of languages is that of ISO 639-1; a regional tag counts as its language.
    private static string? TwoLetters(string tag) => tag.Split('-')[0] is { Length: 2 } code ? code : null;

    private static void Put(JsonObject json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json[name] = value;
    }

    private static void Put(JsonObject json, string name, JsonArray values)
    {
        if (values.Count > 0)
            json[name] = values;
    }

    // As the profile's schema for licences has it (schemas/license.json).
    [GeneratedRegex(
        "^https?://(creativecommons.org/(licenses|licences|publicdomain)/|www.gnu.org/licenses/|www.apache.org/licenses/|opensource.org/licenses/MIT|www.opensource.org/licenses/BSD)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    internal static partial Regex AcceptedLicence { get; }

    [GeneratedRegex(
        @"\b(universit\w*|institut\w*|college|school|foundation|press|association|society|ministry|organi[sz]ation|project|initiative|interactive|consortium|library|center|centre|department|unesco|unicef|inc|ltd|llc|gmbh)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Body { get; }
}
