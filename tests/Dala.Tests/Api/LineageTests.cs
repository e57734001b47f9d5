using System.Net;
using AngleSharp.Html.Parser;

namespace Dala.Tests.Api;

/// <summary>Where a resource comes from, as programs and as people see it.</summary>
public sealed class LineageTests(ServerFixture server)
{
    [Fact]
    public async Task Programs_get_works_edges_with_their_evidence_and_what_was_refused()
    {
        var id = await server.Id("https://example.org/lineage-2");

        using var found = await server.Json($"/api/resources/{id}/lineage");

        var root = found.RootElement;
        Assert.Equal(id, root.GetProperty("root").GetGuid());
        Assert.Equal(
            ["2 A lecture nobody kept", "1 Mountains", "0 الجبال", "-1 Таулар"],
            root.GetProperty("nodes")
                .EnumerateArray()
                .Select(node => $"{node.GetProperty("generation")} {node.GetProperty("title")}")
        );
        Assert.False(root.GetProperty("nodes")[0].TryGetProperty("id", out _));
        Assert.Equal(
            "تُرجم إلى العربية.",
            root.GetProperty("nodes")[2].GetProperty("changes")[0].GetProperty("text").GetString()
        );
        var edge = root.GetProperty("edges")
            .EnumerateArray()
            .Single(edge => edge.GetProperty("from").GetString() == id.ToString());
        Assert.Equal("TranslationOf", edge.GetProperty("kind").GetString());
        Assert.Equal(
            ("translation-of", "amb", "amb@2/translation-of"),
            (
                edge.GetProperty("evidence")[0].GetProperty("field").GetString(),
                edge.GetProperty("evidence")[0].GetProperty("source").GetString(),
                edge.GetProperty("evidence")[0].GetProperty("rule").GetString()
            )
        );
        // The first cannot be a part of what comes from it.
        Assert.Equal("PartOf", root.GetProperty("refused").EnumerateArray().Single().GetProperty("kind").GetString());
        Assert.False(root.GetProperty("cut").GetBoolean());
    }

    [Theory]
    [InlineData("/api/resources/00000000-0000-0000-0000-000000000000/lineage")]
    [InlineData("/en/resources/nothing/lineage")]
    public async Task What_is_not_there_has_no_lineage(string path)
    {
        using var answer = await server.Web.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_lists_every_work_before_it_draws_it_and_each_box_is_a_link_with_its_name()
    {
        var id = await server.Id("https://example.org/lineage-2");

        var page = await new HtmlParser().ParseDocumentAsync(await server.Web.GetStringAsync($"/en/resources/{id}/lineage"));
        var arabic = await new HtmlParser().ParseDocumentAsync(await server.Web.GetStringAsync($"/ar/resources/{id}/lineage"));

        var listed = page.QuerySelectorAll(".lineage > li > p:first-child")
            .Select(item => item.TextContent.Trim().ReplaceLineEndings(" "));
        Assert.Equal(
            ["Translated from: Mountains", "Based on: A lecture nobody kept (not in this library)", "Adaptation: Таулар"],
            listed.Select(item => string.Join(' ', item.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        );
        Assert.Contains(
            page.QuerySelectorAll("main p"),
            text => text.TextContent.Contains("Суреттер ауыстырылды.", StringComparison.Ordinal)
        );
        var picture = page.QuerySelector("svg[role=group]")!;
        Assert.Equal("The same as a picture", page.GetElementById(picture.GetAttribute("aria-labelledby")!)!.TextContent);
        Assert.Equal(3, picture.QuerySelectorAll("a[href]").Length);
        Assert.All(picture.QuerySelectorAll("a[href]"), box => Assert.NotEqual("", box.GetAttribute("aria-label")));
        Assert.Equal(["Mountains", "الجبال", "Таулар"], picture.QuerySelectorAll("a .name").Select(name => name.TextContent));
        Assert.Equal("rtl", picture.QuerySelector("a[aria-current] .name")!.GetAttribute("direction"));
        Assert.Empty(page.QuerySelectorAll("main [style], main script"));
        Assert.Equal("rtl", arabic.DocumentElement.GetAttribute("dir"));
        Assert.Equal(3, arabic.QuerySelectorAll("svg[role=group] a[href^='/ar/resources/']").Length);
    }

    [Fact]
    public async Task The_page_of_a_resource_tells_its_lineage_in_numbers_and_leads_there()
    {
        var id = await server.Id("https://example.org/lineage-2");

        var page = await new HtmlParser().ParseDocumentAsync(await server.Web.GetStringAsync($"/en/resources/{id}"));
        var none = await new HtmlParser().ParseDocumentAsync(
            await server.Web.GetStringAsync($"/en/resources/{await server.Id("1")}")
        );

        var note = page.QuerySelector(".lineage-note")!;
        Assert.Equal("Made from 1 work · 1 work is made from it", note.QuerySelector("span")!.TextContent);
        Assert.Equal($"/en/resources/{id}/lineage", note.QuerySelector("a")!.GetAttribute("href"));
        Assert.Null(none.QuerySelector(".lineage-note"));
    }
}
