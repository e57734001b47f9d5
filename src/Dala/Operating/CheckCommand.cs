using System.CommandLine;
using System.Text.Json;
using Dala.Platform.CommandLine;

namespace Dala.Operating;

/// <summary><c>dala check</c></summary>
internal static class CheckCommand
{
    public static Command Of(CommandHost host)
    {
        var json = new Option<bool>("--json") { Description = host.Texts["dala.option.json"].Value };
        var command = new Command("check", host.Texts["dala.check"].Value) { json };
        command.SetAction(
            (line, ct) =>
                host.Run(
                    line,
                    async (services, stop) =>
                    {
                        var results = await services.GetRequiredService<CheckEverything>().Run(stop);
                        if (line.GetValue(json))
                            await host.Output.WriteLineAsync(JsonSerializer.Serialize(results, JsonSerializerOptions.Web));
                        else
                            Say(host, results);
                        return results.Any(result => result.Faults.Count > 0) ? ExitCodes.DoneWithFaults : ExitCodes.Done;
                    },
                    ct
                )
        );
        return command;
    }

    private static void Say(CommandHost host, IReadOnlyList<Checked> results)
    {
        foreach (var result in results)
        {
            var verdict = host.Texts[
                result.Faults.Count == 0 ? "dala.check.whole" : "dala.check.faults",
                ("count", result.Faults.Count)
            ];
            host.Output.WriteLine($"{host.Texts[result.Name, ("count", result.Count)]}: {verdict}");
            foreach (var fault in result.Faults)
                host.Output.WriteLine("  " + host.Texts.Say(fault).Value);
        }
    }
}
