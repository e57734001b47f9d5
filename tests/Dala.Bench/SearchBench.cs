using System.Diagnostics;
using Dala.Library.Finding;
using Dala.Platform.Data;
using Dala.Search;
using Dala.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Bench;

/// <summary>CPU per query of the index, with six facets and without, beside SQLite's FTS5 over the same texts (which counts no facets).</summary>
internal static class SearchBench
{
    private const int Repetitions = 40;

    private static readonly string[] Queries =
    [
        "history", "the", "history france century", "\"united states\"", "hist*", "shakespeare", "война", "alice wonderland", "géométrie", "poems",
        "voyage autour du monde", "\"of the\"", "the of and", "children -fiction", "zoology",
    ];

    public static async Task<int> Run()
    {
        Console.WriteLine(Measure.Machine);
        await using var library = await Gutenberg.Imported();
        var index = library.Services.GetRequiredService<LibraryIndex>().Current;
        Console.WriteLine($"{index.Count:N0} resources; memory {Measure.Megabytes:F0} MB, peak {Measure.PeakMegabytes:F0} MB");
        await ColdStart(library);

        using var peer = Peer(library);
        var rounds = Queries.Select(query => (query, Own: Own(index, query, facets: true), Bare: Own(index, query, facets: false), Fts: Fts(peer, query))).ToList();
        Console.WriteLine("query | hits | with 6 facets, ms CPU | without facets | FTS5 bm25 top 20, no facets | FTS5 / own without facets");
        foreach (var (query, own, bare, fts) in rounds)
            Console.WriteLine($"{query} | {index.Search(new SearchQuery { Text = query }).Total:N0} | {own:F2} | {bare:F2} | {fts:F2} | {fts / bare:F1}");
        Summary("with 6 facets", rounds.Select(round => round.Own));
        Summary("without facets", rounds.Select(round => round.Bare));
        Summary("FTS5, no facets", rounds.Select(round => round.Fts));

        var page = await Measure.Of(async () =>
        {
            for (var i = 0; i < 200; i++)
                await library.Find(new Find { Text = Queries[i % Queries.Length] });
        });
        Console.WriteLine($"whole use case (search, facets, claims of 20 resources, passages): {page.Cpu * 1000 / 200:F1} ms CPU");
        return 0;
    }

    private static async Task ColdStart(TestLibrary library)
    {
        await Task.Yield();
        var folder = library.Folder.At("copy");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(library.Folder.At("data/index")).Where(file => !file.EndsWith("lock", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var start = Stopwatch.GetTimestamp();
        using var index = SearchIndex.Open(folder, LibraryIndex.Schema);
        var total = index.Search(new SearchQuery { Text = "history", Facets = LibraryIndex.Facets }).Total;
        Console.WriteLine($"open the index and answer the first query ({total:N0} hits): {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
    }

    private static double Own(ISearchIndex index, string text, bool facets) =>
        Median(() => index.Search(new SearchQuery { Text = text, Facets = facets ? LibraryIndex.Facets : [] }));

    private static double Fts(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select rowid, bm25(t, 4, 2, 2) as rank from t where t match $q order by rank limit 20";
        command.Parameters.AddWithValue("$q", InFts(text));
        return Median(() =>
        {
            using var rows = command.ExecuteReader();
            while (rows.Read()) { }
        });
    }

    // The same meaning in FTS5's words: everything must match, a minus takes away.
    private static string InFts(string text) =>
        text.Contains('"') || text.Contains('*') ? text
        : text.Contains(" -") ? text.Replace(" -", " NOT ")
        : string.Join(" AND ", text.Split(' ').Select(word => $"\"{word}\""));

    private static SqliteConnection Peer(TestLibrary library)
    {
        var connection = Sqlite.Open(library.Folder.At("peer.db"));
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            attach '{library.Folder.At("data/dala.db")}' as d;
            create virtual table t using fts5 (title, name, subject, content='', tokenize='unicode61 remove_diacritics 2');
            insert into t (rowid, title, name, subject)
            select resource.rowid,
                   (select group_concat(value, ' ') from d.claim where resource_id = resource.id and field = 'title'),
                   (select group_concat(value, ' ') from d.claim where resource_id = resource.id and field = 'creator'),
                   (select group_concat(value, ' ') from d.claim where resource_id = resource.id and field = 'keyword')
            from d.resource;
            insert into t (t) values ('optimize');
            """;
        command.ExecuteNonQuery();
        return connection;
    }

    // One thread runs, so that the thread's wall time on a quiet machine is its CPU time; the median keeps neighbours out.
    private static double Median(Action query)
    {
        query();
        var times = new double[Repetitions];
        for (var i = 0; i < Repetitions; i++)
        {
            var start = Stopwatch.GetTimestamp();
            query();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Repetitions / 2];
    }

    private static void Summary(string name, IEnumerable<double> medians)
    {
        double[] sorted = [.. medians.Order()];
        Console.WriteLine(
            $"{name}: p50 {Measure.Percentile(sorted, 0.5):F2} ms, p95 {Measure.Percentile(sorted, 0.95):F2} ms, p99 {Measure.Percentile(sorted, 0.99):F2} ms, mean {sorted.Average():F2} ms"
        );
    }
}
