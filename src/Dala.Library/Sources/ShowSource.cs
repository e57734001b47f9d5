using Dala.Platform;
using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Sources;

/// <summary>A source with its imports, the newest first, and the job that works or waits for it.</summary>
public sealed record ShownSource(Source Source, long Resources, IReadOnlyList<ImportRun> Runs, long Quarantined, JobRow? Job);

/// <summary>Shows one source.</summary>
public sealed class ShowSource(Store store, ImportJobs jobs)
{
    /// <summary>The newest are what anybody asks for.</summary>
    private const int MostRuns = 50;

    public async Task<Outcome<ShownSource>> Run(string name, CancellationToken ct)
    {
        var source = await store.Set<Source>().AsNoTracking().SingleOrDefaultAsync(known => known.Name == name, ct);
        var job = await jobs.Unfinished(name, ct);
        if (source is null)
            return job is null ? LibraryProblems.NoSource(name) : new ShownSource(Awaited(name, job), 0, [], 0, job);

        return new ShownSource(
            source,
            await store.Set<Resource>().LongCountAsync(resource => resource.SourceId == source.Id, ct),
            await store
                .Set<ImportRun>()
                .AsNoTracking()
                .Where(run => run.SourceId == source.Id)
                .OrderByDescending(run => run.StartedAt)
                .Take(MostRuns)
                .ToListAsync(ct),
            await store
                .Set<QuarantinedRecord>()
                .LongCountAsync(record => record.SourceId == source.Id && record.ResolvedAt == null, ct),
            job
        );
    }

    // Its first import has not begun: it has a name, and nothing else yet.
    private static Source Awaited(string name, JobRow job) =>
        new()
        {
            Id = job.Id,
            Name = name,
            Title = name,
            CreatedAt = job.CreatedAt,
        };
}
