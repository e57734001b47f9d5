using System.Text.Json;
using Dala.Library.Importing;
using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Sources;

/// <summary>Finds the jobs that import, by their source.</summary>
public sealed class ImportJobs(Store store, JobKinds kinds)
{
    private static readonly string[] UnfinishedStates =
    [
        JobStates.Waiting,
        JobStates.Running,
        JobStates.Stopped,
        JobStates.Failed,
    ];

    /// <summary>What a job imports.</summary>
    public static ImportFiles.Job BodyOf(JobRow job) => JsonSerializer.Deserialize<ImportFiles.Job>(job.Body)!;

    /// <summary>The newest job of a source that is not done, to be changed or looked at.</summary>
    public async Task<JobRow?> Unfinished(string source, CancellationToken ct, params string[] states)
    {
        var kind = kinds.NameOf(typeof(ImportFiles.Job));
        var wanted = states.Length == 0 ? UnfinishedStates : states;
        var jobs = await store
            .Set<JobRow>()
            .Where(job => job.Kind == kind && wanted.Contains(job.State))
            .OrderByDescending(job => job.CreatedAt)
            .ToListAsync(ct);
        return jobs.Find(job => BodyOf(job).Source == source);
    }
}
