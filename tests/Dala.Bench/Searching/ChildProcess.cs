using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dala.Testing.Searching;

namespace Dala.Bench.Searching;

/// <summary>Runs a step of one engine in a process of its own, which leaves its report in a file.</summary>
internal static class ChildProcess
{
    /// <summary>The word that makes this program take a step instead of running the whole bench.</summary>
    public const string Word = "search-step";

    private const string Build = "build";
    private const string Ask = "ask";
    private const string Floor = "floor";

    public static BuildReport BuildIn(string folder, string engine, int records) =>
        Run<BuildReport>(Build, engine, folder, records, 0);

    public static AskReport AskIn(string folder, string engine, int records, int queries) =>
        Run<AskReport>(Ask, engine, folder, records, queries);

    public static IReadOnlyDictionary<int, double> FloorIn(string folder, int records, int queries) =>
        Run<Dictionary<int, double>>(Floor, Engine.Fts5, folder, records, queries);

    /// <summary>The other side: takes the step that the arguments name.</summary>
    public static int Take(string[] arguments)
    {
        try
        {
            File.WriteAllBytes(arguments[5], JsonSerializer.SerializeToUtf8Bytes(Report(arguments)));
            return 0;
        }
        catch (Exception fault)
        {
            // Not left to the runtime, which would end at once and leave a server behind.
            Console.Error.WriteLine(fault);
            return 1;
        }
    }

    private static object Report(string[] arguments)
    {
        var (step, name, folder) = (arguments[0], arguments[1], arguments[2]);
        var records = int.Parse(arguments[3], CultureInfo.InvariantCulture);
        var queries = int.Parse(arguments[4], CultureInfo.InvariantCulture);
        using var engine = Engine.Of(name, folder, records);
        return step switch
        {
            Build => BuildRun.Run(engine),
            Ask => AskRun.Run(engine, SearchBench.Log(records, queries)),
            _ => FacetFloor.Of(Fts5Index.Open(folder), SearchBench.Log(records, queries)),
        };
    }

    private static T Run<T>(string step, string engine, string folder, int records, int queries)
    {
        Directory.CreateDirectory(folder);
        var report = folder + ".json";
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false };
        // Started by `dotnet`, this program is the first argument of it.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        foreach (var argument in (string[])[Word, step, engine, folder, Text(records), Text(queries), report])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{engine} ended its step {step} with {process.ExitCode}.");
        return JsonSerializer.Deserialize<T>(File.ReadAllBytes(report))!;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
