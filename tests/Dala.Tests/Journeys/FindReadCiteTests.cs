using Microsoft.Playwright;

namespace Dala.Tests.Journeys;

/// <summary>The main job: find a story, filter, open it, read it, cite it.</summary>
[Collection(Unhurried.Name)]
public sealed class FindReadCiteTests(ServerFixture server, Chromium chromium)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    [InlineData("ar", false)]
    public async Task Finds_filters_opens_reads_and_cites(string language, bool script)
    {
        var id = await server.Story(language);
        var title = await Title(id);
        await chromium.Visit(
            server,
            new BrowserNewContextOptions { JavaScriptEnabled = script },
            async visit =>
            {
                var page = visit.Page;
                await visit.Open($"/{language}");
                await page.FillAsync("input[name=q]", title);
                await page.ClickAsync("form[role=search] button");
                await page.ClickAsync($".facet a[href*='language={language}']");
                Assert.Equal(1, await page.Locator(".active-filters li").CountAsync());
                Assert.Equal(title, await page.InputValueAsync("input[name=q]"));

                await page.ClickAsync($".results a[href='/{language}/resources/{id}']");
                Assert.Equal(title, await visit.Text("h1"));
                Assert.True(await page.Locator(".licence .tier").IsVisibleAsync());

                await page.ClickAsync($"a.button[href='/{language}/resources/{id}/read']");
                Assert.Equal(title, await visit.Text("h1"));
                Assert.True((await visit.Text(".reader")).Length > 50);

                await page.ClickAsync($".actions a[href='/{language}/resources/{id}']");
                await page.ClickAsync("a[href='#credit']");
                var citation = await page.Locator(".citation").InputValueAsync();
                Assert.Contains(title, citation, StringComparison.Ordinal);
                Assert.Contains($"/resources/{id}", citation, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task Goes_all_the_way_by_keyboard()
    {
        var id = await server.Story("en");
        var title = await Title(id);
        await chromium.Visit(
            server,
            new BrowserNewContextOptions(),
            async visit =>
            {
                var page = visit.Page;
                await visit.Open("/en");
                await page.Keyboard.PressAsync("Tab");
                Assert.Equal("#main", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
                await AssertFocusIsSeen(page);
                await page.Keyboard.PressAsync("Enter");
                await TabTo(page, "input[name=q]");
                await page.Keyboard.TypeAsync(title);
                await page.Keyboard.PressAsync("Enter");
                await visit.Arrives(@"/en/resources\?");

                await TabTo(page, ".facet a[href*='language=en']");
                await page.Keyboard.PressAsync("Enter");
                await visit.Arrives("language=en");
                await TabTo(page, $".results h3 a[href='/en/resources/{id}']");
                await page.Keyboard.PressAsync("Enter");
                await visit.Arrives($"/resources/{id}$");
                await TabTo(page, $"a[href='/en/resources/{id}/read']");
                await page.Keyboard.PressAsync("Enter");
                await visit.Arrives("/read$");
                Assert.Equal(title, await visit.Text("h1"));

                await page.GoBackAsync();
                await TabTo(page, "a[href='#credit']");
                await page.Keyboard.PressAsync("Enter");
                await TabTo(page, ".citation");
                Assert.Contains(
                    title,
                    await page.EvaluateAsync<string>("document.activeElement.value"),
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/ar")]
    [InlineData("/en/resources?q=the")]
    [InlineData("/ar/sources")]
    public async Task Tab_goes_through_the_page_in_the_order_in_which_it_is_read(string path) =>
        await chromium.Visit(
            server,
            new BrowserNewContextOptions(),
            async visit =>
            {
                await visit.Open(path);
                Assert.Equal(0, await visit.Page.Locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").CountAsync());
                await visit.Page.EvaluateAsync("window.before = document.body");
                for (var stop = 0; stop < 25; stop++)
                {
                    await visit.Page.Keyboard.PressAsync("Tab");
                    if (await visit.Page.EvaluateAsync<bool>("document.activeElement === document.body"))
                        break;
                    await AssertFocusIsSeen(visit.Page);
                    Assert.True(
                        await visit.Page.EvaluateAsync<bool>(
                            """
                            () => {
                              const now = document.activeElement;
                              const follows = (window.before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
                              window.before = now;
                              return follows;
                            }
                            """
                        ),
                        $"{path}: stop {stop}"
                    );
                }
            }
        );

    private static async Task TabTo(IPage page, string selector)
    {
        for (var stop = 0; stop < 150; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                continue;
            await AssertFocusIsSeen(page);
            return;
        }

        Assert.Fail($"Tab never comes to {selector} on {page.Url}.");
    }

    private static async Task AssertFocusIsSeen(IPage page)
    {
        var seen = await page.EvaluateAsync<string>(
            """
            () => {
              const style = getComputedStyle(document.activeElement);
              const box = document.activeElement.getBoundingClientRect();
              const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
              return outlined && box.width > 0 && box.height > 0 ? "" : document.activeElement.outerHTML.slice(0, 200) + style.outline;
            }
            """
        );
        Assert.Equal("", seen);
    }

    private async Task<string> Title(Guid id)
    {
        using var resource = await server.Json($"/api/resources/{id}");
        return resource.RootElement.GetProperty("resource").GetProperty("title").GetString()!;
    }
}
