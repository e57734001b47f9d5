using System.Text.Json;
using Dala.Library;
using Dala.Library.Finding;
using Dala.Library.Importing;
using Dala.Platform;
using Dala.Platform.CommandLine;
using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Dala.Serving;

/// <summary>Fills an empty library with a catalogue from a folder: the files and mappings that its <c>demo.json</c> lists.</summary>
public static class DemoCatalogue
{
    private sealed record Entry(string Source, string Mapping, IReadOnlyList<string> Files);

    /// <summary>Imports where the library is empty, or was interrupted while it was being filled; visibly, on standard error.</summary>
    public static async Task<Problem?> Import(IServiceProvider services, CommandHost host, string folder, CancellationToken ct)
    {
        var list = Path.Combine(folder, "demo.json");
        if (!File.Exists(list))
            return LibraryProblems.NoSuchFile(list);
        await using var scope = services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        await using var content = File.OpenRead(list);
        var entries = (await JsonSerializer.DeserializeAsync<IReadOnlyList<Entry>>(content, JsonSerializerOptions.Web, ct))!;
        if (!await Wants(store, [.. entries.Select(entry => entry.Source)], ct))
            return null;

        await host.Error.WriteLineAsync(host.Texts["dala.serve.importing"].Value);
        foreach (var entry in entries)
        {
            var files = new List<ImportFile>();
            foreach (var file in entry.Files)
                files.Add(await ImportFile.OnDisk(Path.Combine(folder, file), ct));
            if (
                await ImportCommand.Visibly(scope.ServiceProvider, host, entry.Source, entry.Mapping, files, ct) is
                { Problem: { } problem }
            )
                return problem;
        }

        await scope.ServiceProvider.GetRequiredService<IndexResources>().Run(JobProgress.None, ct);
        await host.Error.WriteLineAsync(host.Texts["dala.serve.imported"].Value);
        return null;
    }

    // Whoever has brought in a source of their own wants no demo; a demo whose import was broken off wants its rest.
    private static async Task<bool> Wants(Store store, List<string> demo, CancellationToken ct)
    {
        var known = await store.Set<Source>().AsNoTracking().ToListAsync(ct);
        return known.TrueForAll(source => demo.Contains(source.Name))
            && (known.Count < demo.Count || await store.Set<ImportRun>().AnyAsync(run => run.State != RunStates.Done, ct));
    }
}
