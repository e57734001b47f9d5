using Dala.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Dala.Tests;

/// <summary>One browser for all tests of this assembly; where there is none, its tests say so and are skipped.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly SemaphoreSlim starting = new(1);

    /// <summary>Pages that are open at a time: more only wait for each other.</summary>
    private readonly SemaphoreSlim room = new(4);

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Opens a window of its own (cookies, size, script or none) and closes it when the work is done.</summary>
    public async Task Visit(ServerFixture server, BrowserNewContextOptions options, Func<Visit, Task> work)
    {
        var program = Places.FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "Chromium is not installed (looked for " + string.Join(", ", Places) + ").");
        await room.WaitAsync();
        try
        {
            var running = await Start(program!);
            options.BaseURL = server.Address;
            await using var context = await running.NewContextAsync(options);
            // Long enough for a machine that does much else at the time.
            context.SetDefaultTimeout(30_000);
            var visit = new Visit(server, await context.NewPageAsync());
            await work(visit);
            visit.AssertQuiet();
        }
        finally
        {
            room.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        starting.Dispose();
        room.Dispose();
    }

    private async Task<IBrowser> Start(string program)
    {
        await starting.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(30_000);
            return browser ??= await playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions
                {
                    ExecutablePath = program,
                    Headless = true,
                    Args =
                    [
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                    ],
                }
            );
        }
        finally
        {
            starting.Release();
        }
    }
}
