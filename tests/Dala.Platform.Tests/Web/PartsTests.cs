using Dala.Platform.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dala.Platform.Tests.Web;

public sealed class PartsTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>")]
    [InlineData("&lt;b&gt;", "<p>&amp;lt;b&amp;gt;</p>")]
    [InlineData("javascript:alert(1)", "<p>javascript:alert(1)</p>")]
    [InlineData(
        "https://a.example/'x",
        "<p><a href=\"https://a.example/&#x27;x\" rel=\"nofollow noopener\" dir=\"ltr\">https://a.example/&#x27;x</a></p>"
    )]
    [InlineData("• \"><svg onload=x>", "<ul><li>&quot;&gt;&lt;svg onload=x&gt;</li></ul>")]
    public async Task Structured_text_is_encoded(string text, string expected) =>
        Assert.Equal(expected, Compact(await Render<StructuredText>(("Text", text))));

    [Theory]
    [InlineData("atom <b>", 0, 4, "<mark>atom</mark> &lt;b&gt;")]
    [InlineData("atom", 2, 99, "at<mark>om</mark>")]
    [InlineData("atom", -3, 4, "<mark>a</mark>tom")]
    [InlineData("atom", 9, 4, "atom")]
    [InlineData("😀x", 1, 1, "<mark>😀</mark>x")]
    public async Task Highlighted_marks_only_what_lies_in_the_text(string text, int start, int length, string expected) =>
        Assert.Equal(
            expected,
            System
                .Net.WebUtility.HtmlDecode(
                    await Render<Highlighted>(("Text", text), ("Ranges", new[] { new Highlight(start, length) }))
                )
                .Replace("<b>", "&lt;b&gt;", StringComparison.Ordinal)
        );

    [Fact]
    public async Task Highlighted_joins_ranges_that_overlap()
    {
        Highlight[] ranges = [new(4, 2), new(0, 3), new(1, 1), new(2, 3)];

        Assert.Equal(
            "<mark>abc</mark><mark>de</mark><mark>f</mark>g",
            await Render<Highlighted>(("Text", "abcdefg"), ("Ranges", ranges))
        );
    }

    private static string Compact(string html) => string.Concat(html.Split('\n').Select(line => line.Trim()));

    private static async Task<string> Render<T>(params (string Name, object Value)[] parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var values = parameters.ToDictionary(pair => pair.Name, object? (pair) => pair.Value);
            return (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(values))).ToHtmlString();
        });
    }
}
