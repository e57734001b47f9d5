using Dala.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dala.Platform.Jobs;

/// <summary>Takes waiting jobs one after another and runs them; a stop of the program puts the running one back.</summary>
public sealed class JobRunner(
    IServiceScopeFactory scopes,
    JobKinds kinds,
    WriterGate gate,
    JobMetrics metrics,
    TimeProvider time,
    ILogger<JobRunner> log
) : BackgroundService
{
    /// <summary>After so many failures a job is left as failed, for a person to look at.</summary>
    private const int MostAttempts = 5;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <summary>Runs everything that is due now, and what that work enqueues in turn.</summary>
    public async Task RunWaiting(CancellationToken ct)
    {
        while (await RunNext(ct)) { }
    }

    /// <summary>What ran when the last process ended goes on: it is set waiting again.</summary>
    public async Task TakeUpAgain(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        using var turn = await gate.Enter(ct);
        await store
            .Set<JobRow>()
            .Where(job => job.State == JobStates.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.State, JobStates.Waiting), ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TakeUpAgain(stoppingToken);
                while (!stoppingToken.IsCancellationRequested)
                {
                    if (!await RunNext(stoppingToken))
                        await gate.Heard(LookAgain, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The store itself does not take a job's row, for the disk is full or the like. People can still find and read meanwhile.
                log.LogError(fault, "Jobs stand still for {Pause}", LookAgain);
                await Task.Delay(LookAgain, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> RunNext(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var now = time.GetUtcNow();
        var job = await store
            .Set<JobRow>()
            .AsNoTracking()
            .Where(row => row.State == JobStates.Waiting && row.DueAt <= now)
            .OrderBy(row => row.DueAt)
            .ThenBy(row => row.Id)
            .FirstOrDefaultAsync(ct);
        if (job is null)
            return false;

        job.Attempts++;
        if (!await Take(store, job, now, ct))
            return true;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var started = time.GetTimestamp();
        try
        {
            var kind =
                kinds.Named(job.Kind) ?? throw new InvalidOperationException($"No module knows jobs of the kind {job.Kind}.");
            await kind.Run(
                scope.ServiceProvider,
                job.Body,
                new JobProgress((done, total) => KeepProgress(job.Id, done, total, stop), time),
                stop.Token
            );
            End(job, JobStates.Done, null);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            job.State = JobStates.Waiting;
            job.Attempts--;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            End(job, JobStates.Stopped, null);
        }
        catch (JobRefusedException refused)
        {
            // Trying again would change nothing.
            log.LogWarning("Job {Kind} was refused: {Code}", job.Kind, refused.Problem.Code);
            End(job, JobStates.Failed, refused.Message);
        }
        catch (Exception fault)
        {
            // The one place where a job's fault ends: it is kept in the row and tried again later, each time after a longer pause.
            log.LogError(fault, "Job {Kind} failed in attempt {Attempt}", job.Kind, job.Attempts);
            End(job, job.Attempts < MostAttempts ? JobStates.Waiting : JobStates.Failed, fault.Message);
            job.DueAt = time.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(4, job.Attempts));
        }

        metrics.Ran(job.Kind, job.State, time.GetElapsedTime(started));
        await KeepEnd(job);
        return true;
    }

    // Somebody may have stopped it since it was read.
    private async Task<bool> Take(Store store, JobRow job, DateTimeOffset now, CancellationToken ct)
    {
        using var turn = await gate.Enter(ct);
        var taken = await store
            .Set<JobRow>()
            .Where(row => row.Id == job.Id && row.State == JobStates.Waiting)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, JobStates.Running)
                        .SetProperty(row => row.StartedAt, now)
                        .SetProperty(row => row.Attempts, job.Attempts),
                ct
            );
        return taken == 1;
    }

    private void End(JobRow job, string state, string? error)
    {
        job.State = state;
        job.Error = error;
        job.EndedAt = time.GetUtcNow();
    }

    // The end of a job is kept even while the program is stopping, and with a context of its own: the job's may hold a half-made change.
    private async Task KeepEnd(JobRow job)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        using var turn = await gate.Enter(CancellationToken.None);
        await store
            .Set<JobRow>()
            .Where(row => row.Id == job.Id)
            .ExecuteUpdateAsync(
                set =>
                    // A person's wish to stop is not forgotten because the program stops, or the job fails, at the same moment.
                    set.SetProperty(
                            row => row.State,
                            row => row.StopRequested && job.State == JobStates.Waiting ? JobStates.Stopped : job.State
                        )
                        .SetProperty(row => row.Error, job.Error)
                        .SetProperty(row => row.EndedAt, job.EndedAt)
                        .SetProperty(row => row.DueAt, job.DueAt)
                        .SetProperty(row => row.Attempts, job.Attempts)
                        .SetProperty(row => row.StopRequested, false),
                CancellationToken.None
            );
    }

    private async Task KeepProgress(Guid id, long done, long? total, CancellationTokenSource stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        using (await gate.Enter(CancellationToken.None))
        {
            await store
                .Set<JobRow>()
                .Where(row => row.Id == id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Done, done).SetProperty(row => row.Total, total),
                    CancellationToken.None
                );
        }

        if (await store.Set<JobRow>().AnyAsync(row => row.Id == id && row.StopRequested, CancellationToken.None))
            await stop.CancelAsync();
    }
}
