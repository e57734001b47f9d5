using Microsoft.Playwright;

namespace Dala.Tests.Journeys;

/// <summary>What script adds to pages that work without it.</summary>
public sealed class ScriptTests(ServerFixture server, Chromium chromium)
{
    [Fact]
    public async Task Suggests_while_somebody_types() =>
        await chromium.Visit(
            server,
            new BrowserNewContextOptions(),
            async visit =>
            {
                await visit.Open("/en");
                await visit.Page.Locator("input[name=q]").PressSequentiallyAsync("ato");
                // Whoever types slowly is answered for two letters first; what counts is what stands there in the end.
                await Assertions.Expect(visit.Page.Locator("datalist option[value*='ato' i]")).Not.ToHaveCountAsync(0);
                await Assertions.Expect(visit.Page.Locator("datalist option:not([value*='ato' i])")).ToHaveCountAsync(0);
            }
        );

    [Fact]
    public async Task Copies_the_citation() =>
        await chromium.Visit(
            server,
            new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] },
            async visit =>
            {
                await visit.Open($"/en/resources/{await server.Story("en")}");
                await visit.Page.ClickAsync(".citation + .actions button");
                await Assertions.Expect(visit.Page.Locator(".citation + .actions [role=status]")).Not.ToBeEmptyAsync();
                Assert.Equal(
                    await visit.Page.Locator(".citation").InputValueAsync(),
                    await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()")
                );
            }
        );

    [Fact]
    public async Task Without_script_there_is_no_button_that_does_nothing() =>
        await chromium.Visit(
            server,
            new BrowserNewContextOptions { JavaScriptEnabled = false },
            async visit =>
            {
                await visit.Open($"/en/resources/{await server.Story("en")}");
                Assert.Equal(0, await visit.Page.Locator("main button:not(form button)").CountAsync());
            }
        );
}
