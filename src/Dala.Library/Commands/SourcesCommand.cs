using System.CommandLine;
using Dala.Library.Api;
using Dala.Library.Sources;
using Dala.Platform.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Commands;

/// <summary><c>dala sources</c></summary>
public static class SourcesCommand
{
    public static Command Of(CommandHost host)
    {
        var json = new Option<bool>("--json") { Description = host.Texts["library.command.json"].Value };
        var command = new Command("sources", host.Texts["library.command.sources"].Value) { json };
        command.SetAction(
            (line, ct) =>
                host.Run(
                    line,
                    async (services, stop) =>
                    {
                        var sources = await services.GetRequiredService<ListSources>().Run(stop);
                        if (line.GetValue(json))
                            await host.Output.WriteLineAsync(
                                LibraryJson.Text(new SourcesJson([.. sources.Select(SourceJson.Of)]))
                            );
                        else
                            await Print(host, sources);
                        return ExitCodes.Done;
                    },
                    ct
                )
        );
        return command;
    }

    private static async Task Print(CommandHost host, IReadOnlyList<ListedSource> sources)
    {
        if (sources.Count == 0)
            await host.Output.WriteLineAsync(host.Texts["library.sources.none"].Value);
        foreach (var listed in sources)
        {
            await host.Output.WriteLineAsync(
                $"{listed.Source.Name}  {listed.Source.Title}, {host.Texts["library.resources", ("count", listed.Resources)]}"
            );
            if (listed.LastRun is { } run)
                await host.Output.WriteLineAsync(
                    "  "
                        + host.Texts[
                            "library.sources.last",
                            ("time", run.StartedAt),
                            ("state", host.Texts["library.run." + run.State])
                        ].Value
                );
        }
    }
}
