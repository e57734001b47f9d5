using Dala.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Platform.Tests.Jobs;

public sealed class JobRunnerTests : IAsyncDisposable
{
    private readonly List<string> lent = [];
    private readonly Shelf shelf;
    private Func<Lend, JobProgress, CancellationToken, Task> handler;

    public JobRunnerTests()
    {
        handler = (job, _, _) =>
        {
            lent.Add(job.Title);
            return Task.CompletedTask;
        };
        shelf = new Shelf(null, Register);
    }

    [Fact]
    public async Task Runs_what_is_due_in_order_once()
    {
        await shelf.Enqueue(new Lend("Атом"));
        shelf.Time.Pass(TimeSpan.FromSeconds(1));
        await shelf.Enqueue(new Lend("Ядро"));

        await shelf.Runner.RunWaiting(CancellationToken.None);
        await shelf.Runner.RunWaiting(CancellationToken.None);

        Assert.Equal(["Атом", "Ядро"], lent);
        var job = (await shelf.Rows<JobRow>()).MaxBy(row => row.CreatedAt)!;
        Assert.Equal(
            (JobStates.Done, 1, shelf.Time.GetUtcNow(), shelf.Time.GetUtcNow(), null),
            (job.State, job.Attempts, job.StartedAt, job.EndedAt, job.Error)
        );
    }

    [Fact]
    public async Task Tries_again_after_growing_pauses_and_keeps_the_fault_when_it_gives_up()
    {
        var pauses = new List<double>();
        handler = (job, _, _) => throw new InvalidOperationException($"{job.Title} is on loan.");
        await shelf.Enqueue(new Lend("Атом"));

        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await shelf.Runner.RunWaiting(CancellationToken.None);
            var tried = await shelf.Job();
            Assert.Equal((attempt, "Атом is on loan."), (tried.Attempts, tried.Error));
            Assert.Equal(attempt < 5 ? JobStates.Waiting : JobStates.Failed, tried.State);
            pauses.Add((tried.DueAt - shelf.Time.GetUtcNow()).TotalSeconds);
            // A moment too early nothing happens.
            shelf.Time.Pass(tried.DueAt - shelf.Time.GetUtcNow() - TimeSpan.FromTicks(1));
            await shelf.Runner.RunWaiting(CancellationToken.None);
            Assert.Equal(attempt, (await shelf.Job()).Attempts);
            shelf.Time.Pass(TimeSpan.FromTicks(1));
        }

