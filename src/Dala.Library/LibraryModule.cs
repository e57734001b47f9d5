using System.CommandLine;
using Dala.Library.About;
using Dala.Library.Api;
using Dala.Library.Baskets;
using Dala.Library.Commands;
using Dala.Library.Crediting;
using Dala.Library.Finding;
using Dala.Library.Importing;
using Dala.Library.Lineage;
using Dala.Library.Reader;
using Dala.Library.Settling;
using Dala.Library.Showing;
using Dala.Library.Sources;
using Dala.Platform;
using Dala.Platform.CommandLine;
using Dala.Platform.Jobs;
using Dala.Platform.Settings;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library;

/// <summary>Start here: every page, API route, command and job of the library, one line each.</summary>
public sealed class LibraryModule : IModule
{
    public IEnumerable<Setting> Settings => LibrarySettings.All;

    public void AddServices(IServiceCollection services) =>
        services
            .AddSingleton<LibraryIndex>()
            .AddSingleton<Concepts>()
            .AddSingleton<LanguagesByName>()
            .AddSingleton<DocumentOfResource>()
            .AddSingleton<ListedResources>()
            .AddSingleton<RecentAnswers>()
            .AddSingleton<FindResources>()
            .AddSingleton<FindSimilar>()
            .AddSingleton<LoosenSearch>()
            .AddScoped<KeepOwnRecord>()
            .AddScoped<ImportFiles>()
            .AddScoped<PreviewImport>()
            .AddScoped<IndexResources>()
            .AddScoped<ShowResource>()
            .AddScoped<CreditResources>()
            .AddScoped<FillBasket>()
            .AddScoped<ShowBasket>()
            .AddScoped<ChangeBasket>()
            .AddScoped<MakeBook>()
            .AddScoped<MixableLicences>()
            .AddScoped<PublishRemix>()
            .AddScoped<ShowRawRecord>()
            .AddSingleton<Ancestry>()
            .AddSingleton<FindLineage>()
            .AddScoped<ReadText>()
            .AddScoped<HomeNumbers>()
            .AddScoped<ListAttributions>()
            .AddScoped<SourceTitles>()
            .AddScoped<ListSources>()
            .AddScoped<ShowSource>()
            .AddScoped<ShowRun>()
            .AddScoped<ListQuarantine>()
            .AddScoped<ImportJobs>()
            .AddScoped<StartImport>()
            .AddScoped<PreviewOrder>()
            .AddScoped<StopImport>()
            .AddScoped<ResumeImport>()
            .AddScoped<SettleLicence>()
            .AddScoped<TakeBackSettlement>()
            .AddScoped<ListContradictions>()
            .AddScoped<ExportResources>()
            .AddScoped<Sitemap>()
            .AddJob<ImportFiles.Job>(
                "library.import",
                async (services, job, progress, ct) =>
                {
                    var import = services.GetRequiredService<ImportFiles>();
                    var outcome = await import.Run(job, run => progress.Report(run.BytesRead, run.BytesTotal), ct);
                    // Whatever can be refused was asked before the job was made; what is refused now will be refused again.
                    if (outcome.Problem is { } problem)
                        throw new JobRefusedException(problem);
                }
            )
            .AddJob<IndexResources.Job>(
                "library.index",
                (services, _, progress, ct) => services.GetRequiredService<IndexResources>().Run(progress, ct)
            );

    public void MapModel(ModelBuilder model) => LibraryModel.Map(model);

    public void MapRoutes(IEndpointRouteBuilder pages, IEndpointRouteBuilder root) => LibraryRoutes.Map(pages, root);

    public IEnumerable<Command> Commands(CommandHost host) =>
        [
            ImportCommand.Of(host),
            SearchCommand.Of(host),
            ShowCommand.Of(host),
            ExportCommand.Of(host),
            IndexCommand.Of(host),
            SourcesCommand.Of(host),
            QuarantineCommand.Of(host),
            LicenceCommand.Of(host),
            CreditCommand.Of(host),
            ContradictionsCommand.Of(host),
        ];
}
