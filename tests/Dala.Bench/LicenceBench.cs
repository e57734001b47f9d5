using System.Diagnostics;
using System.Globalization;
using Dala.Bench.Searching;
using Dala.Standards.Licences;

namespace Dala.Bench;

/// <summary>How fast licence statements are read, and how fast it is said what may be made of ten works.</summary>
internal static class LicenceBench
{
    private const int Seconds = 5;
    private const int Sources = 10;
    private const int Mixes = 5_000;

    public static int Run(string[] arguments)
    {
        var statements = Statements();
        var perSecond = Recognised(statements);
        var (mean, p99, worst) = Combined();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Measure.Machine}, {TimeProvider.System.GetUtcNow():d MMMM yyyy}.

            | what | goal | measured |
            | --- | --- | --- |
            | licence statements read, one thread, {statements.Length:N0} different ones | ≥ 200,000/s | {perSecond:N0}/s |
            | what may be made of {Sources} works, {Mixes:N0} random mixes, both ways | ≤ 50 µs | mean {mean:F1} µs, p99 {p99:F1} µs, worst {worst:F1} µs |
            """
        );
        Console.WriteLine(text);
        if (arguments.Contains("--write"))
            PerformancePage.Write("licences", text);
        return 0;
    }

    // Addresses in several spellings, SPDX ids, short names and official titles of every licence, and what is no licence.
    private static string[] Statements() =>
        [
            .. Licences
                .All.SelectMany(licence =>
                    new[]
                    {
                        licence.Uri,
                        licence.Uri.Replace("https://", "http://www.", StringComparison.Ordinal),
                        licence.Uri.TrimEnd('/') + "/legalcode",
                        licence.Uri + "deed.fr?ref=chooser",
                        licence.Spdx ?? licence.Unit,
                        licence.Label,
                        licence.Label.ToLowerInvariant(),
                        $"Creative Commons {licence.Titles["en"]} ({licence.Label})",
                    }
                )
                .Distinct(StringComparer.Ordinal),
            "all rights reserved",
            "© 2019 Ministry of Education. All rights reserved.",
            "for personal study only",
            "CC-BY-ND-SA",
            "CC BY",
            "See the terms of use of each chapter; most of them may be copied, but not all.",
            "",
        ];

    private static double Recognised(string[] statements)
    {
        var read = 0L;
        // The first round warms up.
        for (var round = 0; round < 2; round++)
        {
            read = 0;
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < Seconds)
            {
                foreach (var statement in statements)
                    Licences.Recognise(statement);
                read += statements.Length;
            }
        }

        return (double)read / Seconds;
    }

    private static (double Mean, double P99, double Worst) Combined()
    {
        var random = new Random(2019);
        Licence[] all = [.. Licences.All];
        Licence?[][] mixes =
        [
            .. Enumerable
                .Range(0, Mixes)
                .Select(_ => Enumerable.Range(0, Sources).Select(_ => all[random.Next(all.Length)]).ToArray()),
        ];
        var took = new double[Mixes];
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < Mixes; i++)
            {
                var start = Stopwatch.GetTimestamp();
                Compatibility.Of(mixes[i], i % 2 == 0 ? Making.Adaptation : Making.Collection);
                took[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }
        }

        Array.Sort(took);
        return (took.Average(), Measure.Percentile(took, 0.99), took[^1]);
    }
}
