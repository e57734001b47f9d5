using Dala.Testing;

namespace Dala.Bench.Searching;

/// <summary>Writes what was measured into its place on the page docs/performance.md.</summary>
internal static class PerformancePage
{
    public static void Write(string name, string tables)
    {
        var path = Path.Combine(SharedData.Root, "docs", "performance.md");
        var page = File.ReadAllText(path);
        var (begin, end) = ($"<!-- {name} -->", $"<!-- /{name} -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal);
        var to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
            throw new InvalidOperationException($"{path} has no place between {begin} and {end}.");
        File.WriteAllText(path, $"{page[..(from + begin.Length)]}\n\n{tables.Trim()}\n\n{page[to..]}");
    }
}
