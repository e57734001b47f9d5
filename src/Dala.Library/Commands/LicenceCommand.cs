using System.CommandLine;
using Dala.Library.Api;
using Dala.Library.Reuse;
using Dala.Library.Showing;
using Dala.Platform.CommandLine;
using Dala.Standards.Licences;

namespace Dala.Library.Commands;

/// <summary><c>dala licence recognise FILE</c> and <c>dala licence combine LICENCE...</c>; they need no library and open none.</summary>
public static class LicenceCommand
{
    /// <summary>The name of a file that stands for standard input.</summary>
    private const string StandardInput = "-";

    public static Command Of(CommandHost host) =>
        new("licence", host.Texts["library.command.licence"].Value) { Recognise(host), Combine(host) };

    private static Command Recognise(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = host.Texts["library.command.licence.recognise.file"].Value };
        var json = new Option<bool>("--json") { Description = host.Texts["library.command.json"].Value };
        var command = new Command("recognise", host.Texts["library.command.licence.recognise"].Value) { file, json };
        command.SetAction(
            async (line, ct) =>
            {
                var path = line.GetRequiredValue(file);
                if (path != StandardInput && !File.Exists(path))
                    return host.Refuse(LibraryProblems.NoSuchFile(path));
                await using var lines = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
                await Print(host, LicenceLines.Read(lines, ct), line.GetValue(json));
                return ExitCodes.Done;
            }
        );
        return command;
    }

    private static Command Combine(CommandHost host)
    {
        var licences = new Argument<string[]>("LICENCE")
        {
            Description = host.Texts["library.command.licence.combine.licences"].Value,
            Arity = ArgumentArity.OneOrMore,
        };
        var collection = new Option<bool>("--collection")
        {
            Description = host.Texts["library.command.licence.combine.collection"].Value,
        };
        var json = new Option<bool>("--json") { Description = host.Texts["library.command.json"].Value };
        var command = new Command("combine", host.Texts["library.command.licence.combine"].Value) { licences, collection, json };
        command.SetAction(
            async (line, _) =>
            {
                var combined = CombineLicences.Run(
                    line.GetRequiredValue(licences),
                    line.GetValue(collection) ? CombineLicences.Collection : CombineLicences.Adaptation
                );
                if (combined.Problem is { } problem)
                    return host.Refuse(problem);
                var answer = CombinationJson.Of(combined.Value, host.Texts);
                if (line.GetValue(json))
                    await host.Output.WriteLineAsync(LibraryJson.Text(answer));
                else
                    await Print(host, answer);
                return answer.Possible ? ExitCodes.Done : ExitCodes.DoneWithFaults;
            }
        );
        return command;
    }

    private static async Task Print(CommandHost host, CombinationJson answer)
    {
        await host.Output.WriteLineAsync(answer.Verdict);
        if (answer.Remark is { } remark)
            await host.Output.WriteLineAsync(remark);
        foreach (var way in answer.Conflict?.WaysOut ?? [])
            await host.Output.WriteLineAsync("  – " + way);
        await host.Output.WriteLineAsync(answer.Notice);
    }

    private static async Task Print(CommandHost host, IEnumerable<LicenceReading> readings, bool asJson)
    {
        var before = asJson ? "[" : "";
        foreach (var reading in readings)
        {
            if (asJson)
                await host.Output.WriteLineAsync(before + LibraryJson.Text(RecognisedJson.Of(reading, host.Texts)));
            else
                await host.Output.WriteLineAsync(
                    $"{LicenceLabel.Of(reading, host.Texts)}\t{reading.Tier}\t{reading.Rule}\t{reading.Raw}"
                        + (reading.Hint is { } hint ? "\t" + LicenceLabel.Of(hint, host.Texts) : "")
                );
            if (asJson)
                before = ",";
        }

        if (asJson)
            await host.Output.WriteLineAsync(before == "[" ? "[]" : "]");
    }
}
