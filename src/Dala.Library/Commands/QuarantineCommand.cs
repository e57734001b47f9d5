using System.CommandLine;
using Dala.Library.Api;
using Dala.Library.Sources;
using Dala.Platform.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Commands;

/// <summary><c>dala quarantine --source NAME</c></summary>
public static class QuarantineCommand
{
    public static Command Of(CommandHost host)
    {
        var source = new Option<string?>("--source") { Description = host.Texts["library.command.quarantine.source"].Value };
        var run = new Option<string?>("--run") { Description = host.Texts["library.command.quarantine.run"].Value };
        var after = new Option<string?>("--after") { Description = host.Texts["library.command.search.after"].Value };
        var json = new Option<bool>("--json") { Description = host.Texts["library.command.json"].Value };
        var command = new Command("quarantine", host.Texts["library.command.quarantine"].Value) { source, run, after, json };
        command.SetAction(
            (line, ct) =>
                host.Run(
                    line,
                    async (services, stop) =>
                    {
                        var query = new QuarantineQuery
                        {
                            Source = line.GetValue(source),
                            Run = line.GetValue(run),
                            After = line.GetValue(after),
                        };
                        var listed = await services.GetRequiredService<ListQuarantine>().Run(query, stop);
                        if (listed.Problem is { } problem)
                            return host.Refuse(problem);
                        if (line.GetValue(json))
                            await host.Output.WriteLineAsync(
                                LibraryJson.Text(QuarantineJson.Of(listed.Value, host.Texts, withBytes: true))
                            );
                        else
                            await Print(host, listed.Value);
                        return ExitCodes.Done;
                    },
                    ct
                )
        );
        return command;
    }

    private static async Task Print(CommandHost host, Quarantine quarantine)
    {
        await host.Output.WriteLineAsync(host.Texts["library.quarantine.count", ("count", quarantine.Total)].Value);
        foreach (var (record, source) in quarantine.Items)
            await host.Output.WriteLineAsync(
                $"{source}  {record.File}:{record.Line ?? record.Record}  {(record.Field.Length == 0 ? "" : record.Field + ": ")}{host.Texts.Reason(record)}"
            );
        if (quarantine.Next is { } next)
            await host.Output.WriteLineAsync(host.Texts["library.command.search.next", ("cursor", next)].Value);
    }
}
