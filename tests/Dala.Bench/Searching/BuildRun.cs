using System.Diagnostics;
using Dala.Testing.Searching;

namespace Dala.Bench.Searching;

/// <summary>What taking the records in has cost an engine.</summary>
/// <param name="CpuSeconds">
/// Without that of making the records up, which the thread's own clock measures: about 45 µs a record, for every engine alike. The start of the
/// process, the compiling of its code and the collecting of what a batch of records leaves behind are in it.
/// </param>
/// <param name="TidyCpuSeconds">What more it takes to put all in order after it.</param>
internal sealed record BuildReport(
    double WallSeconds,
    double CpuSeconds,
    double TidyCpuSeconds,
    double Megabytes,
    double PeakMegabytes
);

/// <summary>Builds the index of one engine; in a process of its own, so that its memory is its own.</summary>
internal static class BuildRun
{
    private const int RecordsAtOnce = 500;

    public static BuildReport Run(Engine engine)
    {
        var generating = 0L;
        var wall = Stopwatch.GetTimestamp();
        engine.Build(Generate(engine.Records, nanoseconds => generating += nanoseconds));
        var built = Stopwatch.GetElapsedTime(wall).TotalSeconds - (generating / 1e9);
        var cpu = engine.CpuSeconds;
        // A server of its own does not make up the records.
        var own = engine is PostgresEngine ? cpu : cpu - (generating / 1e9);
        engine.Tidy();
        return new BuildReport(built, own, engine.CpuSeconds - cpu, engine.SizeOnDisk, engine.PeakMegabytes);
    }

    private static IEnumerable<SyntheticRecord> Generate(int count, Action<long> took)
    {
        var records = new SyntheticRecords();
        for (var first = 0; first < count; first += RecordsAtOnce)
        {
            var start = ThreadClock.Nanoseconds;
            SyntheticRecord[] some = [.. Enumerable.Range(first, Math.Min(RecordsAtOnce, count - first)).Select(records.Record)];
            took(ThreadClock.Nanoseconds - start);
            foreach (var record in some)
                yield return record;
        }
    }
}
