using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dala.Library;
using Dala.Testing;
using Dala.Tests.Serving;
using Microsoft.EntityFrameworkCore;

namespace Dala.Tests.Pages;

/// <summary>What a page says of openness: licence and access apart, the definition, and the rule of this library on non-commercial works.</summary>
public sealed class OpennessTests
{
    private const string NotCounted = "In this library works for non-commercial use only are not counted as OER.";

    [Fact]
    public async Task An_open_licence_behind_a_payment_is_shown_as_both_with_a_warning()
    {
        using var folder = new TempFolder();
        await using var server = await RunningServer.Start(folder);
        var record = Record("by");
        record["isAccessibleForFree"] = false;

        var box = await Box(server, folder, record);

        Assert.Contains("Open · Access: costs money", Text(box.QuerySelector("p")!));
        Assert.StartsWith(
            "The licence is open, but the source says that access costs money.",
            Text(box.QuerySelector(".notice")!)
        );
        Assert.Equal(["no", "yes", "yes", "yes", "yes"], box.QuerySelectorAll("details dd").Select(Text));
        Assert.Contains("does not count as an open educational resource", box.TextContent);
    }

    [Fact]
    public async Task Non_commercial_works_count_by_the_letter_of_the_Recommendation_unless_the_library_says_otherwise()
    {
        using var folder = new TempFolder();
        await using (var letter = await RunningServer.Start(folder))
        {
            var box = await Box(letter, folder, Record("by-nc"));
            Assert.Equal("Open, not for commercial use", Text(box.QuerySelector(".tier")!));
            Assert.Contains("By its letter works for non-commercial use only count as OER.", box.TextContent);
        }

        await using var national = await RunningServer.Start(folder, ("library.noncommercial", "not-oer"));
        var id = await national.Run(store => store.Set<Resource>().Select(resource => resource.Id).SingleAsync());
        var now = (await Page(national, $"/en/resources/{id}")).QuerySelector(".licence")!;
        Assert.Equal("Not for commercial use", Text(now.QuerySelector(".tier")!));
        Assert.Contains(NotCounted, now.TextContent);
        Assert.Equal("Not for commercial use", Text((await Page(national, "/en/resources")).QuerySelector(".results .tier")!));
        Assert.Contains(NotCounted, (await Page(national, "/en/about")).Body!.TextContent);
        // What a program reads is what the licence says.
        Assert.Contains("\"tier\":\"T2\"", await national.Client.GetStringAsync($"/api/resources/{id}"));
    }

    [Fact]
    public async Task Says_what_is_particular_about_licences_of_organisations_and_retired_ones()
    {
        using var folder = new TempFolder();
        await using var server = await RunningServer.Start(folder);
        var record = Record("by");
        record["license"] = new JsonObject { ["id"] = "https://creativecommons.org/licenses/by/3.0/igo/" };

        var box = await Box(server, folder, record, "kk");

        Assert.Contains("үкіметаралық ұйымнан", box.TextContent);
        Assert.Contains("осы бет тіліндегі қысқаша мазмұны жоқ", box.TextContent);
    }

    private static async Task<IElement> Box(RunningServer server, TempFolder folder, JsonObject record, string language = "en")
    {
        using var answer = await server.Import("amb", folder.Write("one.jsonl", record.ToJsonString() + "\n"));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await server.Until(store => store.Set<ImportRun>().AnyAsync(run => run.State == RunStates.Done));
        var id = await server.Run(store => store.Set<Resource>().Select(resource => resource.Id).SingleAsync());
        await server.Until(store => store.Set<Dala.Platform.Jobs.JobRow>().AllAsync(job => job.State == "done"));
        return (await Page(server, $"/{language}/resources/{id}")).QuerySelector(".licence")!;
    }

    private static JsonObject Record(string unit) =>
        new()
        {
            ["@context"] = new JsonArray("https://w3id.org/kim/amb/context.jsonld", new JsonObject { ["@language"] = "en" }),
            ["id"] = "https://example.org/atoms",
            ["type"] = new JsonArray("LearningResource"),
            ["name"] = "Atoms",
            ["license"] = new JsonObject { ["id"] = $"https://creativecommons.org/licenses/{unit}/4.0/" },
        };

    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<IHtmlDocument> Page(RunningServer server, string path) =>
        await new HtmlParser().ParseDocumentAsync(await server.Client.GetStringAsync(path));
}
