using System.Text.Json.Nodes;
using Dala.Library.Showing;

namespace Dala.Library.Lineage;

/// <summary>
/// The lineage of a resource in its JSON-LD, so that whoever takes it over has it too. The profile AMB knows <c>isBasedOn</c>, and
/// <c>isPartOf</c> and <c>hasPart</c> with an address; all else stands under our own terms, and the mapping <c>amb</c> reads all of it again.
/// </summary>
internal static class RelatedWorks
{
    private const string Change = "dala:change";

    public static void Put(JsonObject json, ShownResource shown, string origin)
    {
        PutParts(json, "isPartOf", Works(shown, Fields.PartOf, origin));
        PutParts(json, "hasPart", Works(shown, Fields.HasPart, origin));
        Put(json, "isBasedOn", Works(shown, Fields.BasedOn, origin));
        Put(json, "dala:translationOfWork", Works(shown, Fields.TranslationOf, origin));
        Put(json, "dala:work", Said(shown, Fields.Work).Select(claim => (JsonNode)claim.Value));
        PutChanges(json, [.. Said(shown, Fields.Change)]);
    }

    // What has no address may not stand in the profile's own list.
    private static void PutParts(JsonObject json, string term, IEnumerable<JsonObject> works)
    {
        var all = works.ToLookup(work => work.ContainsKey("id"));
        Put(json, term, all[true]);
        Put(json, "dala:" + term, all[false].Select(work => work["name"]!.DeepClone()));
    }

    private static void Put(JsonObject json, string term, IEnumerable<JsonNode> values)
    {
        var all = new JsonArray([.. values]);
        if (all.Count > 0)
            json[term] = all;
    }

    // A map from languages to notes (JSON-LD 1.1, 4.6.2); und where nobody knows the language.
    private static void PutChanges(JsonObject json, List<Claim> changes)
    {
        if (changes.Count == 0)
            return;
        json["@context"]![1]![Change] = new JsonObject
        {
            ["@id"] = LearningResource.Extra + "change",
            ["@container"] = "@language",
        };
        var notes = new JsonObject();
        foreach (var language in changes.GroupBy(change => change.Language ?? "und"))
            notes[language.Key] = new JsonArray([.. language.Select(change => (JsonNode)change.Value)]);
        json[Change] = notes;
    }

    private static IEnumerable<Claim> Said(ShownResource shown, string field) =>
        shown.Claims.Where(claim => claim.Field == field).DistinctBy(claim => (claim.Value, claim.Language));

    private static IEnumerable<JsonObject> Works(ShownResource shown, string field, string origin) =>
        Said(shown, field).Select(claim => Described(claim, origin));

    private static JsonObject Described(Claim claim, string origin)
    {
        var work = ClaimedWork.Of(claim);
        var json = new JsonObject();
        if ((work.Url ?? OwnPage(claim.Value, origin)) is { } address)
            json["id"] = address;
        json["type"] = new JsonArray("LearningResource");
        json["name"] = work.Title;
        Put(
            json,
            "creator",
            work.Creators.Select(name => new JsonObject
            {
                ["type"] = LearningResource.IsOrganisation(name, [Fields.Creator]) ? "Organization" : "Person",
                ["name"] = name,
            })
        );
        if (work.Reading.Licence is { } licence && LearningResource.AcceptedLicence.IsMatch(licence.Uri))
            json["license"] = new JsonObject { ["id"] = licence.Uri };
        return json;
    }

    // Works made here name their sources by id, which says nothing outside.
    private static string? OwnPage(string value, string origin) =>
        value.Length >= 36 && Guid.TryParseExact(value[^36..], "D", out var id) && (value.Length == 36 || value[^37] == '/')
            ? $"{origin}/resources/{id}"
            : null;
}
