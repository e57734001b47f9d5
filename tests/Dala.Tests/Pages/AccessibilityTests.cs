using Dala.Platform.Languages;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Dala.Tests.Pages;

/// <summary>axe-core finds nothing to mend on any kind of page, in any language, light or dark.</summary>
public sealed class AccessibilityTests(ServerFixture server, Chromium chromium)
{
    /// <summary>A phone, and a window of 1280 pixels at 400 % (WCAG 2.2, 1.4.10).</summary>
    private const int Narrow = 320;

    private const string Widest = """
        () => [...document.querySelectorAll("body *")]
          .filter(part => !part.closest(".scroll") && Math.max(part.getBoundingClientRect().right, innerWidth - part.getBoundingClientRect().left) > innerWidth + 1)
          .map(part => part.outerHTML.slice(0, 120)).slice(0, 3).join(" | ")
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string RunAxe = """
        async () => {
          const found = await axe.run(document, {
            runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
            resultTypes: ["violations"],
          });
          return found.violations.flatMap((rule) =>
            rule.nodes.map((node) => `${location.pathname}: ${rule.id}: ${node.target} ${node.html} ${node.failureSummary}`));
        }
        """;

    [Theory]
    [MemberData(nameof(PageKinds.Names), MemberType = typeof(PageKinds))]
    public async Task Finds_nothing_in_any_language_and_fits_into_320_pixels(string name)
    {
        var kind = await PageKinds.Of(name, server);
        // What differs in the dark is colour, and colours do not depend on the language: every second one is looked at in the dark.
        var light = server.Languages.Where((_, place) => place % 2 == 0);
        var dark = server.Languages.Where((_, place) => place % 2 == 1);

        var findings = await Task.WhenAll(Findings(kind, light, ColorScheme.Light), Findings(kind, dark, ColorScheme.Dark));

        AssertNothing([.. findings.SelectMany(found => found)]);
    }

    [Fact]
    public async Task Finds_nothing_on_forms_that_come_back()
    {
        var findings = new List<string>();
        await chromium.Visit(
            server,
            new BrowserNewContextOptions(),
            async visit =>
            {
                await visit.Open("/en/sign-in", refused: true);
                await visit.Page.FillAsync("input[name=key]", "wrong");
                await visit.Page.ClickAsync("main button");
                Assert.Equal(1, await visit.Page.Locator("[aria-invalid=true]").CountAsync());
                findings.AddRange(await Run(visit.Page));

                await visit.Page.FillAsync("input[name=key]", ServerFixture.Key);
                await visit.Page.ClickAsync("main button");
                await visit.Arrives("/import$");
                await visit.Page.SetInputFilesAsync(
                    "input[type=file]",
                    new FilePayload
                    {
                        Name = "titles.jsonl",
                        MimeType = "text/plain",
                        Buffer = "{\"broken\""u8.ToArray(),
                    }
                );
                await visit.Page.FillAsync("input[name=source]", "not a name!");
                await visit.Page.SelectOptionAsync("select[name=mapping]", "phet-simulation-titles");
                await visit.Page.ClickAsync("button[value=import]");
                Assert.Equal("not a name!", await visit.Page.InputValueAsync("input[name=source]"));
                findings.AddRange(await Run(visit.Page));

                await visit.Page.SetInputFilesAsync(
                    "input[type=file]",
                    new FilePayload
                    {
                        Name = "titles.jsonl",
                        MimeType = "text/plain",
                        Buffer = "{\"simulation\": \"one\", \"bcp47\": \"en\", \"title\": \"One\"}\n{\"broken\""u8.ToArray(),
                    }
                );
                await visit.Page.FillAsync("input[name=source]", "a-name");
                await visit.Page.ClickAsync("button[value=preview]");
                Assert.Equal(1, await visit.Page.Locator("#preview-heading").CountAsync());
                findings.AddRange(await Run(visit.Page));
            }
        );

        AssertNothing(findings);
    }

    // Assert.Empty would shorten what it shows.
    private static void AssertNothing(List<string> findings) => Assert.True(findings.Count == 0, string.Join('\n', findings));

    private async Task<List<string>> Findings(PageKind kind, IEnumerable<InterfaceLanguage> languages, ColorScheme scheme)
    {
        var options = new BrowserNewContextOptions { ColorScheme = scheme };
        if (kind.Administrator)
            options.ExtraHTTPHeaders = [new("Authorization", "Bearer " + ServerFixture.Key)];
        var findings = new List<string>();
        await chromium.Visit(
            server,
            options,
            async visit =>
            {
                foreach (var language in languages)
                {
                    Assert.Equal(kind.Status, await visit.Open($"/{language.Tag}{kind.Path}", refused: kind.Status >= 400));
                    findings.AddRange(await Run(visit.Page));
                    await visit.Page.SetViewportSizeAsync(Narrow, 256);
                    var width = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                    if (width > Narrow)
                        findings.Add(
                            $"{visit.Page.Url} is {width} pixels wide: {await visit.Page.EvaluateAsync<string>(Widest)}"
                        );
                    await visit.Page.SetViewportSizeAsync(1280, 800);
                }
            }
        );
        return findings;
    }

    private static async Task<List<string>> Run(IPage page)
    {
        // Folded parts are parts of the page too. They hold long tables; one language of each direction says all there is to say of them.
        await page.EvaluateAsync(
            "if (['en', 'ar'].includes(document.documentElement.lang)) document.querySelectorAll('details').forEach(part => part.open = true)"
        );
        // axe by hand and not through its package, which opens a second window for each run to put findings of frames together.
        await page.EvaluateAsync(Axe);
        return [.. await page.EvaluateAsync<string[]>(RunAxe)];
    }
}
