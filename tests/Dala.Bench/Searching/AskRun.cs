using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Dala.Testing.Searching;

namespace Dala.Bench.Searching;

/// <summary>What a query took (medians, in ms) and what came of it.</summary>
internal sealed record AskedQuery(int Number, double Cpu, double Wall, int Total, long FacetSum, string Counts, string Page);

/// <summary>What several clients at once got answered.</summary>
internal sealed record Throughput(int Clients, double QueriesPerSecond, double CpuPerQuery);

/// <summary>How an engine has answered the log.</summary>
/// <param name="OpenMilliseconds">From nothing to the first answer with counts, in a new process.</param>
/// <param name="ResidentMegabytes">After the whole log.</param>
/// <param name="ProcessCpuPerQuery">In ms, all threads of the process.</param>
internal sealed record AskReport(
    double OpenMilliseconds,
    double ResidentMegabytes,
    double ProcessCpuPerQuery,
    IReadOnlyList<AskedQuery> Queries,
    IReadOnlyList<Throughput> Throughputs
);

/// <summary>Opens the index of one engine and answers the log; in a process of its own.</summary>
internal static class AskRun
{
    public static AskReport Run(Engine engine, IReadOnlyList<LoggedQuery> log)
    {
        var start = Stopwatch.GetTimestamp();
        engine.Open();
        using var client = engine.Connect();
        client.Prepare(log.First(query => query.Kind is QueryKind.MultiTerm))();
        var opened = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        var asked = log.Select(client.Prepare).ToList();
        for (var round = 0; round < engine.WarmingRounds; round++)
            asked.ForEach(ask => ask());
        var before = engine.CpuSeconds;
        var rounds = Enumerable.Range(0, engine.Rounds).Select(_ => asked.Select(ask => Time(client, ask)).ToArray()).ToArray();
        var cpu = (engine.CpuSeconds - before) * 1000 / (log.Count * engine.Rounds);
        var resident = engine.ResidentMegabytes;

        return new AskReport(
            opened,
            resident,
            cpu,
            [.. log.Select((query, i) => Asked(query, client.Answer(query), [.. rounds.Select(round => round[i])]))],
            [.. new[] { 2, 8 }.Select(clients => Many(engine, log, clients))]
        );
    }

    private static (double Cpu, double Wall) Time(Client client, Func<int> ask)
    {
        var cpu = client.CpuNanoseconds;
        var wall = Stopwatch.GetTimestamp();
        ask();
        var took = Stopwatch.GetElapsedTime(wall).TotalMilliseconds;
        return ((client.CpuNanoseconds - cpu) / 1e6, took);
    }

    private static AskedQuery Asked(LoggedQuery query, Answer answer, (double Cpu, double Wall)[] times) =>
        new(
            query.Number,
            Median(times.Select(time => time.Cpu)),
            Median(times.Select(time => time.Wall)),
            answer.Total,
            answer.FacetSum,
            Digest(answer.Counts),
            Digest(answer.Page)
        );

    // Each client begins elsewhere in the log, and asks as many queries as the others.
    private static Throughput Many(Engine engine, IReadOnlyList<LoggedQuery> log, int clients)
    {
        var connections = Enumerable.Range(0, clients).Select(_ => engine.Connect()).ToList();
        var asked = connections.Select(client => log.Select(client.Prepare).ToList()).ToList();
        var queries = engine.QueriesOfMany / clients;
        var cpu = engine.CpuSeconds;
        var wall = Stopwatch.GetTimestamp();
        var threads = asked
            .Select(
                (own, client) =>
                    new Thread(() =>
                    {
                        for (var i = 0; i < queries; i++)
                            own[(i + (client * log.Count / clients)) % log.Count]();
                    })
            )
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var seconds = Stopwatch.GetElapsedTime(wall).TotalSeconds;
        var used = engine.CpuSeconds - cpu;
        connections.ForEach(connection => connection.Dispose());
        return new Throughput(clients, queries * clients / seconds, used * 1000 / (queries * clients));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static string Digest(string text) =>
        text.Length == 0 ? "" : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..8]);
}
