using System.Diagnostics;
using Dala.Library.Finding;
using Dala.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Bench;

/// <summary>A few queries of people to the Gutenberg catalogue: CPU per query with six facets, and of the whole use case behind a page of results.</summary>
internal static class GutenbergSearch
{
    private const int Repetitions = 40;

    private static readonly string[] Queries =
    [
        "history",
        "the",
        "history france century",
        "\"united states\"",
        "hist*",
        "shakespeare",
        "война",
        "alice wonderland",
        "géométrie",
        "poems",
        "voyage autour du monde",
        "\"of the\"",
        "the of and",
        "children -fiction",
        "zoology",
    ];

    public static async Task<int> Run()
    {
        Console.WriteLine(Measure.Machine);
        await using var library = await Gutenberg.Imported();
        var index = library.Services.GetRequiredService<LibraryIndex>().Current;
        Console.WriteLine($"{index.Count:N0} resources; memory {Measure.Megabytes:F0} MB, peak {Measure.PeakMegabytes:F0} MB");
        Console.WriteLine("query | hits | ms with 6 facets");
        foreach (var text in Queries)
        {
            var query = new SearchQuery { Text = text, Facets = LibraryIndex.Facets };
            Console.WriteLine($"{text} | {index.Search(query).Total:N0} | {Median(() => index.Search(query)):F2}");
        }

        var page = await Measure.Of(async () =>
        {
            for (var i = 0; i < 200; i++)
                await library.Find(new Find { Text = Queries[i % Queries.Length] });
        });
        Console.WriteLine(
            $"whole use case (search, facets, claims of 20 resources, passages): {page.Cpu * 1000 / 200:F1} ms CPU"
        );
        return 0;
    }

    private static double Median(Action query)
    {
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
}
