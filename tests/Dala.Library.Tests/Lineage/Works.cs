using System.Text.Json.Nodes;
using Dala.Platform.Data;
using Dala.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Tests.Lineage;

/// <summary>A few works that say where they come from, written down in a test as AMB records.</summary>
internal static class Works
{
    public const string Site = "https://example.org/";

    /// <summary>Imports works as one file of one source; an import of the same name again takes its place.</summary>
    public static async Task Take(this TestLibrary library, params Work[] works)
    {
        var lines = works.Select(work => work.Json().ToJsonString());
        var report = await library.Import("amb", library.Folder.Write("works.jsonl", string.Join('\n', lines) + "\n"));
        Assert.Null(report.Problem);
        Assert.Equal(0, report.Value.Quarantined);
        await library.Index();
    }

    /// <summary>The first resource of a work that exists in several versions.</summary>
    public static Task<Guid> FirstOfWork(this TestLibrary library, string work) =>
        library.Run<Store, Guid>(store =>
            store
                .Set<Claim>()
                .Where(claim => claim.Field == Fields.Work && claim.Value == work)
                .OrderBy(claim => claim.ResourceId)
                .Select(claim => claim.ResourceId)
                .FirstAsync()
        );

    /// <summary>Puts another value into a claim of lineage: one that AMB does not allow, but other records have.</summary>
    public static Task<int> ClaimInstead(this TestLibrary library, string value, string other) =>
        library.Run<Store, int>(store =>
            store
                .Set<Claim>()
                .Where(claim => claim.Field == Fields.BasedOn && claim.Value == value)
                .ExecuteUpdateAsync(set => set.SetProperty(claim => claim.Value, other))
        );

    /// <summary>The id of a work in the library, by the end of its address or the whole of its identifier.</summary>
    public static Task<Guid> Id(this TestLibrary library, string name) =>
        library.Run<Store, Guid>(async store =>
            (
                await store
                    .Set<Resource>()
                    .SingleAsync(resource => resource.Identifier == Site + name || resource.Identifier == name)
            ).Id
        );
}

/// <summary>What is said of one work.</summary>
internal sealed record Work(string Name)
{
    public string Title { get; init; } = Name;
    public string Language { get; init; } = "en";
    public string[] Creators { get; init; } = [];
    public string? Licence { get; init; } = "https://creativecommons.org/licenses/by/4.0/";
    public string[] BasedOn { get; init; } = [];
    public string[] TranslationOf { get; init; } = [];
    public string[] PartOf { get; init; } = [];
    public string[] HasPart { get; init; } = [];
    public string? Change { get; init; }
    public string? Description { get; init; }

    public JsonObject Json()
    {
        var json = new JsonObject
        {
            ["@context"] = new JsonArray("https://w3id.org/kim/amb/context.jsonld", new JsonObject { ["@language"] = Language }),
            ["id"] = Works.Site + Name,
            ["type"] = new JsonArray("LearningResource"),
            ["name"] = Title,
            ["inLanguage"] = new JsonArray(Language),
        };
        if (Licence is not null)
            json["license"] = new JsonObject { ["id"] = Licence };
        if (Description is not null)
            json["description"] = Description;
        if (Creators.Length > 0)
            json["creator"] = new JsonArray([
                .. Creators.Select(name => new JsonObject { ["type"] = "Person", ["name"] = name }),
            ]);
        Put(json, "isBasedOn", BasedOn);
        Put(json, "translationOfWork", TranslationOf);
        Put(json, "isPartOf", PartOf);
        Put(json, "hasPart", HasPart);
        if (Change is not null)
            json["dala:change"] = new JsonObject { [Language] = Change };
        return json;
    }

    private static void Put(JsonObject json, string term, string[] names)
    {
        if (names.Length > 0)
            json[term] = new JsonArray([
                .. names.Select(name => new JsonObject { ["id"] = Address(name), ["name"] = "Work " + name }),
            ]);
    }

    private static string Address(string name) => name.Contains(':', StringComparison.Ordinal) ? name : Works.Site + name;
}
