using Microsoft.Playwright;

namespace Dala.Tests.Journeys;

/// <summary>Somebody wonders why a thing was found, loosens a search that finds nothing, and keeps a search.</summary>
[Collection(Unhurried.Name)]
public sealed class WhyTests(ServerFixture server, Chromium chromium)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task Asks_why_by_keyboard(string language, bool script) =>
        await chromium.Visit(
            server,
            new BrowserNewContextOptions { JavaScriptEnabled = script },
            async visit =>
            {
                await visit.Open($"/{language}/resources?q=the");
                var why = visit.Page.Locator(".results .why").First;
                Assert.False(await why.Locator("li").First.IsVisibleAsync());

                await why.Locator("summary").FocusAsync();
                await visit.Page.Keyboard.PressAsync("Enter");

                Assert.Contains("the", await why.Locator("li").First.InnerTextAsync(), StringComparison.Ordinal);
                var name = await why.Locator("summary").InnerTextAsync();
                var title = await visit.Page.Locator(".results h3").First.InnerTextAsync();
                Assert.Contains(title, name, StringComparison.Ordinal);
            }
        );

    [Fact]
    public async Task A_search_without_results_leads_on_to_one_with_as_many_as_it_said() =>
        await chromium.Visit(
            server,
            new BrowserNewContextOptions { JavaScriptEnabled = false },
            async visit =>
            {
                await visit.Open("/en/resources?q=the+zzqqxx&language=en&tier=T1");
                var offer = visit.Page.Locator(".notice li").Filter(new() { HasText = "Search without “zzqqxx”" });
                var said = await offer.InnerTextAsync();

                await offer.Locator("a").ClickAsync();

                Assert.Contains("language=en", visit.Page.Url, StringComparison.Ordinal);
                var count = (await visit.Text("h1")).Split(' ')[0];
                Assert.EndsWith($"({count} resources)", said, StringComparison.Ordinal);
            }
        );

    [Fact]
    public async Task Language_preference_is_seen_and_switched_off_and_the_link_to_the_search_says_so() =>
        await chromium.Visit(
            server,
            new BrowserNewContextOptions { JavaScriptEnabled = false },
            async visit =>
            {
                await visit.Open("/kk/resources?q=the");
                Assert.EndsWith("prefer=kk", await Link(), StringComparison.Ordinal);

                await visit.Page.ClickAsync("a[href*='prefer=off']");

                Assert.EndsWith("prefer=off", await Link(), StringComparison.Ordinal);
                Assert.Equal(0, await visit.Page.Locator("a[href*='prefer=off']:has-text('Ешбір')").CountAsync());

                async Task<string> Link() => await visit.Page.Locator(".search-link textarea").InputValueAsync();
            }
        );

    [Fact]
    public async Task Other_ways_to_search_are_folded_away_until_they_are_used_and_sent_with_the_question() =>
        await chromium.Visit(
            server,
            new BrowserNewContextOptions { JavaScriptEnabled = false },
            async visit =>
            {
                var page = visit.Page;
                await visit.Open("/en/resources?q=the&tier=T1");
                Assert.False(await page.Locator("input[name=exact]").IsVisibleAsync());
                await page.ClickAsync(".search-more summary");
                await page.CheckAsync("input[name=exact]");
                await page.FillAsync("input[name=from]", "1900");
                await page.ClickAsync("form[role=search] button");

                Assert.Contains("tier=T1", page.Url, StringComparison.Ordinal);
                Assert.Contains("exact=true", page.Url, StringComparison.Ordinal);
                Assert.Contains("from=1900", page.Url, StringComparison.Ordinal);
                Assert.True(await page.IsCheckedAsync("input[name=exact]"));
            }
        );
}
