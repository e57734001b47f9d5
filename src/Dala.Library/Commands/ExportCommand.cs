using System.CommandLine;
using Dala.Library.Api;
using Dala.Platform.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Commands;

/// <summary><c>dala export --output FILE</c></summary>
public static class ExportCommand
{
    public static Command Of(CommandHost host)
    {
        var output = new Option<string?>("--output", "-o") { Description = host.Texts["library.command.export.output"].Value };
        // Its output is JSON in any case; the option is there so that every command takes it.
        var json = new Option<bool>("--json") { Description = host.Texts["library.command.json"].Value };
        var command = new Command("export", host.Texts["library.command.export"].Value) { output, json };
        command.SetAction(
            (line, ct) =>
                host.Run(
                    line,
                    async (services, stop) =>
                    {
                        var resources = services.GetRequiredService<ExportResources>().Run(stop);
                        if (line.GetValue(output) is { } path)
                        {
                            await using var file = File.Create(path);
                            await JsonLines.Write(resources, file, stop);
                            return ExitCodes.Done;
                        }

                        await foreach (var resource in resources)
                            await host.Output.WriteLineAsync(LibraryJson.Text(resource).AsMemory(), stop);
                        return ExitCodes.Done;
                    },
                    ct
                )
        );
        return command;
    }
}
