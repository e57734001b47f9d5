using Dala.Platform;
using Dala.Platform.Data;
using Dala.Platform.Jobs;

namespace Dala.Library.Sources;

/// <summary>Stops the import of a source; what it has kept stays, and it can be resumed.</summary>
public sealed class StopImport(Store store, ImportJobs jobs)
{
    public async Task<Outcome<JobRow>> Run(string source, Actor actor, CancellationToken ct)
    {
        if (!LibraryRights.Import.Allows(actor))
            return LibraryProblems.SignInToImport;
        if (await jobs.Unfinished(source, ct, JobStates.Running, JobStates.Waiting) is not { } job)
            return LibraryProblems.NothingToStop;

        // A running one stops at its next step and says so itself; one that waits has nobody to tell, unless it is taken up just now.
        job.StopRequested = true;
        if (job.State == JobStates.Waiting)
            job.State = JobStates.Stopped;
        await store.SaveChangesAsync(ct);
        return job;
    }
}
