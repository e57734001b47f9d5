using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dala.Library;
using Dala.Testing;
using Dala.Tests.Serving;
using Microsoft.EntityFrameworkCore;

namespace Dala.Tests.Api;

/// <summary>Sources disagree about a licence, and an administrator settles it: through the pages and through the API.</summary>
public sealed class ContradictionsTests
{
    private const string Reason = "The author wrote so in a letter <of May>.";

    [Fact]
    public async Task Is_settled_by_an_administrator_through_the_API_and_taken_back()
    {
        using var folder = new TempFolder();
        await using var server = await RunningServer.Start(folder);
        var id = await Disputed(server, folder);

        using (var strangers = await server.Client.GetAsync("/api/contradictions"))
            Assert.Equal(HttpStatusCode.Unauthorized, strangers.StatusCode);
        using (var refused = await server.Client.PostAsJsonAsync($"/api/resources/{id}/licence", Order("CC BY 4.0", Reason)))
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var listed = await Json(server, "/api/contradictions");
        var item = Assert.Single(listed.GetProperty("items").EnumerateArray());
        Assert.Equal(id.ToString(), item.GetProperty("id").GetString());
        Assert.Equal("T2", item.GetProperty("licence").GetProperty("counts").GetProperty("tier").GetString());

        using (var wrong = await server.Administrator.PostAsJsonAsync($"/api/resources/{id}/licence", Order("CC0 1.0", "no")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            var errors = (await wrong.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateArray();
            Assert.Equal(["/licence", "/reason"], errors.Select(error => error.GetProperty("pointer").GetString()));
        }

        using (
            var settled = await server.Administrator.PostAsJsonAsync($"/api/resources/{id}/licence", Order("CC BY 4.0", Reason))
        )
            Assert.Equal(HttpStatusCode.OK, settled.StatusCode);

        Assert.Empty((await Json(server, "/api/contradictions")).GetProperty("items").EnumerateArray());
        var decision = (await Json(server, $"/api/resources/{id}")).GetProperty("licenceDecision");
        Assert.True(decision.GetProperty("settled").GetBoolean());
        Assert.Equal(Reason, decision.GetProperty("decisions")[0].GetProperty("reason").GetString());
        Assert.Equal(2, decision.GetProperty("statements").GetArrayLength());

        using (var taken = await server.Administrator.DeleteAsync($"/api/resources/{id}/licence"))
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        using (var twice = await server.Administrator.DeleteAsync($"/api/resources/{id}/licence"))
            Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Single((await Json(server, "/api/contradictions")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Is_settled_by_an_administrator_through_the_pages_and_everybody_reads_why()
    {
        using var folder = new TempFolder();
        await using var server = await RunningServer.Start(folder);
        var id = await Disputed(server, folder);

        var before = await Page(server.Client, $"/en/resources/{id}");
        Assert.Contains("Sources disagree about the licence.", before.QuerySelector(".licence .notice")!.TextContent);
        Assert.Null(before.QuerySelector($".licence a[href='/en/resources/{id}/licence']"));
        using (var strangers = await server.Client.GetAsync("/en/contradictions"))
            Assert.Equal(HttpStatusCode.Unauthorized, strangers.StatusCode);
        var list = await Page(server.Administrator, "/en/contradictions");
        Assert.NotNull(list.QuerySelector($"a[href='/en/resources/{id}/licence']"));

        var form = await Page(server.Administrator, $"/en/resources/{id}/licence");
        Assert.Equal(
            ["", "https://creativecommons.org/licenses/by-nc/4.0/", "https://creativecommons.org/licenses/by/4.0/", "unclear"],
            form.QuerySelectorAll("select[name=licence] option")
                .Cast<IHtmlOptionElement>()
                .Select(option => option.Value)
                .Order(StringComparer.Ordinal)
        );
        using (var refused = await Send(server, form, id, "", "short"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var again = await new HtmlParser().ParseDocumentAsync(await refused.Content.ReadAsStringAsync());
            Assert.Equal("short", again.QuerySelector("textarea[name=reason]")!.TextContent);
        }

        using (var kept = await Send(server, form, id, "https://creativecommons.org/licenses/by/4.0/", Reason))
        {
            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
            Assert.Equal($"/en/resources/{id}", kept.RequestMessage!.RequestUri!.AbsolutePath);
        }

        var after = await Page(server.Client, $"/en/resources/{id}");
        Assert.Contains(Reason, after.QuerySelector(".licence .notice")!.TextContent);
        Assert.Equal("CC BY 4.0", after.QuerySelector(".licence a[rel~=license]")!.TextContent);
        Assert.Contains("says:", after.QuerySelector(".licence .notice ul")!.TextContent);
    }

    private static async Task<Guid> Disputed(RunningServer server, TempFolder folder)
    {
        var lines = new[] { "by", "by-nc" }.Select(unit => Record(unit).ToJsonString() + "\n");
        using var answer = await server.Import("amb", folder.Write("two.jsonl", string.Concat(lines)));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await server.Until(store => store.Set<ImportRun>().AnyAsync(run => run.State == RunStates.Done));
        return await server.Run(store => store.Set<Resource>().Select(resource => resource.Id).SingleAsync());
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

    private static object Order(string licence, string reason) => new { licence, reason };

    private static async Task<JsonElement> Json(RunningServer server, string path) =>
        await server.Administrator.GetFromJsonAsync<JsonElement>(path);

    private static async Task<IHtmlDocument> Page(HttpClient client, string path) =>
        await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(path));

    private static Task<HttpResponseMessage> Send(
        RunningServer server,
        IHtmlDocument form,
        Guid id,
        string licence,
        string reason
    ) =>
        server.Administrator.PostAsync(
            $"/en/resources/{id}/licence",
            new FormUrlEncodedContent([
                new("antiforgery", form.QuerySelector("input[name=antiforgery]")!.GetAttribute("value")!),
                new("licence", licence),
                new("reason", reason),
            ])
        );
}
