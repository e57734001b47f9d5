using System.Globalization;
using System.Text;
using Dala.Testing.Searching;

namespace Dala.Bench.Searching;

/// <summary>A comparison as tables in Markdown; in brackets how many times the figure of this program's index it is.</summary>
internal static class ComparisonTables
{
    public static string Of(Comparison comparison)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### {comparison.Records:N0} records\n\n");
        Costs(text, comparison);
        Kinds(text, comparison, "CPU ms per query: p50 / p95 / p99 / mean", query => query.Cpu);
        Kinds(text, comparison, "Wall ms per query, one client: p50 / p95 / p99 / mean", query => query.Wall);
        return text.ToString();
    }

    private static void Costs(StringBuilder text, Comparison comparison)
    {
        text.Append(
            "| | index CPU s | records per wall s | then put in order, CPU s | MB on disk | peak MB | open, first answer, ms | MB while answering |"
                + " CPU ms: p50 / p95 / p99 / mean | wall ms: p50 / p95 / p99 / mean | CPU ms of all threads, mean | queries/s, 2 clients | 8 clients |\n"
                + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        );
        foreach (var engine in comparison.Engines)
        {
            var own = comparison.Own;
            var (build, ask) = (engine.Build, engine.Ask);
            string[] cells =
            [
                Name(comparison, engine),
                build is null ? "" : Ratio(build.CpuSeconds, own.Build!.CpuSeconds, "F1"),
                build is null ? "" : Figure(comparison.Records / build.WallSeconds, "N0"),
                build is null ? "" : Figure(build.TidyCpuSeconds, "F1"),
                build is null ? "" : Ratio(build.Megabytes, own.Build!.Megabytes, "N0"),
                build is null ? "" : Figure(build.PeakMegabytes, "N0"),
                Figure(ask.OpenMilliseconds, "N0"),
                Figure(ask.ResidentMegabytes, "N0"),
                Spread(ask.Queries.Select(query => query.Cpu)),
                Spread(ask.Queries.Select(query => query.Wall)),
                Figure(ask.ProcessCpuPerQuery, "F3"),
                .. ask.Throughputs.Select(many => Figure(many.QueriesPerSecond, "N0")),
            ];
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |\n");
        }

        text.Append('\n');
    }

    private static void Kinds(StringBuilder text, Comparison comparison, string title, Func<AskedQuery, double> time)
    {
        var engines = comparison.Engines;
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {title} | {string.Join(" | ", engines.Select(engine => engine.Engine))} | bare loop |\n"
        );
        text.Append("| --- |").Insert(text.Length, " --- |", engines.Count + 1).Append('\n');
        Kind("all", _ => true);
        Kind("with facets", query => query.CountsFacets);
        Kind("without facets", query => !query.CountsFacets);
        foreach (var kind in Enum.GetValues<QueryKind>())
            Kind(Words(kind), query => query.Kind == kind);
        Kind("of them in Chinese", query => query.IsChinese);
        text.Append('\n');

        void Kind(string name, Func<LoggedQuery, bool> belongs)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} |");
            foreach (var engine in engines)
            {
                // A peer that answered a part of the log only is compared over that part.
                double[] times = Sorted(engine.Ask.Queries);
                var numbers = engine.Ask.Queries.Select(query => query.Number).ToHashSet();
                double[] ours = Sorted(comparison.Own.Ask.Queries.Where(query => numbers.Contains(query.Number)));
                text.Append(times.Length == 0 ? " |" : $" {Spread(times)}{Times(times.Average(), ours.Average())} |");
            }

            double[] floor =
            [
                .. comparison.Floor.Where(query => belongs(comparison.Log[query.Key])).Select(query => query.Value),
            ];
            text.Append(floor.Length == 0 ? " |\n" : $" {Figure(floor.Average(), "F3")} |\n");

            double[] Sorted(IEnumerable<AskedQuery> queries) =>
                [.. queries.Where(query => belongs(comparison.Log[query.Number])).Select(time).Order()];
        }
    }

    private static string Name(Comparison comparison, Measured engine) =>
        engine.Ask.Queries.Count == comparison.Log.Count
            ? engine.Engine
            : $"{engine.Engine}, {engine.Ask.Queries.Count} of the queries, once";

    private static string Words(QueryKind kind) =>
        kind switch
        {
            QueryKind.MatchAll => "everything, five facets",
            QueryKind.MultiTerm => "several words, five facets",
            QueryKind.Filter => "word and filters, five facets",
            QueryKind.ByDate => "word, by date",
            QueryKind.DeepPage => "two words, deep page by date",
            _ => kind.ToString().ToLowerInvariant(),
        };

    private static string Spread(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        var shares = new[] { 0.5, 0.95, 0.99 }.Select(share => Figure(Measure.Percentile(sorted, share), "F2"));
        return string.Join(" / ", shares.Append(Figure(sorted.Average(), "F3")));
    }

    private static string Ratio(double value, double own, string format) => Figure(value, format) + Times(value, own);

    // How many times our own; nothing for our own.
    private static string Times(double value, double own) =>
        value.Equals(own) || own <= 0 ? "" : $" ({Figure(value / own, value / own < 10 ? "F1" : "N0")}×)";

    private static string Figure(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
