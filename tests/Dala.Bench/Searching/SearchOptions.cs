using System.Globalization;

namespace Dala.Bench.Searching;

/// <summary>What was asked on the command line of <c>bench search</c>.</summary>
/// <param name="Only">The one peer to run; null for all.</param>
/// <param name="Write">Whether the tables go into docs/performance.md.</param>
internal sealed record SearchOptions(IReadOnlyList<int> Records, bool WithPostgres, string? Only, bool Write)
{
    public const string Help =
        "bench search [--records 100000,1000000] [--without-postgres] [--only fts5|postgres|dala-all-levels] [--write]\n"
        + "bench search --while-indexing | --http [--records 100000] [--write]\n"
        + "bench search --gutenberg";

    public static SearchOptions Of(string[] arguments) =>
        new(
            After(arguments, "--records") is { } records
                ? [.. records.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))]
                : [100_000, 1_000_000],
            !arguments.Contains("--without-postgres"),
            After(arguments, "--only"),
            arguments.Contains("--write")
        );

    private static string? After(string[] arguments, string name)
    {
        var at = Array.IndexOf(arguments, name);
        return at < 0 || at + 1 == arguments.Length ? null : arguments[at + 1];
    }
}
