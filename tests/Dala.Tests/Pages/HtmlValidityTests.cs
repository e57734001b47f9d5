using System.Diagnostics;
using System.Text.Json;
using Dala.Testing;

namespace Dala.Tests.Pages;

/// <summary>html-validate finds nothing to mend in the HTML of any kind of page, in any language.</summary>
public sealed class HtmlValidityTests(ServerFixture server)
{
    private static readonly string Tools = Path.Combine(SharedData.Root, "tests", "tools");

    [Fact]
    public async Task Every_page_is_valid()
    {
        var program = Path.Combine(Tools, "node_modules", ".bin", "html-validate");
        Assert.SkipUnless(File.Exists(program), "html-validate is not installed (npm ci --prefix tests/tools).");
        using var folder = new TempFolder();
        foreach (var name in PageKinds.Names)
        {
            var kind = await PageKinds.Of(name.Data, server);
            foreach (var language in server.Languages)
            {
                using var page = await server.Page(kind, language.Tag);
                Assert.Equal(kind.Status, (int)page.StatusCode);
                folder.Write($"{name.Data.Replace(' ', '-')}.{language.Tag}.html", await page.Content.ReadAsByteArrayAsync());
            }
        }

        // One run for all pages: the validator takes longer to start than to read them. Through a pipe a long report comes cut short.
        var report = folder.At("report.json");
        var start = new ProcessStartInfo(
            program,
            ["--config", Path.Combine(Tools, "htmlvalidate.cjs"), "--ext", "html", "--formatter", "json=" + report, folder.Path]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var validator = Process.Start(start)!;
        var said = await Task.WhenAll(validator.StandardError.ReadToEndAsync(), validator.StandardOutput.ReadToEndAsync());
        await validator.WaitForExitAsync();

        Assert.True(File.Exists(report), string.Concat(said));
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(report));
        var findings = json
            .RootElement.EnumerateArray()
            .SelectMany(file =>
                file.GetProperty("messages")
                    .EnumerateArray()
                    .Select(message =>
                        $"{Path.GetFileName(file.GetProperty("filePath").GetString())}:{message.GetProperty("line")}: "
                        + $"{message.GetProperty("ruleId")}: {message.GetProperty("message")}"
                    )
            )
            .ToList();
        Assert.True(findings.Count == 0, string.Join('\n', findings));
        Assert.Equal(0, validator.ExitCode);
    }
}
