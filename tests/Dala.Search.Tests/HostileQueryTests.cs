using System.Runtime.InteropServices;
using System.Text;
using Dala.Testing.Searching;

namespace Dala.Search.Tests;

/// <summary>Queries that nobody asks in good faith: each is answered or refused, and none costs much more than another.</summary>
public sealed partial class HostileQueryTests(SyntheticIndex records)
{
    private const int Queries = 10_000;
    private const int FirstQueries = 300;

    // Of a processor, which machines that test share with others.
    private static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan MostTimeOfAll = TimeSpan.FromSeconds(60);
    private const long MostMemory = 64 << 20;

    private static readonly string[] Glue =
    [
        "\"",
        "-",
        "*",
        "~",
        ":",
        "title:",
        "text:",
        "title:title:",
        "-title:\"",
        " ",
        "  ",
        "\t",
        "\n",
        "\0",
        "(",
        ")",
        "((((",
        "[a-z]+",
        ".*.*.*",
        "(a+)+$",
        "\\",
        "%",
        "_",
        "'",
        "''--",
        "’",
        "ʻ",
        "«",
        "»",
        "\uFF1A",
        "\uFF0A",
        "\uFF5E",
        "\u202E",
        "\u2066",
        "\u2069",
        "\u200F",
        "\u200D",
        "\u00AD",
        "\uFEFF",
        "\uD800",
        "\uDC00",
        "\uD83D\uDE00",
        "\u0301\u0301\u0301\u0301",
        "\uFDFA",
        "\u1100\u1161",
        "—",
        "&&",
        "||",
        " AND ",
        " NOT ",
        "^2",
        "{}",
        "/x/",
    ];

    private static readonly string[] Stems =
    [
        "a",
        "е",
        "о",
        "ا",
        "的",
        "一",
        "ka",
        "по",
        "со",
        "x",
        "1",
        "é",
        "ə",
        "q",
        "ң",
        "zz",
    ];

