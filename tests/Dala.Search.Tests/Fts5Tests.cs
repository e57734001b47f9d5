using Dala.Testing.Searching;

namespace Dala.Search.Tests;

/// <summary>Totals, counts and pages of the log on 20,000 made-up records, beside SQLite's FTS5 with the same facets.</summary>
public sealed class Fts5Tests(SyntheticIndex synthetic)
{
    private const int Records = SyntheticIndex.Count;

    [Fact]
    public async Task Totals_counts_and_pages_by_date_equal_those_of_FTS5_for_every_query_of_the_log()
    {
        using var theirs = TemporaryFolder.InMemory();
        var records = SyntheticIndex.Records;
        var built = Task.Run(() => Fts5Index.Build(theirs.Path, records.Take(Records), Records));
        var index = synthetic.Index;
        using var peer = (await built).Read();

        var log = QueryLog.Of(records, Records);
        var answers = log.Select(query => (Query: query, Ours: OwnAnswer.To(query, index), Theirs: peer.Answer(query))).ToList();

        var different = answers.Where(row => row.Ours != row.Theirs).ToList();
        Assert.Equal(
            "",
            string.Join('\n', different.Take(10).Select(row => $"{row.Query}\nours   {row.Ours}\ntheirs {row.Theirs}"))
        );
        // A log that finds nothing would prove nothing.
        Assert.InRange(answers.Count(row => row.Theirs.Total > 0), log.Count * 3 / 4, log.Count);
    }
}
