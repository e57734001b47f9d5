using System.Text.Json;
using AngleSharp.Html.Parser;

namespace Dala.Tests.Api;

/// <summary>What issue 2 asks a search to find, over HTTP.</summary>
public sealed class SearchTests(ServerFixture server)
{
    [Theory]
    [InlineData("атом", "build-an-atom")]
    [InlineData("atom", "build-an-atom")]
    [InlineData("ATOM", "build-an-atom")]
    [InlineData("физика", "https://example.org/russian-1")]
    [InlineData("الرياضيات", "https://example.org/arabic-1")]
    [InlineData("数学", "https://example.org/chinese-1")]
    [InlineData("géométrie", "https://example.org/french-1")]
    [InlineData("geometrie", "https://example.org/french-1")]
    [InlineData("o'zbek", "https://example.org/uzbek-1")]
    [InlineData("Optique Géométrique", "geometric-optics-basics")]
    [InlineData("\"Optique Géométrique\"", "geometric-optics-basics")]
    [InlineData("optiq*", "geometric-optics-basics")]
    [InlineData("physical quantities -zzqqxx build*", null)]
    [InlineData("\"Géométrique Optique\"", null)]
    [InlineData("zzqqxx", null)]
    public async Task Finds(string question, string? identifier)
    {
        var found = await Ids(question);

        if (identifier is null)
            Assert.Empty(found);
        else
            Assert.Contains(await server.Id(identifier), found);
    }

    [Fact]
    public async Task All_Uzbek_apostrophes_are_one()
    {
        var written = new[] { "o'zbek", "o\u2018zbek", "o\u2019zbek", "o\u02BBzbek", "o\u02BCzbek", "O'ZBEK" };

        var found = await Task.WhenAll(written.Select(question => Ids(question)));

        Assert.Contains(await server.Id("https://example.org/uzbek-1"), found[0]);
        Assert.Contains(await server.Id("https://example.org/uzbek-2"), found[0]);
        Assert.All(found, ids => Assert.Equal(found[0].Order(), ids.Order()));
    }

    [Theory]
    [InlineData("T1")]
    [InlineData("T2")]
    [InlineData("T3")]
    [InlineData("T4")]
    public async Task A_filter_by_tier_finds_only_that_tier(string tier)
    {
        using var found = await server.Json($"/api/resources?tier={tier}&size=100");

        var tiers = found
            .RootElement.GetProperty("items")
            .EnumerateArray()
            .Select(item => item.GetProperty("licence").GetProperty("tier").GetString());
        Assert.NotEmpty(tiers);
        Assert.All(tiers, each => Assert.Equal(tier, each));
    }

    [Fact]
    public async Task Page_and_API_find_the_same_for_the_same_parameters()
    {
        foreach (
            var query in new[]
            {
                "?q=the",
                "?q=a*&tier=T1&language=en&order=title",
                "?subject=05&order=newest",
                "?source=storybooks&language=ar",
            }
        )
        {
            using var found = await server.Json("/api/resources" + query);
            var ids = found
                .RootElement.GetProperty("items")
                .EnumerateArray()
                .Select(item => $"/en/resources/{item.GetProperty("id").GetString()}")
                .ToList();
            var page = await server.Web.GetStringAsync("/en/resources" + query);
            var document = await new HtmlParser().ParseDocumentAsync(page);

            Assert.NotEmpty(ids);
            Assert.Equal(ids, document.QuerySelectorAll(".results h3 a").Select(link => link.GetAttribute("href")));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("q=the")]
    [InlineData("q=a*&order=title")]
    [InlineData("tier=T1&order=newest")]
    public async Task Pages_put_together_are_everything_once(string query)
    {
        var ids = new List<string?>();
        var total = -1;
        for (
            string? next = null, path = $"/api/resources?size=7&{query}";
            path is not null;
            path = next is null ? null : $"/api/resources?size=7&{query}&after={Uri.EscapeDataString(next)}"
        )
        {
            using var found = await server.Json(path);
            total = found.RootElement.GetProperty("total").GetInt32();
            ids.AddRange(
                found.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString())
            );
            next = found.RootElement.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
        }

        Assert.True(total > 7);
        Assert.Equal(total, ids.Count);
        Assert.Equal(total, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("/en/resources?q=the&size=3")]
    [InlineData("/ar/resources?order=title&size=5")]
    public async Task The_way_back_through_pages_shows_what_was_seen_on_the_way_there(string first)
    {
        var seen = new List<(string Path, List<string?> Titles)>();
        for (var path = first; seen.Count < 4; )
        {
            var (titles, _, next) = await Page(path);
            seen.Add((path, titles));
            path = next!;
        }

        var (_, back, _) = await Page(seen[^1].Path);
        foreach (var (path, titles) in seen.SkipLast(1).Reverse())
        {
            Assert.Equal(path, back);
            var (again, before, _) = await Page(back!);
            Assert.Equal(titles, again);
            back = before;
        }

        Assert.Null(back);

        async Task<(List<string?> Titles, string? Back, string? Next)> Page(string path)
        {
            var page = await new HtmlParser().ParseDocumentAsync(await server.Web.GetStringAsync(path));
            return (
                [.. page.QuerySelectorAll(".results h3 a").Select(link => link.GetAttribute("href"))],
                page.QuerySelector(".pager [rel=prev]")?.GetAttribute("href"),
                page.QuerySelector(".pager [rel=next]")?.GetAttribute("href")
            );
        }
    }

    [Fact]
    public async Task Suggestions_are_words_and_titles_that_are_found()
    {
        using var suggested = await server.Json("/api/suggest?q=ato");

        var texts = suggested
            .RootElement.GetProperty("items")
            .EnumerateArray()
            .Select(item => item.GetProperty("text").GetString()!)
            .ToList();
        Assert.NotEmpty(texts);
        foreach (var text in texts)
            Assert.NotEmpty(await Ids(text));
    }

    private async Task<List<Guid>> Ids(string question)
    {
        using var found = await server.Json($"/api/resources?size=100&q={Uri.EscapeDataString(question)}");
        return [.. found.RootElement.GetProperty("items").EnumerateArray().Select(Id)];
    }

    private static Guid Id(JsonElement item) => item.GetProperty("id").GetGuid();
}
