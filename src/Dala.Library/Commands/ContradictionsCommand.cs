using System.CommandLine;
using Dala.Library.Api;
using Dala.Library.Settling;
using Dala.Platform;
using Dala.Platform.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Commands;

/// <summary><c>dala contradictions</c></summary>
public static class ContradictionsCommand
{
    public static Command Of(CommandHost host)
    {
        var after = new Option<string?>("--after") { Description = host.Texts["library.command.search.after"].Value };
        var json = new Option<bool>("--json") { Description = host.Texts["library.command.json"].Value };
        var command = new Command("contradictions", host.Texts["library.command.contradictions"].Value) { after, json };
        command.SetAction(
            (line, ct) =>
                host.Run(
                    line,
                    async (services, stop) =>
                    {
                        var listed = await services
                            .GetRequiredService<ListContradictions>()
                            .Run(line.GetValue(after), host.Texts.Language, Actor.Administrator, stop);
                        if (listed.Problem is { } problem)
                            return host.Refuse(problem);
                        if (line.GetValue(json))
                            await host.Output.WriteLineAsync(LibraryJson.Text(ContradictionsJson.Of(listed.Value)));
                        else
                            await Print(host, listed.Value);
                        return ExitCodes.Done;
                    },
                    ct
                )
        );
        return command;
    }

    private static async Task Print(CommandHost host, Contradictions found)
    {
        if (found.Items.Count == 0 && found.Next is null)
            await host.Output.WriteLineAsync(host.Texts["library.contradictions.none"].Value);
        foreach (var contradiction in found.Items)
        {
            await host.Output.WriteLineAsync($"{contradiction.Id}  {contradiction.Title}");
            foreach (
                var (claim, reading) in contradiction.Licence.Evidence.DistinctBy(item => (item.Claim.SourceId, item.Reading.Raw))
            )
                await host.Output.WriteLineAsync(
                    $"    {found.Sources[claim.SourceId].Name}: {reading.Raw} ({reading.Licence?.Label ?? reading.Family ?? reading.Tier.ToString()})"
                );
        }

        if (found.Next is { } next)
            await host.Output.WriteLineAsync(host.Texts["library.command.search.next", ("cursor", next)].Value);
    }
}
