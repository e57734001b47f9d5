namespace Dala.Platform.CommandLine;

/// <summary>
/// Shows long work on standard error: on a terminal one line that is drawn again, with a bar, the rate and the time left; elsewhere a plain
/// line now and then.
/// </summary>
public sealed class ProgressLine(CommandHost host, TimeProvider time)
{
    private const int BarWidth = 24;
    private static readonly TimeSpan RedrawAfter = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PlainLineAfter = TimeSpan.FromSeconds(5);

    private readonly long started = time.GetTimestamp();
    private long drawn;
    private long? firstCount;
    private bool isOpen;

    /// <summary>Draws, if enough time has passed since the last drawing.</summary>
    /// <param name="count">Records so far.</param>
    /// <param name="done">Work done, in any unit.</param>
    /// <param name="total">All work in that unit; 0 where nobody knows.</param>
    public void Draw(long count, long done, long total)
    {
        // What an earlier try had done does not count for the rate: whoever reports does so once before the work begins.
        firstCount ??= count;
        if (count == firstCount)
            return;
        if (drawn != 0 && time.GetElapsedTime(drawn) < (host.IsTerminal ? RedrawAfter : PlainLineAfter))
            return;
        drawn = time.GetTimestamp();

        var elapsed = time.GetElapsedTime(started);
        var share = total > 0 ? Math.Clamp((double)done / total, 0, 1) : 0;
        var rate = elapsed.TotalSeconds > 0.5 ? (count - firstCount.Value) / elapsed.TotalSeconds : 0;
        var left = share > 0.01 ? TimeSpan.FromSeconds(elapsed.TotalSeconds * (1 - share) / share) : (TimeSpan?)null;
        var line = host.Texts[
            "platform.progress",
            ("count", count),
            ("rate", (long)rate),
            ("percent", host.Texts.Percent((decimal)Math.Round(share, 2))),
            ("left", left is { } span ? Clock(span) : "–:––")
        ].Value;
        if (host.IsTerminal)
            host.Error.Write($"\r\u001b[K[{Bar(share)}] {line}");
        else
            host.Error.WriteLine(line);
        isOpen = host.IsTerminal;
    }

    /// <summary>Wipes the drawn line, so that what comes next stands alone.</summary>
    public void End()
    {
        if (isOpen)
            host.Error.Write("\r\u001b[K");
        isOpen = false;
    }

    private static string Bar(double share)
    {
        var full = (int)(share * BarWidth);
        return new string('#', full) + new string('.', BarWidth - full);
    }

    private static string Clock(TimeSpan span) => $"{(int)span.TotalMinutes}:{span.Seconds:00}";
}
