using System.Text.Json.Nodes;
using Dala.Testing;

namespace Dala.Library.Tests.Finding;

/// <summary>A few resources that are written down in a test, as AMB records.</summary>
internal static class Shelf
{
    public static async Task Put(TestLibrary library, params Book[] books)
    {
        var lines = books.Select(book => book.Json().ToJsonString());
        var report = await library.Import(
            "amb",
            library.Folder.Write($"{Guid.CreateVersion7()}.jsonl", string.Join('\n', lines) + "\n")
        );
        Assert.Null(report.Problem);
        Assert.Equal(0, report.Value.Quarantined);
        await library.Index();
    }

    /// <summary>Titles in the order of the results.</summary>
    public static async Task<List<string>> Titles(
        this TestLibrary library,
        Dala.Library.Finding.Find find,
        string language = "en"
    ) => [.. (await library.Find(find, language)).Items.Select(item => item.Summary.Title)];
}

/// <summary>What is said of one resource.</summary>
internal sealed record Book(string Id, string Title, string Language = "en")
{
    public string? Subject { get; init; }
    public string? Keyword { get; init; }
    public string? Published { get; init; }
    public string? Description { get; init; }

    public JsonObject Json()
    {
        var json = new JsonObject
        {
            ["@context"] = new JsonArray("https://w3id.org/kim/amb/context.jsonld", new JsonObject { ["@language"] = Language }),
            ["id"] = "https://example.org/" + Id,
            ["type"] = new JsonArray("LearningResource"),
            ["name"] = Title,
            ["inLanguage"] = new JsonArray(Language),
            ["license"] = new JsonObject { ["id"] = "https://creativecommons.org/licenses/by/4.0/" },
        };
        if (Keyword is not null)
            json["keywords"] = new JsonArray(Keyword);
        if (Published is not null)
            json["datePublished"] = Published;
        if (Description is not null)
            json["description"] = Description;
        if (Subject is not null)
            json["about"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = "https://w3id.org/class/esc/n" + Subject,
                    ["prefLabel"] = new JsonObject { ["en"] = "x" },
                }
            );
        return json;
    }
}
