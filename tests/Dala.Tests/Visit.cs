using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Dala.Tests;

/// <summary>One person's window on the server; it notes whatever a page complains of and wherever it reaches.</summary>
public sealed class Visit
{
    private readonly List<string> complaints = [];
    private readonly List<string> strangers = [];

    /// <summary>Answers that a test asks for on purpose: the console reports each of them as an error.</summary>
    private bool expectsRefusal;

    public Visit(ServerFixture server, IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is not ("error" or "warning"))
                return;
            if (
                expectsRefusal
                && message.Text.StartsWith(
                    "Failed to load resource: the server responded with a status of",
                    StringComparison.Ordinal
                )
            )
                return;
            complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(server.Address, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
                strangers.Add(request.Url);
        };
    }

    public IPage Page { get; }

    /// <summary>Opens a page and answers its status.</summary>
    public async Task<int> Open(string path, bool refused = false)
    {
        expectsRefusal = refused;
        return (await Page.GotoAsync(path))!.Status;
    }

    /// <summary>Waits until the window has come to an address and the page there is complete.</summary>
    /// <remarks>The client's own wait for an address misses the load of a page that is complete before it begins to listen.</remarks>
    public async Task Arrives([StringSyntax(StringSyntaxAttribute.Regex)] string address)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex(address));
        while (await Page.EvaluateAsync<string>("document.readyState") != "complete")
            await Task.Delay(5);
    }

    public async Task<string> Text(string selector) => (await Page.Locator(selector).First.InnerTextAsync()).Trim();

    /// <summary>No errors, no violations of the content security policy, nothing asked of another server.</summary>
    public void AssertQuiet()
    {
        Assert.Empty(complaints);
        Assert.Empty(strangers);
    }
}
