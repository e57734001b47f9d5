using System.Net;
using AngleSharp.Html.Parser;
using Dala.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Tests.Api;

/// <summary>Who may ask what: every route names its right, and those of administrators refuse everybody else.</summary>
public sealed class RightsTests(ServerFixture server)
{
    /// <summary>The routes that change something or show what only administrators may see.</summary>
    private static readonly string[] ForAdministrators =
    [
        "DELETE /api/resources/{id}/licence",
        "GET /api/contradictions",
        "GET /metrics",
        "GET /{language:spoken}/contradictions",
        "GET /{language:spoken}/resources/{id}/licence",
        "POST /api/baskets/{basket}/publish",
        "POST /api/import",
        "POST /api/resources/{id}/licence",
        "POST /{language:spoken}/baskets/{basket}/publish",
        "POST /{language:spoken}/import",
        "POST /{language:spoken}/resources/{id}/licence",
        "POST /{language:spoken}/resources/{id}/licence/take-back",
        "POST /{language:spoken}/sources/{name}/resume",
        "POST /{language:spoken}/sources/{name}/stop",
    ];

    [Fact]
    public void Every_route_names_its_right()
    {
        var routes = server
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .ToList();

        Assert.NotEmpty(routes);
        Assert.Empty(routes.Where(route => route.Metadata.GetMetadata<RouteRight>() is null).Select(Name));
        Assert.Equal(
            ForAdministrators,
            routes
                .Where(route => !route.Metadata.GetMetadata<RouteRight>()!.Right.Allows(Platform.Actor.Anonymous))
                .Select(Name)
                .Order(StringComparer.Ordinal)
        );
        // Whatever is open to everybody only reads, but for signing in and out, and for baskets, to which their key is the right.
        Assert.Equal(
            [
                "PATCH /api/baskets/{basket}",
                "POST /api/baskets",
                "POST /api/baskets/{basket}/items",
                "POST /{language:spoken}/baskets",
                "POST /{language:spoken}/baskets/{basket}",
                "POST /{language:spoken}/baskets/{basket}/items",
                "POST /{language:spoken}/sign-in",
                "POST /{language:spoken}/sign-out",
            ],
            routes
                .Select(Name)
                .Where(name => !name.StartsWith("GET ", StringComparison.Ordinal) && !ForAdministrators.Contains(name))
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("/api/import", null, 401)]
    [InlineData("/api/import", "wrong", 401)]
    [InlineData("/api/import", ServerFixture.Key, 422)]
    [InlineData("/en/import", null, 401)]
    [InlineData("/en/import", "wrong", 401)]
    [InlineData("/en/import", ServerFixture.Key, 422)]
    [InlineData("/en/sources/storybooks/stop", null, 401)]
    [InlineData("/en/sources/storybooks/stop", "wrong", 401)]
    [InlineData("/en/sources/storybooks/stop", ServerFixture.Key, 422)]
    [InlineData("/en/sources/storybooks/resume", null, 401)]
    [InlineData("/en/sources/storybooks/resume", "wrong", 401)]
    [InlineData("/en/sources/storybooks/resume", ServerFixture.Key, 422)]
    public async Task Only_the_key_opens_what_changes_something(string path, string? key, int status)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new MultipartFormDataContent { { new StringContent(""), "source" } },
        };
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);

        using var answer = await server.Web.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_bytes_of_refused_records_are_for_administrators_only()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/quarantine");
        request.Headers.Authorization = new("Bearer", ServerFixture.Key);

        var anonymous = await server.Web.GetStringAsync("/api/quarantine");
        var page = await server.Web.GetStringAsync("/en/quarantine");
        using var administrator = await server.Web.SendAsync(request);

        // There is something that could leak: the three descriptions that AMB's own schema refuses.
        Assert.Contains("\"excerpt\"", await administrator.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"excerpt\"", anonymous, StringComparison.Ordinal);
        Assert.DoesNotContain("<pre", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_a_cookie_that_scripts_and_other_sites_do_not_get()
    {
        using var form = await server.Web.GetAsync("/en/sign-in");
        var html = await form.Content.ReadAsStringAsync();
        var token = (await new HtmlParser().ParseDocumentAsync(html))
            .QuerySelector("input[name=antiforgery]")!
            .GetAttribute("value")!;
        var request = new HttpRequestMessage(HttpMethod.Post, "/en/sign-in")
        {
            Content = new FormUrlEncodedContent([new("antiforgery", token), new("key", ServerFixture.Key)]),
        };
        request.Headers.Add("Cookie", form.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        using var answer = await server.Web.SendAsync(request);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var cookie = answer
            .Headers.GetValues("Set-Cookie")
            .Single(header => header.StartsWith("administrator=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_session_alone_does_not_import_through_the_API()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/import")
        {
            Content = new MultipartFormDataContent { { new StringContent("x"), "source" } },
        };
        request.Headers.Add("Cookie", "administrator=" + server.SessionCookie);

        using var answer = await server.Web.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static string Name(RouteEndpoint route)
    {
        var methods = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"];
        return $"{string.Join('/', methods)} /{route.RoutePattern.RawText?.TrimStart('/')}";
    }
}
