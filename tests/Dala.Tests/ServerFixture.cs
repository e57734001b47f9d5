using System.Collections;
using System.Net;
using System.Text.Json;
using Dala.Administration;
using Dala.Library;
using Dala.Library.Baskets;
using Dala.Library.Finding;
using Dala.Library.Importing;
using Dala.Platform;
using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Dala.Platform.Languages;
using Dala.Platform.Settings;
using Dala.Platform.Web;
using Dala.Serving;
using Dala.Testing;
using Dala.Tests;
using Dala.Tests.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(ServerFixture))]

namespace Dala.Tests;

/// <summary>One server for all tests of this assembly: a real catalogue in a real data folder, answering on a port of its own.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    /// <summary>The administrator's key that this server takes.</summary>
    public const string Key = "the key of the tests";

    private readonly TempFolder temp = new();
    private DataFolder? data;
    private WebApplication? server;

    public string Address { get; private set; } = "";

    /// <summary>Asks without following redirects, so that a test sees each answer.</summary>
    public HttpClient Web { get; private set; } = null!;

    public IServiceProvider Services => server!.Services;

    public IReadOnlyList<InterfaceLanguage> Languages => Services.GetRequiredService<WordBook>().Languages;

    public async ValueTask InitializeAsync()
    {
        data = DataFolder.Open(temp.At("data")).Value;
        Composition.Prepare(data, Modules.All, TimeProvider.System);
        var settings = SettingValues.Read(
            Modules.Settings,
            null,
            new Hashtable(),
            [new("administrator.key", Key), new("log.level", "error")]
        );
        server = Server.Build(data, settings.Value, "http://127.0.0.1:0");
        // A page that breaks, so that there is an error page to look at.
        server
            .MapGet("/{language:spoken}/break", string () => throw new InvalidOperationException("broken on purpose"))
            .Open()
            .ExcludeFromDescription();
        await Fill();
        await server.StartAsync();
        Address = server.Urls.First();
        Web = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.None,
            }
        )
        {
            BaseAddress = new Uri(Address),
        };
    }

    /// <summary>Runs a use case in a scope of its own.</summary>
    public async Task<TResult> Run<TUseCase, TResult>(Func<TUseCase, Task<TResult>> run)
        where TUseCase : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>The id of the resource that its source calls so.</summary>
    public async Task<Guid> Id(string identifier) =>
        await Run<Store, Guid>(store =>
            store
                .Set<Resource>()
                .Where(resource => resource.Identifier == identifier)
                .Select(resource => resource.Id)
                .SingleAsync()
        );

    /// <summary>The id of a story in a language, by its number.</summary>
    public async Task<Guid> Story(string language, string number = SmallCatalogue.Story) =>
        await Run<Store, Guid>(store =>
            store
                .Set<Resource>()
                .Where(resource => resource.Identifier.StartsWith(language + "/" + number + "_"))
                .Select(resource => resource.Id)
                .SingleAsync()
        );

    /// <summary>The path of a new basket with resources in it.</summary>
    public async Task<string> Basket(params IReadOnlyList<object> resources)
    {
        string? key = null;
        foreach (var resource in resources)
            key = (
                await Run<FillBasket, Outcome<string>>(fill =>
                    fill.Run(key, new BasketOrder { Resource = resource.ToString() }, "en", CancellationToken.None)
                )
            ).Value;
        return "/baskets/" + key;
    }

    /// <summary>Asks for a JSON answer that must be 200.</summary>
    public async Task<JsonDocument> Json(string path)
    {
        using var answer = await Web.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>Asks for a page of the interface in a language, as everybody or as an administrator.</summary>
    public async Task<HttpResponseMessage> Page(PageKind kind, string language, string? encoding = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/{language}{kind.Path}");
        request.Headers.Accept.ParseAdd("text/html");
        if (encoding is not null)
            request.Headers.AcceptEncoding.ParseAdd(encoding);
        if (kind.Administrator)
            request.Headers.Authorization = new("Bearer", Key);
        return await Web.SendAsync(request);
    }

    /// <summary>The cookie of somebody who has signed in.</summary>
    public string SessionCookie => Services.GetRequiredService<AdministratorKey>().NewSession().Value;

    public async ValueTask DisposeAsync()
    {
        Web?.Dispose();
        if (server is not null)
            await server.DisposeAsync();
        data?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        temp.Dispose();
    }

    private async Task Fill()
    {
        foreach (var (source, paths) in SmallCatalogue.In(temp))
        {
            var files = new List<ImportFile>();
            foreach (var path in paths)
                files.Add(await ImportFile.OnDisk(path, CancellationToken.None));
            var report = await Run<ImportFiles, Outcome<ImportReport>>(import =>
                import.Run(source, source, files, Actor.Administrator, _ => Task.CompletedTask, CancellationToken.None)
            );
            Assert.True(
                report.Problem is null,
                $"{source}: {report.Problem?.Code} {string.Join(' ', report.Problem?.Arguments ?? [])}"
            );
        }

        await Run<IndexResources, long>(index => index.Run(JobProgress.None, CancellationToken.None));
    }
}
