using Dala.Platform.Languages;
using Dala.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dala.Platform.Tests.Web;

/// <summary>A real server on a free port, with one page of everything and routes that refuse and fail.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private WebApplication app = null!;

    /// <summary>Follows no redirect and keeps no cookie, so that tests see both.</summary>
    public HttpClient Client { get; private set; } = null!;

    public WordBook Book { get; } =
        new([
            .. TextFile.In(typeof(Words).Assembly),
            .. Missing().Select(language => new TextFile(language, "test", "{}")),
            new(
                "en",
                "test",
                """{ "sample.refused": "“{0}” is refused.", "sample.short": "Too short.", "sample.only-english": "Only in English" }"""
            ),
            new("kk", "test", """{ "sample.refused": "«{0}» қабылданбады." }"""),
        ]);

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseSetting("urls", Environment.GetEnvironmentVariable("SAMPLE_SITE") ?? "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore().AddPlatformWeb([]).AddSingleton(Book);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(services =>
            services.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request.Headers["X-Actor"] == "administrator"
                ? Actor.Administrator
                : Actor.Anonymous
        );
        app = builder.Build();
        app.UsePlatformWeb();
        Map(app);
        await app.StartAsync();

        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(address),
        };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    public async Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static void Map(WebApplication app)
    {
        var pages = app.MapPlatformWeb();
        pages.MapGet("/", () => Html.Page<SamplePage, SampleView>(new())).Open();
        pages.MapGet("/sample", () => Html.Page<SamplePage, SampleView>(new())).Open();
        pages
            .MapPost(
                "/sample",
                ([FromForm] SampleForm form) =>
                    form.Title?.Length > 3
                        ? Html.SeeOther("/sample")
                        : Html.Page<SamplePage, SampleView>(new() { Form = form, Problem = TooShort }, 422)
            )
            .Open();
        pages.MapGet("/administration", () => Html.Page<SamplePage, SampleView>(new())).For(Right.Administrator);
        pages.MapGet("/forgotten", () => "Nobody said who may see this.");
        pages.MapGet("/refused", () => new Problem(ProblemKind.Conflict, "sample.refused", "<b>").Http()).Open();
        pages.MapGet("/fault", string () => throw new InvalidOperationException("secret inside")).Open();
        app.MapGet("/api/things", () => TooShort.Http()).Open();
        app.MapGet("/api/refused", () => new Problem(ProblemKind.Conflict, "sample.refused", "<b>").Http()).Open();
        app.MapGet("/api/fault", string () => throw new InvalidOperationException("secret inside")).Open();
        app.MapGet("/api/administration", () => "ok").For(Right.Administrator);
        app.MapGet("/resources", () => Html.InReadersLanguage("/resources")).Open();
    }

    private static Problem TooShort => new Checks().Filled(null, "/language").That(false, "/title", "sample.short").Problem!;

    private static IEnumerable<string> Missing() =>
        new[] { "ru", "kk", "fr", "ar" }.Except(TextFile.In(typeof(Words).Assembly).Select(file => file.Language));
}

/// <summary>What the sample's form sends.</summary>
public sealed record SampleForm
{
    public string? Title { get; init; }
    public string? Language { get; init; }
}

/// <summary>What the sample page shows.</summary>
public sealed record SampleView
{
    public SampleForm Form { get; init; } = new();
    public Problem? Problem { get; init; }
}
