namespace Dala.Platform.Jobs;

/// <summary>How far a job is; whoever runs it says so, whoever waits reads it from the row.</summary>
public sealed class JobProgress(Func<long, long?, Task> keep, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private long lastKept;

    /// <summary>A progress that nobody looks at.</summary>
    public static JobProgress None { get; } = new((_, _) => Task.CompletedTask, TimeProvider.System);

    /// <summary>Says how many steps are done; kept at most twice a second.</summary>
    public async Task Report(long done, long? total)
    {
        if (lastKept != 0 && time.GetElapsedTime(lastKept) < Pause)
            return;
        lastKept = time.GetTimestamp();
        await keep(done, total);
    }
}
