using System.Text.Json;
using System.Text.Json.Nodes;
using Dala.Library.Showing;
using Dala.Platform.Data;
using Dala.Standards.Amb;
using Dala.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Tests.Lineage;

/// <summary>What was said of lineage goes out, comes in elsewhere and goes out again as it was.</summary>
public sealed class LineageRoundTripTests
{
    private const string Origin = "https://dala.example";

    private static readonly string[] Terms =
    [
        "isBasedOn",
        "isPartOf",
        "hasPart",
        "dala:isPartOf",
        "dala:translationOfWork",
        "dala:work",
        "dala:change",
    ];

    [Theory]
    [InlineData("highered-figure")]
    [InlineData("highered-course")]
    [InlineData("highered-course-part")]
    [InlineData("isBasedOn")]
    [InlineData("parts")]
    public async Task The_lineage_of_an_AMB_record_is_the_same_after_two_libraries(string example)
    {
        await using var first = new TestLibrary();
        await first.Import("amb", SharedData.At($"amb-schema-examples/20231019/examples/valid/{example}.json"));

        await AssertKept(first, 1);
    }

    [Fact]
    public async Task Translations_change_notes_works_and_wholes_that_have_only_a_name_are_kept_too()
    {
        await using var first = new TestLibrary();
        await first.Take(
            new Work("made")
            {
                Language = "kk",
                TranslationOf = ["source"],
                Change = "Суреттер ауыстырылды.",
                PartOf = ["urn:x:series"],
            }
        );
        await first.Run<Store, int>(store =>
            store
                .Set<Claim>()
                .Where(claim => claim.Field == Fields.PartOf)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(claim => claim.Value, "Ертегілер").SetProperty(claim => claim.RawValue, (string?)null)
                )
        );

        var json = await AssertKept(first, 1);

        Assert.Equal("Суреттер ауыстырылды.", json["dala:change"]!["kk"]![0]!.GetValue<string>());
        Assert.Equal("Ертегілер", json["dala:isPartOf"]![0]!.GetValue<string>());
        Assert.Equal("https://example.org/source", json["dala:translationOfWork"]![0]!["id"]!.GetValue<string>());
        Assert.Equal("Work source", json["dala:translationOfWork"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Stories_of_one_work_are_one_work_in_the_next_library()
    {
        await using var first = new TestLibrary();
        await first.Import("storybooks", SomeStories.In(first.Folder, "african-storybook.zip"));

        await AssertKept(first, 40);
    }

    // Gives out the first resources, takes them into another library, and gives them out there.
    private static async Task<JsonObject> AssertKept(TestLibrary first, int most)
    {
        await using var second = new TestLibrary();
        var sent = await GivenOut(first, most);
        Assert.NotEmpty(sent);
        Assert.Contains(sent, json => Terms.Any(json.ContainsKey));
        Assert.All(sent, json => Assert.Equal([], AmbSchema.Validate(JsonDocument.Parse(json.ToJsonString()).RootElement)));
        var report = await second.Import(
            "amb",
            second.Folder.Write("sent.jsonl", string.Join('\n', sent.Select(json => json.ToJsonString())) + "\n")
        );
        Assert.Equal((sent.Count, 0), (report.Value.New, report.Value.Quarantined));

        var again = await GivenOut(second, most);

        Assert.Equal(sent.Select(Lineage).Order(StringComparer.Ordinal), again.Select(Lineage).Order(StringComparer.Ordinal));
        return again[0];
    }

    private static async Task<List<JsonObject>> GivenOut(TestLibrary library, int most)
    {
        var ids = await library.Run<Store, List<Guid>>(store =>
            store.Set<Resource>().OrderBy(resource => resource.Id).Select(resource => resource.Id).Take(most).ToListAsync()
        );
        var given = new List<JsonObject>();
        foreach (var id in ids)
        {
            var shown = await library.Run<ShowResource, Dala.Platform.Outcome<ShownResource>>(show =>
                show.Run(id.ToString(), "en", TestContext.Current.CancellationToken)
            );
            given.Add(LearningResource.Of(shown.Value, $"{Origin}/resources/{id}", Origin, English.Words));
        }

        return given;
    }

    private static string Lineage(JsonObject json) =>
        json["name"] + string.Concat(Terms.Where(json.ContainsKey).Select(term => $"\n{term}: {json[term]!.ToJsonString()}"));
}
