using Dala.Testing;

namespace Dala.Tests.Pages;

/// <summary>html-validate finds nothing to mend in the HTML of any kind of page, in any language.</summary>
public sealed class HtmlValidityTests(ServerFixture server)
{
    [Fact]
    public async Task Every_page_is_valid()
    {
        Assert.SkipWhen(HtmlValidator.Program is null, HtmlValidator.Missing);
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

        var findings = await HtmlValidator.Findings(folder.Path);

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }
}
