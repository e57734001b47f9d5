using Dala.Administration;
using Dala.Library.Finding;
using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Dala.Platform.Settings;
using Dala.Platform.Web;
using Microsoft.AspNetCore.HttpOverrides;

namespace Dala.Serving;

/// <summary>The web server: modules' routes over the platform's, and the runner of jobs beside them.</summary>
public static class Server
{
    /// <summary>Builds the server over an open data folder; it is started and stopped by the caller.</summary>
    /// <param name="urls">Addresses as ASP.NET takes them; null for those of the environment or the settings.</param>
    /// <param name="set">What a test sets before the server is built: a clock, a log.</param>
    public static WebApplication Build(
        DataFolder folder,
        SettingValues settings,
        string? urls = null,
        Action<IServiceCollection>? set = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ApplicationName = typeof(Server).Assembly.GetName().Name }
        );
        builder.Logging.SetUp(settings);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
        });
        // What the command line names wins over ASPNETCORE_URLS, which wins over the settings.
        if (urls is not null || string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(urls ?? settings.Get(ServerSettings.Urls));

        set?.Invoke(builder.Services);
        builder.Services.AddDala(folder, settings, Modules.All);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(services =>
            services
                .GetRequiredService<AdministratorKey>()
                .ActorOf(services.GetRequiredService<IHttpContextAccessor>().HttpContext)
        );
        builder.Services.AddHostedService<FollowStore>();
        builder.Services.AddHostedService(services => services.GetRequiredService<JobRunner>());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = settings.Get(ServerSettings.StopPatience));
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            // Only a proxy on this machine is believed (the default); it says which address people used.
            options.ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        });
        builder.Services.AddOpenApi("v1", ApiDescription.SetUp);

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UsePlatformWeb();
        var pages = app.MapPlatformWeb();
        foreach (var module in Modules.All)
            module.MapRoutes(pages, app);
        app.MapOpenApi("/api/openapi.json").Open();
        // From the start on, not from the first time that somebody asks for them.
        app.Services.GetRequiredService<MetricsText>();
        return app;
    }

    /// <summary>What was kept while nobody indexed (a killed import, a restored backup) is found from the start on.</summary>
    private sealed class FollowStore(IServiceScopeFactory scopes) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            using var batch = await scope.ServiceProvider.GetRequiredService<BulkWriter>().Begin(cancellationToken);
            batch.Enqueue(new IndexResources.Job());
            batch.Commit();
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
