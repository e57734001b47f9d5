using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;

namespace Dala.Tests.Journeys;

/// <summary>A teacher makes a book of two stories: found, gathered, taken along, with everybody named.</summary>
[Collection(Unhurried.Name)]
public sealed class RemixTests(ServerFixture server, Chromium chromium)
{
    /// <summary>A step is something the teacher does: opening, typing, pressing.</summary>
    private const int MostSteps = 9;

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Gets_from_a_search_to_a_credited_book_of_two_stories_without_script_in_under_ten_steps(string language)
    {
        var (first, second) = (await Story("en"), await Story("ru"));
        await chromium.Visit(
            server,
            new BrowserNewContextOptions { JavaScriptEnabled = false, AcceptDownloads = true },
            async visit =>
            {
                var page = visit.Page;
                var steps = 0;

                await Step(() => visit.Open($"/{language}"));
                await Step(() => page.FillAsync("input[name=q]", first.Title));
                await Step(() => page.ClickAsync("form[role=search] button"));
                await Step(() => page.ClickAsync(AddButton(first.Id)));
                await Step(() => page.ClickAsync("main p > a[href*='/resources']"));
                await Step(() => page.FillAsync("input[name=q]", second.Title));
                await Step(() => page.ClickAsync("form[role=search] button"));
                await Step(() => page.ClickAsync(AddButton(second.Id)));
                var download = await page.RunAndWaitForDownloadAsync(() => Step(() => page.ClickAsync("a[href$='book.epub']")));

                Assert.InRange(steps, 1, MostSteps);
                AssertNames(await download.PathAsync(), first, second);

                async Task Step(Func<Task> act)
                {
                    steps++;
                    await act();
                }
            }
        );
    }

    [Fact]
    public async Task Makes_a_book_by_keyboard_alone()
    {
        var first = await Story("en");
        await chromium.Visit(
            server,
            new BrowserNewContextOptions { JavaScriptEnabled = false, AcceptDownloads = true },
            async visit =>
            {
                var page = visit.Page;
                await visit.Open($"/en/resources/{first.Id}");
                await page.FocusAsync($"form.add-to-basket:has(input[value='{first.Id}']) button");
                await page.Keyboard.PressAsync("Enter");
                await visit.Arrives("/en/baskets/[A-Za-z0-9_-]{22}");
                await page.FocusAsync("#field-title");
                await page.Keyboard.TypeAsync("My book");
                await page.Keyboard.PressAsync("Enter");
                await visit.Arrives("/en/baskets/");
                Assert.Equal("My book", await visit.Text("h1"));
                await page.FocusAsync("a[href$='book.epub']");
                var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));

                Assert.Equal("My-book.epub", download.SuggestedFilename);
            }
        );
    }

    [Fact]
    public async Task What_does_not_go_together_is_said_and_offered_as_a_collection()
    {
        var story = await Story("en");
        using var found = await server.Json("/api/resources?source=oer-commons-csv&tier=T3&size=1");
        var unchangeable = found.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
        await chromium.Visit(
            server,
            new BrowserNewContextOptions { JavaScriptEnabled = false },
            async visit =>
            {
                var page = visit.Page;
                await visit.Open("/en" + await server.Basket(story.Id, unchangeable));
                Assert.Equal(0, await page.Locator("a[href$='book.epub']").CountAsync());
                Assert.Equal(1, await page.Locator(".basket .fault").CountAsync());
                Assert.True(await page.Locator(".verdict li").CountAsync() >= 3);

                await page.CheckAsync("input[name=making][value=collection]");
                await page.ClickAsync("section button[value=save]");

                Assert.Equal(1, await page.Locator("a[href$='book.epub']").CountAsync());
            }
        );
    }

    [Fact]
    public async Task What_is_taken_out_can_be_put_back_and_what_was_typed_is_kept_whatever_is_pressed()
    {
        var (first, second) = (await Story("en"), await Story("ru"));
        await chromium.Visit(
            server,
            new BrowserNewContextOptions { JavaScriptEnabled = false },
            async visit =>
            {
                var page = visit.Page;
                await visit.Open("/en" + await server.Basket(first.Id, second.Id));
                await page.FillAsync(".basket li:nth-child(1) input[name^=change-]", "shortened");
                await page.ClickAsync(".basket li:nth-child(2) button[value^=remove]");
                Assert.Equal(1, await page.Locator(".basket > li").CountAsync());
                Assert.Equal("shortened", await page.InputValueAsync(".basket input[name^=change-]"));

                await page.ClickAsync("button[value^=restore]");

                Assert.Equal(2, await page.Locator(".basket > li").CountAsync());
            }
        );
    }

    private static string AddButton(string id) => $".results form.add-to-basket:has(input[value='{id}']) button";

    private static void AssertNames(string path, params (string Id, string Title, string Author)[] stories)
    {
        using var book = ZipFile.OpenRead(path);
        var text = new StringBuilder();
        foreach (var entry in book.Entries.Where(entry => entry.FullName.Contains("credits", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }

        foreach (var story in stories)
        {
            Assert.Contains(story.Title, text.ToString(), StringComparison.Ordinal);
            Assert.Contains(story.Author, text.ToString(), StringComparison.Ordinal);
        }
    }

    private async Task<(string Id, string Title, string Author)> Story(string language)
    {
        var id = (await server.Story(language)).ToString();
        using var json = await server.Json($"/api/resources/{id}");
        var resource = json.RootElement.GetProperty("resource");
        return (id, resource.GetProperty("title").GetString()!, resource.GetProperty("creators")[0].GetString()!);
    }
}
