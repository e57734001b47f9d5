using System.CommandLine;
using Dala.Library.Api;
using Dala.Library.Lineage;
using Dala.Library.Showing;
using Dala.Platform.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Commands;

/// <summary><c>dala show ID</c></summary>
public static class ShowCommand
{
    private const int Longest = 200;

    public static Command Of(CommandHost host)
    {
        var id = new Argument<string>("ID") { Description = host.Texts["library.command.show.id"].Value };
        var json = new Option<bool>("--json") { Description = host.Texts["library.command.json"].Value };
        var lineage = new Option<bool>("--lineage") { Description = host.Texts["library.command.show.lineage"].Value };
        var command = new Command("show", host.Texts["library.command.show"].Value) { id, lineage, json };
        command.SetAction(
            (line, ct) =>
                host.Run(
                    line,
                    async (services, stop) =>
                    {
                        if (line.GetValue(lineage))
                            return await LineageOutput.Print(
                                host,
                                services.GetRequiredService<FindLineage>().Run(line.GetRequiredValue(id), host.Texts.Language),
                                line.GetValue(json)
                            );
                        var found = await services
                            .GetRequiredService<ShowResource>()
                            .Run(line.GetRequiredValue(id), host.Texts.Language, stop);
                        if (found.Problem is { } problem)
                            return host.Refuse(problem);
                        if (line.GetValue(json))
                            await host.Output.WriteLineAsync(LibraryJson.Text(ResourceJson.Of(found.Value)));
                        else
                            await Print(host, found.Value);
                        return ExitCodes.Done;
                    },
                    ct
                )
        );
        return command;
    }

    private static async Task Print(CommandHost host, ShownResource shown)
    {
        await host.Output.WriteLineAsync(shown.Summary.Title);
        await host.Output.WriteLineAsync(
            $"{LibraryNames.Tier(host.Texts, shown.Licence.Reading.Tier)}: {host.Texts[shown.Licence.Reading.ReasonKey]}"
        );
        await host.Output.WriteLineAsync();
        var records = shown.RawRecords.ToDictionary(record => record.Id);
        foreach (var field in shown.Claims.GroupBy(claim => claim.Field))
        {
            await host.Output.WriteLineAsync(host.Texts[LibraryNames.FieldKey(field.Key)].Value);
            foreach (var claim in field)
            {
                var place = records.TryGetValue(claim.RawRecordId, out var record)
                    ? $"{record.File}:{record.Line ?? record.Record}"
                    : "";
                await host.Output.WriteLineAsync(
                    $"  {OneLine(claim.Value)}{(claim.Language is null ? "" : $" @{claim.Language}")}  [{claim.Rule}, {place}]"
                );
            }
        }
    }

    private static string OneLine(string value)
    {
        var line = value.ReplaceLineEndings(" ⏎ ");
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }
}
