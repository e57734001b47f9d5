using System.CommandLine;
using System.Text.Json;
using Dala.Library.Finding;
using Dala.Platform;
using Dala.Platform.CommandLine;
using Dala.Platform.Jobs;

namespace Dala.Operating;

/// <summary><c>dala backup FILE</c> and <c>dala restore FILE</c></summary>
internal static class BackUpCommands
{
    public static Command BackUp(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = host.Texts["dala.backup.file"].Value };
        var json = new Option<bool>("--json") { Description = host.Texts["dala.option.json"].Value };
        var command = new Command("backup", host.Texts["dala.backup"].Value) { file, json };
        command.SetAction(
            (line, ct) =>
                ((Terminal)host).Beside(
                    line,
                    async (services, stop) =>
                    {
                        var backUp = services.GetRequiredService<BackUp>();
                        return Said(
                            host,
                            await backUp.Run(line.GetRequiredValue(file), stop),
                            "dala.backup.done",
                            line.GetValue(json)
                        );
                    },
                    ct
                )
        );
        return command;
    }

    public static Command Restore(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = host.Texts["dala.restore.file"].Value };
        var json = new Option<bool>("--json") { Description = host.Texts["dala.option.json"].Value };
        var command = new Command("restore", host.Texts["dala.restore"].Value) { file, json };
        command.SetAction(
            async (line, ct) =>
            {
                var source = line.GetRequiredValue(file);
                var restored = await ((Terminal)host).OpenEmpty(line, folder => Operating.Restore.Run(source, folder, ct));
                if (restored.Problem is { } problem)
                    return host.Refuse(problem);
                // The index is a copy that no backup holds.
                var code = await host.Run(
                    line,
                    async (services, stop) =>
                    {
                        await services.GetRequiredService<IndexResources>().Run(JobProgress.None, stop);
                        return ExitCodes.Done;
                    },
                    ct
                );
                return code == ExitCodes.Done ? Said(host, restored, "dala.restore.done", line.GetValue(json)) : code;
            }
        );
        return command;
    }

    private static int Said(CommandHost host, Outcome<BackUpList> outcome, string key, bool json)
    {
        if (outcome.Problem is { } problem)
            return host.Refuse(problem);
        if (json)
            host.Output.WriteLine(JsonSerializer.Serialize(outcome.Value, JsonSerializerOptions.Web));
        host.Error.WriteLine(host.Texts[key, ("count", outcome.Value.Files.Count)].Value);
        return ExitCodes.Done;
    }
}
