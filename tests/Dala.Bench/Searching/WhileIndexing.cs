using System.Diagnostics;
using Dala.Search;
using Dala.Testing;
using Dala.Testing.Searching;

namespace Dala.Bench.Searching;

/// <summary>How much slower search is while 50,000 records come in, beside idle before and after, in one run.</summary>
internal static class WhileIndexing
{
    private const int Incoming = 50_000;
    private const int IdleRounds = 3;

    public static int Run(SearchOptions options)
    {
        Console.WriteLine(Measure.Machine);
        var text =
            "| records before | | queries | wall ms: p50 / p95 / p99 | CPU ms: p50 / p95 / p99 |\n| --- | --- | --- | --- | --- |\n";
        foreach (var records in options.Records)
            text += Measured(records);
        Console.WriteLine(text);
        if (options.Write)
            PerformancePage.Write("search-while-indexing", text);
        return 0;
    }

    private static string Measured(int records)
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, SyntheticRecord.Schema);
        var generator = new SyntheticRecords();
        OwnEngine.Put(index, generator.Take(records));
        SearchQuery[] log = [.. SearchBench.Log(records).Select(query => OwnAnswer.Query(query, index))];

        Ask(index, log, asked => asked < log.Length);
        var before = Ask(index, log, asked => asked < log.Length * IdleRounds);

        var writer = new Thread(() => OwnEngine.Put(index, Enumerable.Range(records, Incoming).Select(generator.Record)));
        var wall = Stopwatch.GetTimestamp();
        writer.Start();
        var during = Ask(index, log, _ => writer.IsAlive);
        writer.Join();
        var took = Stopwatch.GetElapsedTime(wall).TotalSeconds;

        var after = Ask(index, log, asked => asked < log.Length * IdleRounds);
        var ratio = Measure.Percentile(during.Wall, 0.95) / Measure.Percentile(before.Wall, 0.95);
        return Line(records, "idle before", before)
            + Line(records, $"while {Incoming:N0} come in, {took:F0} s (p95 {ratio:F2}×)", during)
            + Line(records, "idle after", after);
    }

    // Takes the log over and over, as long as it is wanted after so many queries.
    private static (double[] Wall, double[] Cpu) Ask(SearchIndex index, SearchQuery[] log, Func<int, bool> goesOn)
    {
        var wall = new List<double>();
        var cpu = new List<double>();
        while (goesOn(wall.Count))
        {
            var clock = ThreadClock.Nanoseconds;
            var start = Stopwatch.GetTimestamp();
            index.Search(log[wall.Count % log.Length]);
            wall.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            cpu.Add((ThreadClock.Nanoseconds - clock) / 1e6);
        }

        return ([.. wall.Order()], [.. cpu.Order()]);
    }

    private static string Line(int records, string name, (double[] Wall, double[] Cpu) times) =>
        $"| {records:N0} | {name} | {times.Wall.Length:N0} | {Spread(times.Wall)} | {Spread(times.Cpu)} |\n";

    private static string Spread(double[] sorted) =>
        string.Join(" / ", new[] { 0.5, 0.95, 0.99 }.Select(share => $"{Measure.Percentile(sorted, share):F2}"));
}
