using System.CommandLine;
using Dala.Administration;
using Dala.Operating;
using Dala.Platform;
using Dala.Platform.CommandLine;
using Dala.Platform.Settings;
using Dala.Serving;

namespace Dala;

/// <summary>What an operator does with the program: serve, check, back up, restore; and the administrator's key.</summary>
public sealed class OperatingModule : IModule
{
    public IEnumerable<Setting> Settings => ServerSettings.All;

    public void AddServices(IServiceCollection services) =>
        services.AddScoped<CheckEverything>().AddScoped<BackUp>().AddSingleton<AdministratorKey>().AddSingleton<MetricsText>();

    public void MapRoutes(IEndpointRouteBuilder pages, IEndpointRouteBuilder root)
    {
        Health.Map(root);
        MetricsText.Map(root);
        SignIn.Map(pages);
    }

    public IEnumerable<Command> Commands(CommandHost host) =>
        [ServeCommand.Of(host), CheckCommand.Of(host), BackUpCommands.BackUp(host), BackUpCommands.Restore(host)];
}
