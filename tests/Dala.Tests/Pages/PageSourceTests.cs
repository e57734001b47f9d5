using System.IO.Compression;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dala.Tests.Pages;

/// <summary>What must hold in the source of every page: its weight, its ids, its languages, its texts.</summary>
public sealed class PageSourceTests(ServerFixture server)
{
    /// <summary>Compressed, with the style sheet (DESIGN 7).</summary>
    private const int MostBytes = 40 << 10;

    [Theory]
    [MemberData(nameof(PageKinds.Names), MemberType = typeof(PageKinds))]
    public async Task Weighs_at_most_40_KB_with_its_styles(string name)
    {
        var kind = await PageKinds.Of(name, server);
        foreach (var language in server.Languages)
        {
            using var page = await server.Page(kind, language.Tag, "br");
            var bytes = await page.Content.ReadAsByteArrayAsync();
            Assert.Equal(["br"], page.Content.Headers.ContentEncoding);
            var styles = await Styles(Plain(bytes));
            Assert.True(bytes.Length + styles <= MostBytes, $"{kind.Path} in {language.Tag}: {bytes.Length} + {styles} bytes");
        }
    }

    [Theory]
    [MemberData(nameof(PageKinds.Names), MemberType = typeof(PageKinds))]
    public async Task Is_whole_in_every_language(string name)
    {
        var kind = await PageKinds.Of(name, server);
        foreach (var language in server.Languages)
        {
            using var page = await server.Page(kind, language.Tag);
            Assert.Equal(kind.Status, (int)page.StatusCode);
            var html = await page.Content.ReadAsStringAsync();
            var document = await new HtmlParser().ParseDocumentAsync(html);
            var place = $"{kind.Path} in {language.Tag}";

            Assert.Equal(
                (language.Tag, language.Direction),
                (document.DocumentElement.GetAttribute("lang"), document.DocumentElement.GetAttribute("dir"))
            );
            // A key without a text stands between these brackets.
            Assert.False(html.Contains('⟦', StringComparison.Ordinal), place);
            Assert.Equal(1, document.QuerySelectorAll("h1").Length);
            Assert.NotEqual("", document.Title?.Trim() ?? "");
            var ids = document.All.Select(element => element.GetAttribute("id")).OfType<string>().ToList();
            Assert.Equal(ids.Distinct().Order(), ids.Order());
            AssertReferences(document, [.. ids], place);
            if (kind.Name is not "not found")
                AssertAlternates(document, kind, language.Tag);
            AssertNothingInline(document, place);
        }
    }

    // Everything that points into the page (skip link, labels, descriptions, table of contents) finds what it points to.
    private static void AssertReferences(IHtmlDocument document, HashSet<string> ids, string place)
    {
        var pointed = document
            .QuerySelectorAll("[for], [aria-labelledby], [aria-describedby], [list], a[href^='#']")
            .SelectMany(element =>
                new[] { "for", "aria-labelledby", "aria-describedby", "list" }
                    .SelectMany(name => (element.GetAttribute(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Append(element.GetAttribute("href") is ['#', .. var anchor] ? anchor : null)
            )
            .OfType<string>();
        Assert.True(
            pointed.Where(id => !ids.Contains(id)).ToList() is { Count: 0 } lost,
            $"{place}: {string.Join(' ', pointed.Where(id => !ids.Contains(id)))}"
        );
    }

    private void AssertAlternates(IHtmlDocument document, PageKind kind, string language)
    {
        var alternates = document
            .QuerySelectorAll("link[rel=alternate][hreflang]")
            .ToDictionary(link => link.GetAttribute("hreflang")!, link => link.GetAttribute("href"));
        var expected = server.Languages.ToDictionary(known => known.Tag, known => $"{server.Address}/{known.Tag}{kind.Path}");
        expected["x-default"] = kind.Path.Length == 0 ? server.Address + "/" : $"{server.Address}/en{kind.Path}";
        Assert.Equal(
            expected.OrderBy(pair => pair.Key).Select(pair => (pair.Key, Uri.UnescapeDataString(pair.Value))),
            alternates.OrderBy(pair => pair.Key).Select(pair => (pair.Key, Uri.UnescapeDataString(pair.Value!)))
        );
        Assert.Equal(
            $"{server.Address}/{language}{kind.Path.Split('?')[0]}",
            document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")
        );
    }

    // The content security policy allows neither scripts nor styles in the page itself.
    private static void AssertNothingInline(IHtmlDocument document, string place)
    {
        Assert.True(document.QuerySelectorAll("[style], style").Length == 0, place);
        Assert.True(document.QuerySelectorAll("script:not([src]):not([type='application/ld+json'])").Length == 0, place);
        Assert.True(
            !document
                .All.SelectMany(element => element.Attributes)
                .Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)),
            place
        );
    }

    private async Task<int> Styles(string html)
    {
        var document = await new HtmlParser().ParseDocumentAsync(html);
        var sum = 0;
        foreach (var link in document.QuerySelectorAll("link[rel=stylesheet]"))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, link.GetAttribute("href"));
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
            using var answer = await server.Web.SendAsync(request);
            Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
            sum += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        Assert.NotEqual(0, sum);
        return sum;
    }

    private static string Plain(byte[] bytes)
    {
        using var stream = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
