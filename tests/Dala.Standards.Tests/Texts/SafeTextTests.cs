using System.Diagnostics;
using System.Text.RegularExpressions;
using Dala.Standards.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace Dala.Standards.Tests.Texts;

public sealed partial class SafeTextTests
{
    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("<p>One<br>two<br/>three</p>", "One\ntwo\nthree")]
    [InlineData("<div>One</div>\n<div>Two</div>", "One\nTwo")]
    [InlineData("<h2>Title</h2>Text <b>bold</b>, <i>it</i>alic", "Title\n\nText bold, italic")]
    [InlineData("Text<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>after", "Text\n\n• a\n• b\n  • c\n\nafter")]
    [InlineData("<ol><li>a<li>b</ol><ol start=5><li><p>e</p><p>more</p></li></ol>", "1. a\n2. b\n\n5. e\n  more")]
    [InlineData("<table><tr><th>a</th><th>b</th></tr><tr><td><p>1</p></td><td>2<br>3</td></tr></table>x", "a | b\n1 | 2 3\n\nx")]
    [InlineData("<a href='https://example.org/x?a=1&amp;b=2'>here</a>.", "here (https://example.org/x?a=1&b=2).")]
    [InlineData("<a href='https://example.org/'>example.org</a>", "example.org")]
    [InlineData("<a href='mailto:a@example.org'>a@example.org</a>", "a@example.org")]
    [InlineData("<a href='/relative'>here</a> <a href='ftp://x/y'>there</a>", "here there")]
    [InlineData("<img alt='A map' src=x><a href='https://example.org'><img src=y></a>", "A maphttps://example.org")]
    [InlineData("a&nbsp;&nbsp;b &amp; c &lt;d&gt; &eacute;", "a b & c <d> é")]
    [InlineData("<meta charset=\"utf-8\" /><b id=\"docs-internal-guid-1\">Text</b>", "Text")]
    [InlineData("<pre>a\n  b</pre>", "a\nb")]
    [InlineData("<!-- gone -->stays<!-- gone", "stays")]
    [InlineData("<title>gone</title><style>p{}</style><p>stays</p><svg><text>gone</text></svg>", "stays")]
    [InlineData("<p>unclosed <b>tags <i>everywhere", "unclosed tags everywhere")]
    [InlineData("<p>One</p><p>⁂</p><p>Two</p>", "One\n\n⁂\n\nTwo")]
    [InlineData("", "")]
    [InlineData("plain  text", "plain text")]
    [InlineData("List<T> and 1 < 2 & 3", "List<T> and 1 < 2 & 3")]
    public void Reduces_HTML_to_text_with_its_structure(string html, string text) => Assert.Equal(text, SafeText.FromHtml(html));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<SCRIPT SRC=https://evil.example/x.js></SCRIPT>")]
    [InlineData("<script>alert('</scr'+'ipt>')//</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<img src=x onerror=alert(1) ")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<body onload=alert(1)>")]
    [InlineData("<iframe src=javascript:alert(1)></iframe>")]
    [InlineData("<iframe srcdoc='<script>alert(1)</script>'>alert</iframe>")]
    [InlineData("<a href=javascript:alert(1)>x</a>")]
    [InlineData("<a href=' java\nscript:alert(1)'>x</a>")]
    [InlineData("<a href='&#106;avascript:alert(1)'>x</a>")]
    [InlineData("<a href='JaVaScRiPt:alert(1)'>x</a>")]
    [InlineData("<a href='data:text/html,<script>alert(1)</script>'>x</a>")]
    [InlineData("<a href='vbscript:alert(1)'>x</a>")]
    [InlineData("<form action=javascript:alert(1)><input type=submit></form>")]
    [InlineData("<object data=javascript:alert(1)></object>")]
    [InlineData("<embed src=javascript:alert(1)>")]
    [InlineData("<math><mtext><img src=x onerror=alert(1)></mtext></math>")]
    [InlineData("<style>@import 'javascript:alert(1)';</style>")]
    [InlineData("<div style=\"background:url(javascript:alert(1))\">x</div>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>")]
    [InlineData("<textarea></textarea><img src=x onerror=alert(1)>")]
    [InlineData("<meta http-equiv=refresh content='0;url=javascript:alert(1)'>")]
    [InlineData("<custom-tag onclick=alert(1)>x</custom-tag>")]
    [InlineData("<<script>alert(1)//<</script>")]
    [InlineData("<template><img src=x onerror=alert(1)></template>")]
    public void Nothing_of_a_script_is_left(string payload)
    {
        const string Trace = "(?i)<[a-z/!]|script:|onerror|onload|onclick|data:text";
        Assert.DoesNotMatch(Trace, SafeText.FromHtml(payload));
        Assert.DoesNotMatch(Trace, SafeText.FromHtml($"<p>before</p>{payload}"));
        // What is no tag to Markdown stays, word for word, as text to read.
        if (SafeText.FromMarkdown(payload) is var text && text != payload.Trim())
            Assert.DoesNotMatch(Trace, text);
    }

    [Fact]
    public void Plain_text_and_its_own_results_stay_as_they_are() =>
        Prop.ForAll(
                Gen.Elements(
                        "<p>",
                        "</p>",
                        "<ul>",
                        "<li>",
                        "</ul>",
                        "<br>",
                        "a",
                        " b ",
                        "é",
                        "<td>",
                        "<tr>",
                        "<a href='https://x.org'>",
                        "</a>",
                        "&nbsp;"
                    )
                    .ListOf()
                    .Select(parts => string.Concat(parts))
                    .ToArbitrary(),
                html =>
                {
                    var once = SafeText.FromHtml(html);
                    return SafeText.FromHtml(once) == once && !SafeText.LooksLikeHtml(once);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Never_throws() =>
        Prop.ForAll<string>(text =>
            {
                SafeText.FromHtml(text ?? "");
                SafeText.FromHtml("<p>" + text);
                SafeText.FromMarkdown(text ?? "");
            })
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("<div>")]
    [InlineData("<ul><li>")]
    [InlineData("<b><table><tr><td>")]
    [InlineData("<a href='https://example.org'>")]
    [InlineData("<svg>")]
    [InlineData("<p")]
    [InlineData("> ")]
    [InlineData("[")]
    [InlineData("- ")]
    public void Deep_nesting_costs_neither_stack_nor_seconds(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 100_000)) + "x";
        var watch = Stopwatch.StartNew();

        SafeText.FromHtml(text);
        SafeText.FromMarkdown(text[..Math.Min(text.Length, 200_000)]);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public void Cuts_at_the_limit_and_never_inside_a_pair()
    {
        Assert.Equal("abc", SafeText.FromHtml("abcdef", 3));
        Assert.Equal("a", SafeText.FromHtml("a😀", 2));
    }

    [Theory]
    [InlineData(
        "# Title\n\nOne *two* **three**\n\n- a\n- b\n  - c\n\n1. x\n2. y",
        "Title\n\nOne two three\n\n• a\n• b\n  • c\n\n1. x\n2. y"
    )]
    [InlineData("Page one\n\n##\n\nPage two", "Page one\n\n⁂\n\nPage two")]
    [InlineData(
        "[here](https://example.org) <https://example.org> [bad](javascript:alert)",
        "here (https://example.org) https://example.org bad"
    )]
    [InlineData("a | b\n--|--\n1 | 2", "a | b\n1 | 2")]
    [InlineData("1 < 2 & `<code>`", "1 < 2 & <code>")]
    [InlineData("<b>raw</b> html", "raw html")]
    public void Reduces_Markdown_to_the_same_structure(string markdown, string text) =>
        Assert.Equal(text, SafeText.FromMarkdown(markdown));

    [Fact]
    public void Leaves_no_markup_in_any_description_of_OER_Commons()
    {
        var count = 0;
        foreach (var html in RealTables.OerCommons().Select(row => row["TEACHER_OVERVIEW"]).Where(html => html.Length > 0))
        {
            var text = SafeText.FromHtml(html);

            Assert.DoesNotContain("&nbsp;", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(AnyTag(), text);
            Assert.Equal(text, SafeText.FromHtml(text));
            Assert.True(Mending.Mend(text).Mends.None, text);
            count++;
        }

        Assert.Equal(2155, count);
    }

    [GeneratedRegex("</?[a-zA-Z][^>]*>")]
    private static partial Regex AnyTag();
}
