using System.Collections;
using System.Net.Http.Headers;
using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Dala.Platform.Settings;
using Dala.Serving;
using Dala.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Tests.Serving;

/// <summary>The whole server on a real port of this machine.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    public const string Key = "the-key-of-the-tests";

    private readonly DataFolder data;
    private readonly WebApplication server;

    private RunningServer(DataFolder data, WebApplication server)
    {
        this.data = data;
        this.server = server;
        Client = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        Administrator = new HttpClient { BaseAddress = Client.BaseAddress };
        Administrator.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    public HttpClient Client { get; }

    /// <summary>Sends the administrator's key.</summary>
    public HttpClient Administrator { get; }

    public static async Task<RunningServer> Start(TempFolder folder, params (string Name, string Value)[] set)
    {
        var opened = DataFolder.Open(folder.At("data")).Value;
        Composition.Prepare(opened, Modules.All, TimeProvider.System);
        var settings = SettingValues.Read(
            Modules.Settings,
            null,
            new Hashtable(),
            set.Append(("administrator.key", Key)).Select(pair => new KeyValuePair<string, string>(pair.Item1, pair.Item2))
        );
        var built = Server.Build(opened, settings.Value, "http://127.0.0.1:0");
        await built.StartAsync();
        return new RunningServer(opened, built);
    }

    public async Task<T> Run<T>(Func<Store, Task<T>> run)
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<Store>());
    }

    public Task<List<JobRow>> Jobs() =>
        Run(store => store.Set<JobRow>().AsNoTracking().OrderBy(job => job.CreatedAt).ToListAsync());

    /// <summary>Sends files to be imported.</summary>
    public async Task<HttpResponseMessage> Import(string mapping, params string[] files)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(mapping), "source" },
            { new StringContent(mapping), "mapping" },
        };
        foreach (var file in files)
            form.Add(new StreamContent(File.OpenRead(file)), "files", Path.GetFileName(file));
        return await Administrator.PostAsync("/api/import", form);
    }

    /// <summary>Waits until something holds.</summary>
    public async Task Until(Func<Store, Task<bool>> holds)
    {
        for (var tries = 0; !await Run(holds); tries++)
        {
            Assert.InRange(tries, 0, 6_000);
            await Task.Delay(5);
        }
    }

    public Task Stop() => server.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Administrator.Dispose();
        await server.StopAsync();
        await server.DisposeAsync();
        data.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
