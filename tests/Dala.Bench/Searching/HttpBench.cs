using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dala.Library;
using Dala.Library.Finding;
using Dala.Platform.Data;
using Dala.Platform.Settings;
using Dala.Serving;
using Dala.Testing;
using Dala.Testing.Searching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Dala.Bench.Searching;

/// <summary>Answers a second of <c>/api/resources</c> to eight clients, beside Kestrel's plain text; the records come in by the library's own import.</summary>
internal static class HttpBench
{
    private const int Clients = 8;
    private const int Seconds = 15;

    public static async Task<int> Run(SearchOptions options)
    {
        Console.WriteLine(Measure.Machine);
        if (Wrk is null)
        {
            await Console.Error.WriteLineAsync("wrk, which asks, is not installed (Debian: wrk).");
            return 1;
        }

        var text =
            $"| records | | answers/s, {Clients} clients | server CPU ms each | KB each |\n| --- | --- | --- | --- | --- |\n";
        foreach (var records in options.Records)
            text += await Measured(records);
        Console.WriteLine(text);
        if (options.Write)
            PerformancePage.Write("search-http", text);
        return 0;
    }

    private static string? Wrk =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "wrk"))
            .FirstOrDefault(File.Exists);

    private static async Task<string> Measured(int records)
    {
        using var folder = new TempFolder();
        await Fill(folder, records);

        await using var plain = Plain();
        await plain.StartAsync();
        var floor = Ask(folder, plain.Urls.First(), ["/"]);
        await plain.StopAsync();

        using var data = DataFolder.Open(folder.At("data")).Value;
        var log = SearchBench.Log(records);
        var paths = log.Select(query => Address(Asked(query))).ToList();
        AnswerParts? parts = null;
        var made = await Serving(
            data,
            "0",
            async server =>
            {
                var total = await Total(server.Urls.First() + "/api/resources");
                if (total != records)
                    throw new InvalidOperationException($"Of {records} records the server knows {total}.");
                // First, as it warms up what HTTP then asks for.
                parts = AnswerParts.Of(server.Services, log);
                return Ask(folder, server.Urls.First(), paths);
            }
        );
        var kept = await Serving(
            data,
            LibrarySettings.SearchAnswers.DefaultText,
            server => Task.FromResult(Ask(folder, server.Urls.First(), paths))
        );

        return Line(records, "Kestrel, plain text", floor)
            + Line(records, "`/api/resources`: the log, counts on six facets, each answer made", made)
            + Part(records, "the search in the index", parts!.Engine)
            + Part(records, "the rest of the use case", parts.Library)
            + Part(records, "the answer as JSON", parts.Json)
            + Line(records, "the same, asked again: answers kept (`search.answers`)", kept);
    }

    private static async Task<T> Serving<T>(DataFolder data, string answers, Func<WebApplication, Task<T>> use)
    {
        var settings = SettingValues.Read(
            Modules.Settings,
            null,
            new Hashtable(),
            [new("log.level", "error"), new("search.answers", answers)]
        );
        await using var server = Server.Build(data, settings.Value, "http://127.0.0.1:0");
        await server.StartAsync();
        var result = await use(server);
        await server.StopAsync();
        return result;
    }

    private static async Task Fill(TempFolder folder, int records)
    {
        await using var library = new TestLibrary(folder);
        AmbLines.Write(folder.At("records.jsonl"), new SyntheticRecords().Take(records));
        var import = await Measure.Of(async () =>
        {
            var report = (await library.Import("amb", folder.At("records.jsonl"))).Value;
            if (report.New != records)
                throw new InvalidOperationException($"Of {records} records {report.New} were taken in.");
            await library.Index();
        });
        Console.WriteLine($"{records:N0} records imported and indexed in {import.Wall:F0} s wall, {import.Cpu:F0} s CPU");
    }

    private static WebApplication Plain()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", () => "Hello, World!");
        return app;
    }

    /// <summary>A query of the log as an address says it.</summary>
    public static SearchParameters Asked(LoggedQuery query) =>
        new()
        {
            Question = query.ToSearchQuery().Text,
            Match = query.Kind is QueryKind.Or ? "any" : null,
            Order = query.IsByDate ? "newest" : null,
            Language = query.Kind is QueryKind.Filter ? ["en", "ru"] : [],
        };

    private static string Address(SearchParameters asked)
    {
        var path = $"/api/resources?q={Uri.EscapeDataString(asked.Question!)}";
        if (asked.Match is not null)
            path += $"&match={asked.Match}";
        if (asked.Order is not null)
            path += $"&order={asked.Order}";
        return path + string.Concat(asked.Language!.Select(language => $"&language={language}"));
    }

    private static async Task<int> Total(string address)
    {
        using var web = new HttpClient();
        using var answer = JsonDocument.Parse(await web.GetStringAsync(address));
        return answer.RootElement.GetProperty("total").GetInt32();
    }

    // Once to warm up, once to measure.
    private static (double PerSecond, double Cpu, double Kilobytes) Ask(
        TempFolder folder,
        string address,
        IReadOnlyList<string> paths
    )
    {
        var list = string.Join(",\n", paths.Select(path => $"\"{path}\""));
        var script = folder.Write(
            "ask.lua",
            $"local paths = {{{list}}}\nlocal i = 0\nrequest = function() i = i % #paths + 1 return wrk.format(\"GET\", paths[i]) end\n"
        );
        RunWrk(address, script);
        var cpu = Measure.CpuSeconds;
        var said = RunWrk(address, script);
        var used = Measure.CpuSeconds - cpu;
        if (said.Contains("Non-2xx", StringComparison.Ordinal))
            throw new InvalidOperationException(said);
        var lines = said.Split('\n', StringSplitOptions.TrimEntries);
        // "61234 requests in 15.01s, 700.11MB read"
        var counted = lines.First(line => line.Contains(" requests in ", StringComparison.Ordinal)).Split(' ');
        var requests = double.Parse(counted[0], CultureInfo.InvariantCulture);
        var rate = lines.First(line => line.StartsWith("Requests/sec:", StringComparison.Ordinal)).Split(':')[1];
        return (double.Parse(rate, CultureInfo.InvariantCulture), used * 1000 / requests, Kilobytes(counted[^2]) / requests);
    }

    private static double Kilobytes(string size)
    {
        var number = double.Parse(size.TrimEnd('K', 'M', 'G', 'B'), CultureInfo.InvariantCulture);
        return number
            * size[^2] switch
            {
                'G' => 1048576,
                'M' => 1024,
                _ => 1,
            };
    }

    private static string RunWrk(string address, string script)
    {
        var start = new ProcessStartInfo(Wrk!) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["-t2", $"-c{Clients}", $"-d{Seconds}s", "-s", script, address])
            start.ArgumentList.Add(argument);
        using var wrk = Process.Start(start)!;
        var said = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        return said;
    }

    private static string Part(int records, string name, double microseconds) =>
        $"| {records:N0} | of it {name}, on one thread | | {microseconds / 1000:F3} | |\n";

    private static string Line(int records, string name, (double PerSecond, double Cpu, double Kilobytes) asked) =>
        $"| {records:N0} | {name} | {asked.PerSecond:N0} | {asked.Cpu:F3} | {asked.Kilobytes:F1} |\n";
}
