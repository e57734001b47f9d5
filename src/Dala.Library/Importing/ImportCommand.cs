using System.CommandLine;
using System.Text.Json;
using Dala.Library.Finding;
using Dala.Platform;
using Dala.Platform.CommandLine;
using Dala.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Importing;

/// <summary><c>dala import FILE... --source NAME --mapping NAME</c></summary>
public static class ImportCommand
{
    public static Command Of(CommandHost host)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = host.Texts["library.command.import.files"].Value,
            Arity = ArgumentArity.OneOrMore,
        };
        var source = new Option<string?>("--source") { Description = host.Texts["library.command.import.source"].Value };
        var mapping = new Option<string>("--mapping")
        {
            Description = host.Texts["library.command.import.mapping"].Value,
            Required = true,
        };
        var preview = new Option<int?>("--preview") { Description = host.Texts["library.command.import.preview"].Value };
        var json = new Option<bool>("--json") { Description = host.Texts["library.command.json"].Value };
        var command = new Command("import", host.Texts["library.command.import"].Value) { files, source, mapping, preview, json };
        command.SetAction(
            (line, ct) =>
                host.Run(
                    line,
                    async (services, stop) =>
                    {
                        var given = new List<ImportFile>();
                        foreach (var path in line.GetRequiredValue(files))
                        {
                            if (!File.Exists(path))
                                return host.Refuse(LibraryProblems.NoSuchFile(path));
                            given.Add(await ImportFile.OnDisk(path, stop));
                        }

                        var name = line.GetRequiredValue(mapping);
                        if (line.GetValue(preview) is { } count)
                            return Preview(services, host, name, given, count, line.GetValue(json), stop);
                        return await Import(
                            services,
                            host,
                            line.GetValue(source) ?? SourceOf(name),
                            name,
                            given,
                            line.GetValue(json),
                            stop
                        );
                    },
                    ct
                )
        );
        return command;
    }

    /// <summary>Imports with progress on standard error and the report at the end.</summary>
    public static async Task<Outcome<ImportReport>> Visibly(
        IServiceProvider services,
        CommandHost host,
        string source,
        string mapping,
        IReadOnlyList<ImportFile> files,
        CancellationToken ct
    )
    {
        var progress = new ProgressLine(host, services.GetRequiredService<TimeProvider>());
        var outcome = await services
            .GetRequiredService<ImportFiles>()
            .Run(
                source,
                mapping,
                files,
                Actor.Administrator,
                run =>
                {
                    progress.Draw(run.Read, run.BytesRead, run.BytesTotal);
                    return Task.CompletedTask;
                },
                ct
            );
        progress.End();
        if (outcome.Problem is null)
            await host.Error.WriteLineAsync(Said(host, outcome.Value));
        return outcome;
    }

    private static async Task<int> Import(
        IServiceProvider services,
        CommandHost host,
        string source,
        string mapping,
        List<ImportFile> files,
        bool json,
        CancellationToken ct
    )
    {
        var outcome = await Visibly(services, host, source, mapping, files, ct);
        if (outcome.Problem is { } problem)
            return host.Refuse(problem);
        var report = outcome.Value;

        var indexing = new ProgressLine(host, services.GetRequiredService<TimeProvider>());
        await services.GetRequiredService<IndexResources>().Run(JobProgress.None, ct);
        indexing.End();

        if (json)
            await host.Output.WriteLineAsync(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
        return report.Quarantined > 0 ? ExitCodes.DoneWithFaults : ExitCodes.Done;
    }

    private static int Preview(
        IServiceProvider services,
        CommandHost host,
        string mapping,
        IReadOnlyList<ImportFile> files,
        int count,
        bool json,
        CancellationToken ct
    )
    {
        var outcome = services.GetRequiredService<PreviewImport>().Run(mapping, files, count, ct);
        if (outcome.Problem is { } problem)
            return host.Refuse(problem);
        if (json)
        {
            host.Output.WriteLine(JsonSerializer.Serialize(outcome.Value, JsonSerializerOptions.Web));
            return ExitCodes.Done;
        }

        foreach (var record in outcome.Value)
        {
            host.Output.WriteLine($"{record.File}:{record.Record} {record.Identifier ?? host.Texts.Say(record.Problem!).Value}");
            foreach (var claim in record.Claims)
                host.Output.WriteLine(
                    $"  {claim.Field}{(claim.Language is null ? "" : "@" + claim.Language)} = {OneLine(claim.Value)}  [{claim.Rule}]"
                );
        }

        return ExitCodes.Done;
    }

    private static string SourceOf(string mapping) => Path.GetFileNameWithoutExtension(mapping);

    private static string OneLine(string value)
    {
        const int longest = 160;
        var line = value.ReplaceLineEndings(" ⏎ ");
        return line.Length <= longest ? line : line[..longest] + "…";
    }

    private static string Said(CommandHost host, ImportReport report) =>
        host.Texts[
            "library.import.report",
            ("source", report.Source),
            ("new", report.New),
            ("changed", report.Changed),
            ("same", report.Same),
            ("quarantined", report.Quarantined),
            ("mended", report.Mended),
            ("records", report.Records)
        ].Value;
}
