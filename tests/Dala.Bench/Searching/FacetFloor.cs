using Dala.Testing.Searching;

namespace Dala.Bench.Searching;

/// <summary>What nobody goes below: the facets of the log's queries counted by a bare loop over columns when the hits are already known.</summary>
internal static class FacetFloor
{
    /// <summary>The processor time of each query with facets, in ms, the median of three.</summary>
    public static IReadOnlyDictionary<int, double> Of(Fts5Index index, IReadOnlyList<LoggedQuery> log)
    {
        using var reader = index.Read();
        return log.Where(query => query.CountsFacets)
            .ToDictionary(
                query => query.Number,
                query =>
                {
                    var rows = reader.Rows(query);
                    double[] times = [.. Enumerable.Range(0, 3).Select(_ => Count(index.Columns, query, rows)).Order()];
                    return times[1];
                }
            );
    }

    private static double Count(FacetColumns columns, LoggedQuery query, int[] rows)
    {
        var tally = new FacetTally(columns, query);
        var start = ThreadClock.Nanoseconds;
        foreach (var row in rows)
            tally.Add(row);
        return (ThreadClock.Nanoseconds - start) / 1e6;
    }
}
