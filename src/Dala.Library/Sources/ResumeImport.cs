using Dala.Platform;
using Dala.Platform.Data;
using Dala.Platform.Jobs;

namespace Dala.Library.Sources;

/// <summary>Lets a stopped or failed import of a source go on where it was.</summary>
public sealed class ResumeImport(Store store, ImportJobs jobs, TimeProvider time)
{
    public async Task<Outcome<JobRow>> Run(string source, Actor actor, CancellationToken ct)
    {
        if (!LibraryRights.Import.Allows(actor))
            return LibraryProblems.SignInToImport;
        if (await jobs.Unfinished(source, ct, JobStates.Stopped, JobStates.Failed) is not { } job)
            return LibraryProblems.NothingToResume;

        job.State = JobStates.Waiting;
        job.StopRequested = false;
        job.Attempts = 0;
        job.Error = null;
        job.DueAt = time.GetUtcNow();
        await store.SaveChangesAsync(ct);
        return job;
    }
}
