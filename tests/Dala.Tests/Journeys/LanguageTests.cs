using Microsoft.Playwright;

namespace Dala.Tests.Journeys;

/// <summary>The interface speaks the reader's language: the browser's at first, then the one that the reader chose.</summary>
public sealed class LanguageTests(ServerFixture server, Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keeps_the_language_that_was_chosen(bool script) =>
        await chromium.Visit(
            server,
            new BrowserNewContextOptions { JavaScriptEnabled = script, Locale = "fr-FR" },
            async visit =>
            {
                await visit.Open("/");
                Assert.Equal($"{server.Address}/fr", visit.Page.Url);

                await visit.Open("/fr/resources?q=atom&tier=T1");
                await visit.Page.ClickAsync(".languages a[lang=ru]");
                Assert.Equal($"{server.Address}/ru/resources?q=atom&tier=T1", visit.Page.Url);
                await visit.Open("/");
                Assert.Equal($"{server.Address}/ru", visit.Page.Url);

                var id = await server.Id("build-an-atom");
                await visit.Open($"/resources/{id}");
                Assert.Equal($"{server.Address}/ru/resources/{id}", visit.Page.Url);
            }
        );
}
