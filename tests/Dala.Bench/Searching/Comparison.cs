using Dala.Testing.Searching;

namespace Dala.Bench.Searching;

/// <summary>All that was measured of one engine at one size.</summary>
internal sealed record Measured(string Engine, BuildReport? Build, AskReport Ask);

/// <summary>All engines at one size, over the same records and the same log.</summary>
internal sealed record Comparison(
    int Records,
    IReadOnlyList<LoggedQuery> Log,
    IReadOnlyList<Measured> Engines,
    IReadOnlyDictionary<int, double> Floor
)
{
    public Measured Own => Engines.First(engine => engine.Engine == Engine.Own);

    /// <summary>Every query that another engine has answered otherwise than this program's index, where they mean the same.</summary>
    public IEnumerable<string> Differences() =>
        Engines
            .Where(other => other.Engine is Engine.Fts5 or Engine.Postgres)
            .SelectMany(other =>
                other
                    .Ask.Queries.Select(theirs => (Ours: Own.Ask.Queries[theirs.Number], Theirs: theirs))
                    .Where(pair => Differ(pair.Ours, pair.Theirs))
                    .Select(pair =>
                        $"{Log[pair.Theirs.Number]}\n    {Engine.Own}: {Said(pair.Ours)}\n    {other.Engine}: {Said(pair.Theirs)}"
                    )
            );

    // PostgreSQL does not count as if a filter were off, and says nothing of it.
    private static bool Differ(AskedQuery ours, AskedQuery theirs) =>
        ours.Total != theirs.Total
        || ours.FacetSum != theirs.FacetSum
        || ours.Page != theirs.Page
        || (theirs.Counts.Length > 0 && ours.Counts != theirs.Counts);

    private static string Said(AskedQuery query) =>
        $"{query.Total} hits, counts that sum to {query.FacetSum} ({query.Counts}), page {query.Page}";
}
