using System.Collections;
using Dala.Library;
using Dala.Library.Finding;
using Dala.Library.Importing;
using Dala.Platform;
using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Dala.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dala.Testing;

/// <summary>A whole library on a data folder of its own, as a command opens it: real store, real index, a clock that stands still.</summary>
public sealed class TestLibrary : IAsyncDisposable
{
    private readonly bool ownsFolder;
    private readonly DataFolder data;
    private readonly ServiceProvider services;

    /// <summary>Opens a library.</summary>
    /// <param name="folder">A folder to open again; null for a new one that is gone afterwards.</param>
    /// <param name="set">Settings by name.</param>
    public TestLibrary(TempFolder? folder = null, params (string Name, string Value)[] set)
    {
        ownsFolder = folder is null;
        Folder = folder ?? new TempFolder();
        data = DataFolder.Open(Folder.At("data")).Value;
        Composition.Prepare(data, Modules.All, Time);
        var settings = SettingValues.Read(
            Modules.Settings,
            null,
            new Hashtable(),
            set.Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value))
        );
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .AddDala(data, settings.Value, Modules.All)
            .AddScoped(_ => Actor.Administrator)
            .BuildServiceProvider();
    }

    public TempFolder Folder { get; }

    public FixedTime Time { get; } = new();

    public IServiceProvider Services => services;

    /// <summary>Runs a use case in a scope of its own.</summary>
    public async Task<TResult> Run<TUseCase, TResult>(Func<TUseCase, Task<TResult>> run)
        where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Imports files with a mapping, under a source of the mapping's name.</summary>
    public async Task<Outcome<ImportReport>> Import(string mapping, params string[] paths)
    {
        var files = new List<ImportFile>();
        foreach (var path in paths)
            files.Add(await ImportFile.OnDisk(path, CancellationToken.None));
        return await Run<ImportFiles, Outcome<ImportReport>>(import =>
            import.Run(
                Path.GetFileNameWithoutExtension(mapping),
                mapping,
                files,
                Actor.Administrator,
                _ => Task.CompletedTask,
                CancellationToken.None
            )
        );
    }

    /// <summary>Brings the index up to the store.</summary>
    public Task<long> Index() => Run<IndexResources, long>(index => index.Run(JobProgress.None, CancellationToken.None));

    public Task<Found> Find(Find find, string language = "en") =>
        Task.FromResult(services.GetRequiredService<FindResources>().Run(find, language).Value);

    /// <summary>Everything the library says, without ids and times: two libraries with the same content give the same text.</summary>
    public async Task<string> Content() =>
        await Run<Store, string>(async store =>
        {
            var claims = await store
                .Set<Resource>()
                .Join(
                    store.Set<Claim>(),
                    resource => resource.Id,
                    claim => claim.ResourceId,
                    (resource, claim) => new { resource, claim }
                )
                .Join(
                    store.Set<RawRecord>(),
                    row => row.claim.RawRecordId,
                    raw => raw.Id,
                    (row, raw) =>
                        new
                        {
                            row.resource,
                            row.claim,
                            raw.Hash,
                        }
                )
                .AsNoTracking()
                .ToListAsync();
            var lines = claims.Select(row =>
                $"{row.resource.Identifier}\t{row.resource.RunOutcome}\t{Convert.ToHexString(row.Hash)}\t{row.claim.Position}\t{row.claim.Field}\t{row.claim.Language}\t{row.claim.Value}\t{row.claim.RawValue}\t{row.claim.Rule}"
            );
            return string.Join('\n', lines.Order(StringComparer.Ordinal));
        });

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        data.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (ownsFolder)
            Folder.Dispose();
    }
}
