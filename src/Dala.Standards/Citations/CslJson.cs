using System.Text.Json.Nodes;

namespace Dala.Standards.Citations;

/// <summary>A reference as CSL-JSON (Citation Style Language 1.0.2, csl-data), which Zotero, Pandoc and others read.</summary>
public static class CslJson
{
    public static JsonObject Of(CitedWork work)
    {
        var json = new JsonObject
        {
            ["id"] = work.Url ?? work.Title,
            ["type"] = "document",
            ["title"] = work.Title,
        };
        Names("author", work.Authors);
        Names("translator", work.Translators);
        Names("illustrator", work.Illustrators);
        Put("publisher", work.Publisher);
        Put("container-title", work.Collection);
        Put("language", work.Language);
        Put("URL", work.Url);
        Put("license", work.Licence);
        Put("note", work.Note);
        if (work.Date is { Count: > 0 } date)
            json["issued"] = new JsonObject
            {
                ["date-parts"] = new JsonArray(new JsonArray([.. date.Select(part => (JsonNode)part)])),
            };
        return json;

        void Put(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                json[name] = value;
        }

        // A literal is a name as it stands; taking it apart is for people who know it.
        void Names(string role, IReadOnlyList<string> names)
        {
            if (names.Count > 0)
                json[role] = new JsonArray([.. names.Select(name => (JsonNode)new JsonObject { ["literal"] = name })]);
        }
    }
}
