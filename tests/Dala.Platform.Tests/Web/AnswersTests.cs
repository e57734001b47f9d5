using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dala.Platform.Tests.Web;

/// <summary>Headers, refusals, faults and assets, as they come over the wire.</summary>
public sealed class AnswersTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData("/en/sample")]
    [InlineData("/en/nowhere")]
    [InlineData("/en/fault")]
    [InlineData("/api/fault")]
    [InlineData("/")]
    public async Task Tells_browsers_what_they_must_not_do(string path)
    {
        using var answer = await site.Get(path);

        Assert.Equal(
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single()
        );
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("strict-origin-when-cross-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
    }

    [Theory]
    [InlineData("/en/administration", null, 401)]
    [InlineData("/en/administration", "administrator", 200)]
    [InlineData("/en/forgotten", null, 403)]
    [InlineData("/en/forgotten", "administrator", 403)]
    [InlineData("/api/administration", null, 401)]
    [InlineData("/api/administration", "administrator", 200)]
    public async Task Asks_every_route_who_may(string path, string? actor, int expected)
    {
        using var answer = await site.Get(path, actor is null ? [] : [("X-Actor", actor)]);
        var body = await Body(answer);

        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.Equal(expected == 401 ? "Bearer" : "", answer.Headers.WwwAuthenticate.ToString());
        Assert.DoesNotContain("Nobody said", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_programs_by_RFC_9457_with_a_pointer_for_each_fault()
    {
        using var answer = await site.Get("/api/things", ("Accept-Language", "en"));

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            """
            {
              "type": "platform.invalid",
              "title": "This cannot be used as it is",
              "status": 422,
              "detail": "Some of what was sent cannot be used as it is.",
              "errors": [
                { "pointer": "/language", "type": "platform.required", "detail": "This must be filled in." },
                { "pointer": "/title", "type": "sample.short", "detail": "Too short." }
              ]
            }
            """.Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal).Replace(
                "{ ",
                "{",
                StringComparison.Ordinal
            ).Replace(" }", "}", StringComparison.Ordinal).Replace("\": ", "\":", StringComparison.Ordinal).Replace(
                ", \"",
                ",\"",
                StringComparison.Ordinal
            ),
            await Body(answer)
        );
    }

    [Fact]
    public async Task Refuses_in_the_readers_language()
    {
        using var program = await site.Get("/api/refused", ("Accept-Language", "kk"));
        using var person = await site.Get("/kk/refused");

        Assert.Equal(
            "«<b>» қабылданбады.",
            JsonDocument.Parse(await Body(program)).RootElement.GetProperty("detail").GetString()
        );
        Assert.Equal(409, (int)person.StatusCode);
        Assert.Contains(
            "«&lt;b&gt;» қабылданбады.",
            (await Body(person)).Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Answers_JSON_to_whoever_asks_for_it_on_a_page()
    {
        using var answer = await site.Get("/en/refused", ("Accept", "application/json"));

        Assert.Equal(("application/problem+json", 409), (answer.Content.Headers.ContentType!.MediaType, (int)answer.StatusCode));
    }

    [Theory]
    [InlineData("/en/fault")]
    [InlineData("/api/fault")]
    public async Task Gives_a_fault_a_reference_and_tells_nothing_of_the_inside(string path)
    {
        using var answer = await site.Get(path);
        var body = await Body(answer);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        Assert.Matches("(<code>|\"reference\":\")[0-9a-f]{12}(</code>|\")", body);
    }

    [Theory]
    [InlineData("/en/nowhere", "text/html", 404)]
    [InlineData("/api/nowhere", "application/problem+json", 404)]
    [InlineData("/nowhere", "text/html", 404)]
    public async Task Says_honestly_that_there_is_nothing(string path, string type, int status)
    {
        using var answer = await site.Get(path);

        Assert.Equal((type, status), (answer.Content.Headers.ContentType!.MediaType, (int)answer.StatusCode));
        Assert.Contains("There is nothing here", await Body(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_methods_an_address_takes()
    {
        using var answer = await site.Client.DeleteAsync("/api/things", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET"), (answer.StatusCode, answer.Content.Headers.Allow.Single()));
        Assert.Equal(
            "platform.problem.method",
            JsonDocument.Parse(await Body(answer)).RootElement.GetProperty("type").GetString()
        );
    }

    [Theory]
    [InlineData("/en/sample", 200, "text/html")]
    [InlineData("/en/nowhere", 404, "text/html")]
    [InlineData("/api/things", 422, "application/problem+json")]
    public async Task Answers_HEAD_like_GET_without_a_body(string path, int status, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(
            (status, type, ""),
            ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, await Body(answer))
        );
    }

    [Fact]
    public async Task Sends_styles_once_and_for_ever()
    {
        var html = await Body(await site.Get("/en/sample"));
        var address = Regex.Match(html, "href=\"(/assets/dala\\.[0-9A-F]{10}\\.css)\"").Groups[1].Value;

        using var plain = await site.Get(address);
        using var compressed = await site.Get(address, ("Accept-Encoding", "gzip, br"));
        using var unknown = await site.Get("/assets/dala.0000000000.css");

        Assert.Equal("public, max-age=31536000, immutable", plain.Headers.CacheControl!.ToString());
        Assert.Equal("text/css; charset=utf-8", plain.Content.Headers.ContentType!.ToString());
        Assert.Equal(["br"], compressed.Content.Headers.ContentEncoding);
        Assert.True((await compressed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length < 6 * 1024);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Compresses_pages()
    {
        using var answer = await site.Get("/ar/sample", ("Accept-Encoding", "br"));

        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.True((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length < 8 * 1024);
    }

    private static Task<string> Body(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
