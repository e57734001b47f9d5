using System.Net;
using System.Text.RegularExpressions;

namespace Dala.Platform.Tests.Web;

public sealed class PagesTests(SampleSite site) : IClassFixture<SampleSite>
{
    private static readonly string[] Interface = ["en", "ru", "kk", "fr", "ar"];

    [Fact]
    public async Task Answers_a_page_as_UTF_8_in_the_language_of_its_address()
    {
        using var answer = await site.Get("/kk/sample", ("Accept-Language", "ru"), ("Cookie", "language=fr"));
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(["kk"], answer.Content.Headers.ContentLanguage);
        Assert.StartsWith(
            "<!DOCTYPE html>\n<html lang=\"kk\" dir=\"ltr\">",
            html.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        Assert.Contains("Атом құрылысы", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_from_right_to_left_in_Arabic_and_marks_what_does_not()
    {
        var html = await Html("/ar/sample");

        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#x\"><span lang=\"kk\" dir=\"ltr\">Атом құрылысы</span></a>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#x\">بناء الذرة</a>", html, StringComparison.Ordinal);
        Assert.Contains("<div lang=\"ru\" dir=\"ltr\">", html, StringComparison.Ordinal);
        Assert.Contains(
            "<p class=\"sample-fallback\"><span lang=\"en\" dir=\"ltr\">Only in English</span></p>",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("<p title=\"Only in English\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_same_page_in_every_language()
    {
        var html = await Html("/kk/sample?q=%D0%B0%D1%82%D0%BE%D0%BC&after=x");
        var origin = site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        var alternates = Regex
            .Matches(html, "<link rel=\"alternate\" hreflang=\"([^\"]+)\" href=\"([^\"]+)\">")
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value));
        var query = "?q=%D0%B0%D1%82%D0%BE%D0%BC&amp;after=x";
        Assert.Equal(
            [
                .. Interface.Select(language => (language, $"{origin}/{language}/sample{query}")),
                ("x-default", $"{origin}/en/sample{query}"),
            ],
            alternates
        );
        Assert.Contains($"<link rel=\"canonical\" href=\"{origin}/kk/sample\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_every_language_as_a_plain_link_in_its_own_name()
    {
        var html = await Html("/kk/sample?q=a");

        Assert.Equal(5, Regex.Count(html, "href=\"/language/[a-z]{2}\\?to=%2Fsample%3Fq%3Da\""));
        Assert.Matches("hreflang=\"ar\" rel=\"nofollow\"[^>]*>العربية</a>", html);
    }

    [Fact]
    public async Task Encodes_every_value()
    {
        var html = await Html("/en/sample");

        Assert.Contains(
            "<meta name=\"description\" content=\"A page with &lt;everything&gt;.\">",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<li>&lt;script&gt;alert(&quot;to be home for supper&quot;)&lt;/script&gt;</li>",
            html,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_filters_so_that_one_step_puts_a_value_in_place_of_another_or_takes_it_away()
    {
        var html = await Html("/en/sample?q=a&language=kk&after=cursor");

        Assert.Contains("href=\"/en/sample?q=a&amp;language=ru\"", html, StringComparison.Ordinal);
        Assert.Contains(
            "<a rel=\"nofollow\" href=\"/en/sample?q=a\" aria-current=\"true\"><span>Kazakh</span> <span class=\"count\">311</span></a>",
            html,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "next /en/sample?q=a&after=a1")]
    [InlineData("&after=c1", "prev /en/sample?q=a", "next /en/sample?q=a&after=c1.a1")]
    [InlineData("&after=c1.c2", " /en/sample?q=a", "prev /en/sample?q=a&after=c1", "next /en/sample?q=a&after=c1.c2.a1")]
    [InlineData("&after=.c2", " /en/sample?q=a", "next /en/sample?q=a&after=.c2.a1")]
    public async Task Links_the_pages_next_to_this_one_and_the_first_by_the_way_that_led_here(string after, params string[] links)
    {
        var html = await Html("/en/sample?q=a" + after);

        var pager = html[html.IndexOf("<nav class=\"pager\"", StringComparison.Ordinal)..];
        pager = pager[..pager.IndexOf("</nav>", StringComparison.Ordinal)];
        Assert.Equal(
            links,
            Regex
                .Matches(pager, "<a (?:rel=\"(\\w+)\" )?href=\"([^\"]+)\">")
                .Select(link => $"{link.Groups[1].Value} {WebUtility.HtmlDecode(link.Groups[2].Value)}")
        );
    }

    [Fact]
    public async Task Answers_a_form_with_faults_by_the_same_form_with_what_was_typed()
    {
        using var answer = await Post("/kk/sample", ("title", "<a>"));
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<a href=\"#field-title\">", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#field-language\">", html, StringComparison.Ordinal);
        Assert.Matches(
            "<input id=\"field-title\" name=\"title\" type=\"text\" value=\"&lt;a&gt;\"[^>]*aria-describedby=\"field-title-hint field-title-fault\" aria-invalid=\"true\"",
            html
        );
    }

    [Fact]
    public async Task Leads_on_after_a_form_was_taken()
    {
        using var answer = await Post("/kk/sample", ("title", "whole"));

        Assert.Equal((HttpStatusCode.SeeOther, "/kk/sample"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Refuses_a_form_without_the_antiforgery_token()
    {
        using var answer = await site.Client.PostAsync(
            "/en/sample",
            new FormUrlEncodedContent([new("title", "whole")]),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<string> Html(string path)
    {
        using var answer = await site.Get(path);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields)
    {
        using var page = await site.Get(path);
        var token = Regex
            .Match(
                await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                "name=\"antiforgery\" value=\"([^\"]+)\""
            )
            .Groups[1]
            .Value;
        var cookie = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([
                new("antiforgery", token),
                .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            ]),
        };
        request.Headers.Add("Cookie", cookie);
        return await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
