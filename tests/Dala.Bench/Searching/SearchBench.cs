using System.Globalization;
using Dala.Testing;
using Dala.Testing.Searching;

namespace Dala.Bench.Searching;

/// <summary>
/// The index beside SQLite's FTS5 and PostgreSQL: the same made-up records, the same log of 600 queries, the same answers. Each engine builds and answers
/// in a process of its own, so that time and memory are its own.
/// </summary>
internal static class SearchBench
{
    private const int Queries = 600;

    // Of a million records on, PostgreSQL answers every fifth turn of the ten kinds: it takes seconds for some.
    private const int ManyRecords = 1_000_000;
    private const int QueriesOfMany = 120;

    public static int Run(string[] arguments)
    {
        var options = SearchOptions.Of(arguments);
        var heading =
            $"{Measure.Machine}, {TimeProvider.System.GetUtcNow().ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}";
        Console.WriteLine(heading);
        var engines = Engines(options);
        var tables = $"{heading}.\n";
        var differences = 0;
        foreach (var records in options.Records)
        {
            var comparison = Compare(engines, records);
            var text = ComparisonTables.Of(comparison);
            Console.WriteLine("\n" + text);
            foreach (var difference in comparison.Differences())
            {
                differences++;
                Console.Error.WriteLine($"DIFFERENT: {difference}");
            }

            tables += $"\n{text}";
        }

        var checks = differences == 0 ? "All totals, counts and pages by date are equal." : $"{differences} ANSWERS DIFFER.";
        Console.WriteLine(checks);
        if (options.Write)
            PerformancePage.Write("search", $"{tables}\n{checks}");
        return differences == 0 ? 0 : 1;
    }

    /// <summary>The log over so many records, or its first queries.</summary>
    public static IReadOnlyList<LoggedQuery> Log(int records, int queries = Queries) =>
        QueryLog.Of(new SyntheticRecords(), records, queries);

    private static List<string> Engines(SearchOptions options)
    {
        var engines = new List<string> { Engine.Own, Engine.OwnAllLevels, Engine.Fts5 };
        if (options.WithPostgres && PostgresServer.Programs is not null)
            engines.Add(Engine.Postgres);
        else
            Console.WriteLine(
                options.WithPostgres
                    ? "PostgreSQL is not installed (Debian: postgresql); going on without it."
                    : "Without PostgreSQL."
            );
        return [.. engines.Where(engine => options.Only is null || engine == Engine.Own || options.Only == engine)];
    }

    private static Comparison Compare(List<string> engines, int records)
    {
        using var folder = new TempFolder();
        var measured = new List<Measured>();
        IReadOnlyDictionary<int, double> floor = new Dictionary<int, double>();
        foreach (var engine in engines)
        {
            // Both ways of asking this program's index have one folder.
            var reuses = engine == Engine.OwnAllLevels;
            var path = folder.At(reuses ? Engine.Own : engine);
            var queries = engine == Engine.Postgres && records >= ManyRecords ? QueriesOfMany : Queries;
            var build = reuses ? null : ChildProcess.BuildIn(path, engine, records);
            if (build is not null)
                Console.WriteLine(
                    $"{engine}: {records:N0} records taken in, {build.WallSeconds:F0} s wall, {build.CpuSeconds:F0} s CPU"
                );
            var ask = ChildProcess.AskIn(path, engine, records, queries);
            double[] cpu = [.. ask.Queries.Select(query => query.Cpu).Order()];
            Console.WriteLine(
                $"{engine}: {cpu.Length} queries, CPU ms mean {cpu.Average():F3}, p99 {Measure.Percentile(cpu, 0.99):F2}; {ask.ResidentMegabytes:F0} MB"
            );
            measured.Add(new Measured(engine, build, ask));
            if (engine == Engine.Fts5)
                floor = ChildProcess.FloorIn(path, records, Queries);
            if (engine is Engine.Fts5 or Engine.Postgres)
                Directory.Delete(path, recursive: true);
        }

        return new Comparison(records, Log(records), measured, floor);
    }
}