        Assert.Equal([4, 16, 64, 256, 1024], pauses);
        shelf.Time.Pass(TimeSpan.FromDays(365));
        await shelf.Runner.RunWaiting(CancellationToken.None);
        Assert.Equal((JobStates.Failed, 5), ((await shelf.Job()).State, (await shelf.Job()).Attempts));
    }

    [Fact]
    public async Task A_job_that_works_in_a_later_attempt_is_done_without_an_error()
    {
        var tries = 0;
        handler = (_, _, _) => ++tries < 3 ? throw new IOException("not yet") : Task.CompletedTask;
        await shelf.Enqueue(new Lend("Атом"));

        for (var attempt = 0; attempt < 3; attempt++)
        {
            await shelf.Runner.RunWaiting(CancellationToken.None);
            shelf.Time.Pass(TimeSpan.FromHours(1));
        }

        var job = await shelf.Job();
        Assert.Equal((JobStates.Done, 3, null), (job.State, job.Attempts, job.Error));
    }

    [Fact]
    public async Task A_job_that_is_refused_has_failed_and_is_not_tried_again()
    {
        handler = (_, _, _) => throw new JobRefusedException(new Problem(ProblemKind.NotFound, "shelf.gone", "Атом"));
        await shelf.Enqueue(new Lend("Атом"));

        await shelf.Runner.RunWaiting(CancellationToken.None);

        var job = await shelf.Job();
        Assert.Equal((JobStates.Failed, 1, "shelf.gone Атом"), (job.State, job.Attempts, job.Error));
    }

    [Fact]
    public async Task A_job_of_a_kind_that_no_module_knows_says_so()
    {
        await shelf.Run(store =>
            store.Add(JobRow.Waiting("shelf.of-yesterday", "{}", shelf.Time.GetUtcNow())).Context.SaveChangesAsync()
        );

        await shelf.Runner.RunWaiting(CancellationToken.None);

        Assert.Equal("No module knows jobs of the kind shelf.of-yesterday.", (await shelf.Job()).Error);
    }

    [Fact]
    public async Task Keeps_how_far_it_is()
    {
        handler = (_, progress, _) => progress.Report(7, 20);
        await shelf.Enqueue(new Lend("Атом"));

        await shelf.Runner.RunWaiting(CancellationToken.None);

        var job = await shelf.Job();
        Assert.Equal((7, 20), (job.Done, job.Total));
    }

    [Fact]
    public async Task A_job_that_a_person_stops_ends_as_stopped_at_its_next_step()
    {
        handler = async (_, progress, ct) =>
        {
            await AskToStop();
            await progress.Report(1, 2);
            ct.ThrowIfCancellationRequested();
            lent.Add("went on");
        };
        await shelf.Enqueue(new Lend("Атом"));

        await shelf.Runner.RunWaiting(CancellationToken.None);

        var job = await shelf.Job();
        Assert.Equal((JobStates.Stopped, false), (job.State, job.StopRequested));
        Assert.Empty(lent);
    }

    [Fact]
    public async Task A_stop_of_the_program_sets_the_running_job_waiting_again_as_if_it_had_not_been_tried()
    {
        using var stop = new CancellationTokenSource();
        handler = async (_, _, ct) =>
        {
            await stop.CancelAsync();
            ct.ThrowIfCancellationRequested();
        };
        await shelf.Enqueue(new Lend("Атом"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shelf.Runner.RunWaiting(stop.Token));

        var job = await shelf.Job();
        Assert.Equal((JobStates.Waiting, 0), (job.State, job.Attempts));
    }

    [Fact]
    public async Task A_person_who_stops_a_job_is_heard_though_it_fails_or_the_program_stops_just_then()
    {
        handler = async (_, _, _) =>
        {
            await AskToStop();
            throw new IOException("The line is down.");
        };
        await shelf.Enqueue(new Lend("Атом"));

        await shelf.Runner.RunWaiting(CancellationToken.None);

        var job = await shelf.Job();
        Assert.Equal((JobStates.Stopped, "The line is down."), (job.State, job.Error));
    }

    [Fact]
    public async Task A_job_that_ran_when_the_process_was_killed_is_taken_up_again()
    {
        await shelf.Enqueue(new Lend("Атом"));
        await shelf.Run(store =>
            store.Set<JobRow>().ExecuteUpdateAsync(set => set.SetProperty(job => job.State, JobStates.Running))
        );
        await shelf.Runner.RunWaiting(CancellationToken.None);
        Assert.Empty(lent);

        await shelf.Runner.TakeUpAgain(CancellationToken.None);
        await shelf.Runner.RunWaiting(CancellationToken.None);

        Assert.Equal(["Атом"], lent);
        Assert.Equal(JobStates.Done, (await shelf.Job()).State);
    }

    [Fact]
    public async Task As_a_service_it_takes_up_what_was_left_runs_what_comes_and_stops_when_told()
    {
        var done = new SemaphoreSlim(0);
        handler = (job, _, _) =>
        {
            lent.Add(job.Title);
            done.Release();
            return Task.CompletedTask;
        };
        await shelf.Enqueue(new Lend("left"));
        await shelf.Run(store =>
            store.Set<JobRow>().ExecuteUpdateAsync(set => set.SetProperty(job => job.State, JobStates.Running))
        );

        await shelf.Runner.StartAsync(CancellationToken.None);
        Assert.True(await done.WaitAsync(TimeSpan.FromSeconds(10)));
        await shelf.Enqueue(new Lend("rung"));
        Assert.True(await done.WaitAsync(TimeSpan.FromSeconds(10)));
        await shelf.Runner.StopAsync(CancellationToken.None);

        Assert.Equal(["left", "rung"], lent);
        Assert.True(shelf.Runner.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task As_a_service_it_outlives_a_store_that_does_not_take_its_rows_for_a_while()
    {
        var done = new SemaphoreSlim(0);
        handler = (_, _, _) =>
        {
            done.Release();
            return Task.CompletedTask;
        };
        await Execute("create trigger full before update on job begin select raise(fail, 'disk is full'); end");
        await shelf.Enqueue(new Lend("Атом"));

        await shelf.Runner.StartAsync(CancellationToken.None);
        Assert.False(await done.WaitAsync(TimeSpan.FromMilliseconds(300)));
        await Execute("drop trigger full");

        Assert.True(await done.WaitAsync(TimeSpan.FromSeconds(10)));
        await shelf.Runner.StopAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => shelf.DisposeAsync();

    private void Register(IServiceCollection services) =>
        services.AddJob<Lend>("shelf.lend", (_, job, progress, ct) => handler(job, progress, ct));

    private Task<int> AskToStop() =>
        shelf.Run(store => store.Set<JobRow>().ExecuteUpdateAsync(set => set.SetProperty(job => job.StopRequested, true)));

    private Task<int> Execute(string sql) => shelf.Run(store => store.Database.ExecuteSqlRawAsync(sql));
}
