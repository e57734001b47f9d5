using Microsoft.Playwright;

namespace Dala.Tests.Journeys;

/// <summary>Reading: in two languages, on paper, from right to left.</summary>
public sealed class ReadingTests(ServerFixture server, Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reads_a_story_in_two_languages_side_by_side(bool script)
    {
        var (english, arabic) = (await server.Story("en"), await server.Story("ar"));
        await chromium.Visit(
            server,
            new BrowserNewContextOptions
            {
                JavaScriptEnabled = script,
                ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            },
            async visit =>
            {
                var page = visit.Page;
                await visit.Open($"/en/resources/{english}/read");
                await page.SelectOptionAsync("select[name=beside]", arabic.ToString());
                await page.ClickAsync("main form button");
                await visit.Arrives($"beside={arabic}$");

                var left = page.Locator(".side-by-side > div").First;
                var right = page.Locator(".side-by-side > div").Nth(1);
                Assert.Equal(("ar", "rtl"), (await right.GetAttributeAsync("lang"), await right.GetAttributeAsync("dir")));
                Assert.Matches(@"\p{IsArabic}", await right.InnerTextAsync());
                var (first, second) = ((await left.BoundingBoxAsync())!, (await right.BoundingBoxAsync())!);
                Assert.Equal(first.Y, second.Y);
                Assert.True(second.X >= first.X + first.Width);
                // Both texts have as many pages: none is lost beside a shorter one.
                var rows = await page.Locator(".side-by-side").CountAsync();
                Assert.True(rows > 1, $"{rows} rows");
                Assert.Equal(2 * rows, await page.Locator(".side-by-side > div").CountAsync());
                Assert.Equal(2, await page.Locator("article footer dl.facts").CountAsync());

                await page.SetViewportSizeAsync(320, 800);
                Assert.True((await right.BoundingBoxAsync())!.Y > (await left.BoundingBoxAsync())!.Y);
            }
        );
    }

    [Fact]
    public async Task Paper_has_the_text_and_its_credit_and_nothing_to_click() =>
        await chromium.Visit(
            server,
            new BrowserNewContextOptions(),
            async visit =>
            {
                foreach (
                    var path in new[]
                    {
                        $"/resources/{await server.Story("en")}/read",
                        $"/resources/{await server.Id("area-builder")}",
                        "/resources?q=the",
                    }
                )
                {
                    await visit.Open("/en" + path);
                    await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
                    foreach (var hidden in new[] { "nav", "form", "button", ".skip", ".site-footer" })
                    {
                        foreach (var part in await visit.Page.Locator(hidden).AllAsync())
                            Assert.False(await part.IsVisibleAsync(), $"{path}: {hidden}");
                    }

                    Assert.True(await visit.Page.Locator("h1").IsVisibleAsync());
                    if (path.EndsWith("/read", StringComparison.Ordinal))
                        Assert.True(await visit.Page.Locator("article footer dl.facts").IsVisibleAsync());
                    await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
                }
            }
        );

    [Fact]
    public async Task An_Arabic_page_runs_from_right_to_left() =>
        await chromium.Visit(
            server,
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            },
            async visit =>
            {
                await visit.Open($"/ar/resources/{await server.Story("ar")}/read");
                var name = (await visit.Page.Locator(".site-name").BoundingBoxAsync())!;
                Assert.True(name.X > 640, $"the name of the site begins at {name.X}");
                Assert.Equal(
                    "rtl",
                    await visit.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.reader')).direction")
                );
                // English content on the Arabic page keeps its own direction.
                await visit.Open($"/ar/resources/{await server.Story("en")}/read");
                Assert.Equal(
                    "ltr",
                    await visit.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.reader')).direction")
                );
            }
        );
}