    [Fact]
    public void Each_is_answered_or_refused_in_bounded_time_and_memory()
    {
        var index = records.Index;
        // What is compiled and mapped at the first use is not the query's.
        var random = new Random(4);
        for (var i = 0; i < FirstQueries; i++)
            Measure(index, Query(random), out _);
        random = new Random(5);
        var slowest = (Time: TimeSpan.Zero, Query: "");
        var largest = (Memory: 0L, Query: "");
        var refused = 0;
        var begun = CpuTime();
        for (var i = 0; i < Queries; i++)
        {
            var query = Query(random);
            var memory = GC.GetAllocatedBytesForCurrentThread();
            var time = Measure(index, query, out var isRefused);
            if (GC.GetAllocatedBytesForCurrentThread() - memory is var used && used > largest.Memory)
                largest = (used, Show(query));
            // The garbage of others may have been collected meanwhile; what is without bound is so every time.
            if (time >= MostTime)
                time = Measure(index, query, out isRefused);
            if (isRefused)
                refused++;
            if (time > slowest.Time)
                slowest = (time, Show(query));
            Assert.True(time < MostTime, $"{time}: {Show(query)}");
            Assert.True(CpuTime() - begun < MostTimeOfAll, $"{CpuTime() - begun} for {i}; slowest {slowest}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Queries} hostile queries in {CpuTime() - begun}; slowest {slowest.Time}: {slowest.Query}; largest {largest.Memory}: {largest.Query}"
        );
        Assert.True(largest.Memory < MostMemory, $"{largest.Memory} bytes: {largest.Query}");
        Assert.InRange(refused, 1, Queries / 5);
    }

    private static TimeSpan Measure(SearchIndex index, SearchQuery query, out bool isRefused)
    {
        var start = CpuTime();
        isRefused = false;
        try
        {
            var result = index.Search(query);
            Assert.InRange(result.Items.Count, 0, Math.Min(query.Size, result.Total));
        }
        catch (Exception exception)
            when (exception is BadCursorException or ArgumentException { ParamName: "query" or "name" or "field" })
        {
            isRefused = true;
        }

        return CpuTime() - start;
    }

    [Theory]
    [InlineData("*")]
    [InlineData("a*")]
    [InlineData("~")]
    [InlineData("a~")]
    [InlineData("title:")]
    [InlineData("title:*")]
    [InlineData("title:a*")]
    [InlineData("-title:a*")]
    [InlineData("------a")]
    [InlineData("\"a\"b\"c\"")]
    [InlineData("a* b* c* d* e* f* g* h* i* j* k* l* m* n* o* p* q* r* s* t* u* v* w* x* y* z*")]
    public void Suggests_and_marks_whatever_is_typed(string text)
    {
        Assert.InRange(records.Index.Suggest(text, 10).Count, 0, 10);
        Assert.InRange(records.Index.Suggest(string.Concat(Enumerable.Repeat(text, 2000)), 10).Count, 0, 10);
        Assert.InRange(
            new Highlighter(string.Concat(Enumerable.Repeat(text + " ", 2000))).Best(text, null, 50).Text.Length,
            0,
            50
        );
    }

    private static SearchQuery Query(Random random) =>
        new()
        {
            Text = Text(random),
            Any = random.Next(4) == 0,
            Furthest = (MatchLevel)random.Next(6),
            Explain = random.Next(10) == 0,
            Order = (SearchOrder)random.Next(3),
            After = random.Next(10) == 0 ? Cursor(random) : null,
            Size = random.Next(50) switch
            {
                0 => int.MaxValue,
                1 => -random.Next(2),
                2 => 10_000,
                _ => random.Next(30),
            },
            FacetSize = random.Next(20) == 0 ? int.MaxValue : random.Next(30),
            Facets = random.Next(50) == 0 ? ["colour"] : [.. SyntheticFacets.Fields.Where(_ => random.Next(4) == 0)],
            Filters = random.Next(3) == 0 ? Filters(random) : new Dictionary<string, IReadOnlyList<string>>(),
            DateFrom = random.Next(10) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : null,
            DateTo = random.Next(10) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : null,
            PreferredLanguages = random.Next(5) == 0 ? ["", "xx-invalid-", "\uD800", "kk-Cyrl", Piece(random)] : [],
            Equivalents =
                random.Next(10) == 0
                    ?
                    [
                        .. Enumerable
                            .Range(0, random.Next(30))
                            .Select(_ => new Equivalent(Piece(random), "subject", Piece(random))),
                    ]
                    : [],
        };

    private static Dictionary<string, IReadOnlyList<string>> Filters(Random random) =>
        new()
        {
            [random.Next(20) == 0 ? "\uD800" : SyntheticFacets.Fields[random.Next(5)]] =
            [
                .. Enumerable
                    .Range(0, random.Next(40))
                    .Select(_ => random.Next(2) == 0 ? Piece(random) : SyntheticFacets.Values[4][random.Next(400)]),
            ],
        };

    private static string Cursor(Random random)
    {
        var bytes = new byte[random.Next(60)];
        random.NextBytes(bytes);
        return random.Next(2) == 0 ? Text(random) : System.Buffers.Text.Base64Url.EncodeToString(bytes);
    }

    private static string Text(Random random) =>
        random.Next(40) switch
        {
            0 => new string(Piece(random).FirstOrDefault('a'), random.Next(20_000)),
            1 => string.Concat(Enumerable.Repeat(Piece(random), random.Next(4_000))),
            2 => string.Join(' ', Enumerable.Range(0, 200).Select(_ => Stems[random.Next(Stems.Length)] + "*")),
            3 => string.Join(' ', Enumerable.Range(0, 200).Select(_ => Piece(random) + "~")),
            4 => string.Concat(Enumerable.Range(0, 500).Select(i => $"-w{i} ")),
            5 => "\""
                + string.Join(' ', Enumerable.Range(0, random.Next(5_000)).Select(_ => Stems[random.Next(Stems.Length)]))
                + "\"",
            6 => string.Join(' ', Enumerable.Range(0, random.Next(5_000)).Select(_ => Piece(random))),
            7 => "\"" + string.Join(' ', Enumerable.Range(0, random.Next(5_000)).Select(_ => Piece(random))) + "\"",
            8 => new string([.. Enumerable.Range(0, random.Next(300)).Select(_ => (char)random.Next(0x10000))]),
            _ => Glued(random),
        };

    private static string Glued(Random random)
    {
        var text = new StringBuilder();
        for (var parts = random.Next(1, 12); parts > 0; parts--)
            text.Append(Piece(random));
        return text.ToString();
    }

    private static string Piece(Random random) =>
        random.Next(3) switch
        {
            0 => Glue[random.Next(Glue.Length)],
            1 => Stems[random.Next(Stems.Length)],
            _ => SyntheticLanguage.All[random.Next(SyntheticLanguage.All.Count)].Language.Word(random.Next(300)),
        };

    // What this thread has used of a processor; on a machine that others use too, a clock on the wall tells little.
    private static TimeSpan CpuTime()
    {
        if (!OperatingSystem.IsLinux())
            return TimeSpan.FromMilliseconds(Environment.TickCount64);
        const int threadCpuTime = 3;
        Assert.Equal(0, ClockTime(threadCpuTime, out var time));
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / 100);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockTime(int clock, out ClockReading time);

    private readonly record struct ClockReading(long Seconds, long Nanoseconds);

    private static string Show(SearchQuery query) => $"{query with { Text = query.Text[..Math.Min(query.Text.Length, 200)] }}";
}
