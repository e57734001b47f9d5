using System.CommandLine;
using Dala.Library.Api;
using Dala.Library.Finding;
using Dala.Platform.CommandLine;
using Dala.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Commands;

/// <summary><c>dala index rebuild</c></summary>
public static class IndexCommand
{
    public static Command Of(CommandHost host)
    {
        var json = new Option<bool>("--json") { Description = host.Texts["library.command.json"].Value };
        var rebuild = new Command("rebuild", host.Texts["library.command.index.rebuild"].Value) { json };
        rebuild.SetAction(
            (line, ct) =>
                host.Run(
                    line,
                    async (services, stop) =>
                    {
                        var time = services.GetRequiredService<TimeProvider>();
                        var drawn = new ProgressLine(host, time);
                        var progress = new JobProgress(
                            (done, total) =>
                            {
                                drawn.Draw(done, done, total ?? 0);
                                return Task.CompletedTask;
                            },
                            time
                        );
                        var count = await services.GetRequiredService<IndexResources>().Rebuild(progress, stop);
                        drawn.End();
                        await host.Error.WriteLineAsync(host.Texts["library.command.index.done", ("count", count)].Value);
                        if (line.GetValue(json))
                            await host.Output.WriteLineAsync(LibraryJson.Text(new { resources = count }));
                        return ExitCodes.Done;
                    },
                    ct
                )
        );
        return new Command("index", host.Texts["library.command.index"].Value) { rebuild };
    }
}
