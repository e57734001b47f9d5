using System.Collections;
using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Dala.Platform.Settings;
using Dala.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dala.Platform.Tests;

/// <summary>Something to keep: its title is unique.</summary>
internal sealed class Book
{
    public required Guid Id { get; init; }
    public required string Title { get; set; }
    public Guid? SequelOf { get; init; }
    public DateTimeOffset BoughtAt { get; init; }
}

/// <summary>What jobs and facts of the tests carry.</summary>
internal sealed record Lend(string Title);

internal sealed record BookBought(string Title);

/// <summary>The platform with one small module on a data folder of its own.</summary>
internal sealed class Shelf : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly bool ownsFolder;

    public Shelf(TempFolder? folder = null, Action<IServiceCollection>? set = null)
    {
        ownsFolder = folder is null;
        Folder = folder ?? new TempFolder();
        Data = DataFolder.Open(Folder.At("data")).Value;
        IModule[] modules = [new PlatformModule(), new Module(set)];
        Composition.Prepare(Data, [modules[0]], Time);
        using (var connection = Sqlite.Open(Data.StoreFile))
        {
            using var command = connection.CreateCommand();
            command.CommandText = """
                create table if not exists book (
                    id blob not null primary key,
                    title text not null unique,
                    sequel_of blob references book (id),
                    bought_at integer not null
                ) strict
                """;
            command.ExecuteNonQuery();
        }

        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Critical))
            .AddDala(Data, SettingValues.Read(Modules.Settings, null, new Hashtable(), []).Value, modules)
            .BuildServiceProvider();
    }

    public TempFolder Folder { get; }
    public DataFolder Data { get; }
    public FixedTime Time { get; } = new();
    public JobRunner Runner => services.GetRequiredService<JobRunner>();
    public BulkWriter Writer => services.GetRequiredService<BulkWriter>();
    public WriterGate Gate => services.GetRequiredService<WriterGate>();

    public async Task<T> Run<T>(Func<Store, Task<T>> run)
    {
        await using var scope = services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<Store>());
    }

    public Task<int> Enqueue(params Lend[] jobs) =>
        Run(store =>
        {
            foreach (var job in jobs)
                store.Enqueue(job);
            return store.SaveChangesAsync();
        });

    public Task<List<T>> Rows<T>()
        where T : class => Run(store => store.Set<T>().AsNoTracking().ToListAsync());

    public async Task<JobRow> Job() => Assert.Single(await Rows<JobRow>());

    public Book Book(string title, Guid? sequelOf = null) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Title = title,
            SequelOf = sequelOf,
            BoughtAt = Time.GetUtcNow(),
        };

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Data.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (ownsFolder)
            Folder.Dispose();
    }

    private sealed class Module(Action<IServiceCollection>? set) : IModule
    {
        public void AddServices(IServiceCollection services)
        {
            if (set is not null)
            {
                set(services);
                return;
            }

            services.AddJob<Lend>("shelf.lend", (_, _, _, _) => Task.CompletedTask);
            services.OnFact<BookBought>("shelf.welcome", (_, _, _, _) => Task.CompletedTask);
            services.OnFact<BookBought>("shelf.label", (_, _, _, _) => Task.CompletedTask);
        }

        public void MapModel(Microsoft.EntityFrameworkCore.ModelBuilder model) => model.Entity<Book>().ToTable("book");
    }
}
