using System.Text.Json;
using Dala.Library.Importing;
using Dala.Platform;
using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Sources;

/// <summary>An import, or the job that will begin it.</summary>
public sealed record ShownRun(string Source, ImportRun? Run, JobRow? Job);

/// <summary>Shows how far an import is, by the id of the run or of the job that was answered when it was asked for.</summary>
public sealed class ShowRun(Store store, JobKinds kinds)
{
    /// <summary>How far back a job's run is looked for.</summary>
    private const int NewestRuns = 100;

    public async Task<Outcome<ShownRun>> Run(string id, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out var key))
            return LibraryProblems.NoRun(id);
        if (await store.Set<ImportRun>().AsNoTracking().SingleOrDefaultAsync(run => run.Id == key, ct) is { } run)
        {
            var source = await store.Set<Source>().AsNoTracking().SingleAsync(known => known.Id == run.SourceId, ct);
            return new ShownRun(source.Name, run, null);
        }

        if (await store.Set<JobRow>().AsNoTracking().SingleOrDefaultAsync(job => job.Id == key, ct) is not { } job)
            return LibraryProblems.NoRun(id);
        if (job.Kind != kinds.NameOf(typeof(ImportFiles.Job)))
            return LibraryProblems.NoRun(id);
        var body = ImportJobs.BodyOf(job);
        var runs = await store
            .Set<ImportRun>()
            .AsNoTracking()
            .Where(run => store.Set<Source>().Any(source => source.Id == run.SourceId && source.Name == body.Source))
            .OrderByDescending(run => run.StartedAt)
            .Take(NewestRuns)
            .ToListAsync(ct);
        return new ShownRun(body.Source, runs.Find(run => IsOf(run, body) && IsSince(run, job)), job);
    }

    // A run that was taken up again may be older than the job; one that ended before the job was asked for is another's.
    private static bool IsSince(ImportRun run, JobRow job) => run.EndedAt is not { } ended || ended >= job.CreatedAt;

    private static bool IsOf(ImportRun run, ImportFiles.Job job) =>
        run.Mapping.StartsWith(job.Mapping + "@", StringComparison.Ordinal)
        && JsonSerializer.Deserialize<List<ImportFiles.JobFile>>(run.Files)!.SequenceEqual(job.Files);
}
