using Dala.Platform;
using Dala.Platform.Blobs;
using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Dala.Platform.Settings;
using Dala.Platform.Web;
using Dala.Serving;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dala;

/// <summary>Puts the program together; the server and every command stand on the same services.</summary>
public static class Composition
{
    /// <summary>Brings the store in the folder up to this program's schema.</summary>
    public static void Prepare(DataFolder folder, IReadOnlyList<IModule> modules, TimeProvider time)
    {
        using var connection = Sqlite.Open(folder.StoreFile);
        SchemaFiles.Apply(connection, modules, time);
        FolderBlobs.DropHalves(folder.At("files"));
    }

    public static IServiceCollection AddDala(
        this IServiceCollection services,
        DataFolder folder,
        SettingValues settings,
        IReadOnlyList<IModule> modules
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(folder).AddSingleton(settings).AddMetrics();
        services.AddSingleton<WriterGate>().AddSingleton<BulkWriter>().AddSingleton<BulkReader>();
        services.AddSingleton<JobKinds>().AddSingleton<JobMetrics>().AddSingleton<JobRunner>();
        services.AddSingleton<IBlobStore>(new FolderBlobs(folder.At("files")));
        services.AddDbContext<Store>(options =>
            options.UseSqlite(Sqlite.ConnectionString(folder.StoreFile)).AddInterceptors(SetUpConnection.Instance)
        );
        services.AddDataProtection().SetApplicationName("dala").PersistKeysToFileSystem(new DirectoryInfo(folder.At("keys")));
        services.AddPlatformWeb(
            modules.Select(module => module.GetType().Assembly).Where(assembly => assembly != typeof(Store).Assembly)
        );
        foreach (var module in modules)
        {
            services.AddSingleton(module);
            module.AddServices(services);
        }

        return services;
    }

    /// <summary>The levels and the form of the log that the settings ask for.</summary>
    public static void SetUp(this ILoggingBuilder logging, SettingValues settings)
    {
        logging.ClearProviders();
        // Standard output belongs to results.
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options =>
            options.LogToStandardErrorThreshold = LogLevel.Trace
        );
        if (settings.Get(ServerSettings.LogFormat) == "json")
            logging.AddJsonConsole(options => options.UseUtcTimestamp = true);
        else
            logging.AddSimpleConsole(options => options.SingleLine = true);
        logging.SetMinimumLevel(Enum.Parse<LogLevel>(settings.Get(ServerSettings.LogLevel), ignoreCase: true));
        // Addresses with their queries and what stands in statements would tell who searched for what.
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    private sealed class SetUpConnection : DbConnectionInterceptor
    {
        public static SetUpConnection Instance { get; } = new();

        public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData) =>
            Sqlite.SetUp((SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(
            System.Data.Common.DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            Sqlite.SetUp((SqliteConnection)connection);
            return Task.CompletedTask;
        }
    }
}
