using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dala.Standards.Books;
using Dala.Testing;

namespace Dala.Standards.Tests.Books;

public sealed class HtmlBookTests
{
    [Fact]
    public async Task Html_validate_has_nothing_to_say()
    {
        Assert.SkipWhen(HtmlValidator.Program is null, HtmlValidator.Missing);
        using var folder = new TempFolder();
        foreach (var (name, book) in SampleBooks.All)
            folder.Write(name + ".html", book.As(BookFormat.Html));

        var findings = await HtmlValidator.Findings(folder.Path);

        // A title is as long as its author made it.
        Assert.Equal([], findings.Where(finding => !finding.Contains(": long-title: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Asks_nobody_for_anything()
    {
        foreach (var book in SampleBooks.All.Values)
        {
            var page = Parse(book);

            Assert.Empty(
                page.QuerySelectorAll("script, iframe, object, embed, video, audio, source, form, base, link[rel~=stylesheet]")
            );
            Assert.All(
                page.QuerySelectorAll("[src]"),
                element => Assert.StartsWith("data:image/", element.GetAttribute("src"), StringComparison.Ordinal)
            );
            Assert.Empty(page.QuerySelectorAll("[style], [srcset], [background], [poster]"));
            Assert.All(
                page.All,
                element =>
                    Assert.DoesNotContain(
                        element.Attributes,
                        attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)
                    )
            );
            Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
            Assert.All(page.Links, link => Assert.Matches("^(https?://|#|mailto:)", link.GetAttribute("href")));
        }
    }

    [Fact]
    public void Its_policy_allows_its_own_style_and_nothing_else()
    {
        var page = Parse(SampleBooks.All["trilingual"]);

        var style = page.QuerySelector("style")!.TextContent;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'",
            page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")
        );
    }

    [Fact]
    public void Shows_every_author_licence_and_change_note_beside_the_part_and_on_the_sheet()
    {
        var book = SampleBooks.All["trilingual"];
        var page = Parse(book);

        var sheet = page.GetElementById("credits")!.TextContent;
        var parts = string.Concat(page.QuerySelectorAll("section:not(#credits)").Select(part => part.TextContent));
        Assert.All(Written.Owed(book), owed => Assert.Contains(owed, parts, StringComparison.Ordinal));
        Assert.All(Written.Owed(book), owed => Assert.Contains(owed, sheet, StringComparison.Ordinal));
        Assert.Equal(
            book.Parts.Select(part => part.Licence?.Address),
            page.QuerySelectorAll("section:not(#credits)")
                .Select(part => part.QuerySelector("p.licence a[rel=license]")?.GetAttribute("href"))
        );
        Assert.Equal(SampleBooks.ByNc.Address, page.QuerySelector("link[rel=license]")?.GetAttribute("href"));
    }

    [Fact]
    public void Every_entry_of_the_contents_leads_somewhere_and_is_in_its_language()
    {
        var page = Parse(SampleBooks.All["trilingual"]);

        var entries = page.QuerySelectorAll("nav a").ToList();

        Assert.Equal(
            page.QuerySelectorAll("section").Select(section => section.QuerySelector("h2")!.TextContent),
            entries.Select(entry => page.GetElementById(entry.GetAttribute("href")![1..])!.QuerySelector("h2")!.TextContent)
        );
        Assert.Equal([null, "ru ltr", "ar rtl", "kk ltr", null], entries.Select(Marks));
        Assert.Equal([null, "ru ltr", "ar rtl", "kk ltr", null], page.QuerySelectorAll("section").Select(Marks));
        // Credits are in the language of the book, also below an Arabic story.
        Assert.Equal(["en ltr"], page.QuerySelectorAll("section .credit").Select(Marks).Distinct());
    }

    [Fact]
    public void Markup_in_texts_is_shown_and_does_nothing()
    {
        var book = SampleBooks.All["hostile"];
        var page = Parse(book);

        Assert.StartsWith(
            "</title><script>alert(1)</script> <b>\"bold\"</b> & &amp; ]]>",
            page.QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("und", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["…", "…"], page.QuerySelectorAll("h2").Skip(1).Take(2).Select(heading => heading.TextContent));
        Assert.Contains("abcd\uFFFDe\uFFFDfgh ij kl m n o😀p\u202Eq\u200Frs", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static string? Marks(IElement element) =>
        element.HasAttribute("lang") ? $"{element.GetAttribute("lang")} {element.GetAttribute("dir")}" : null;

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(Book book) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(book.As(BookFormat.Html)));
}
