using Dala.Testing.Searching;

namespace Dala.Bench.Searching;

/// <summary>SQLite's FTS5 with the facets in columns in memory.</summary>
internal sealed class Fts5Engine(string folder, int records) : Engine(folder, records)
{
    private Fts5Index? index;

    public Fts5Index Index => index ?? throw new InvalidOperationException("The index is not open.");

    // Only the loop around it is compiled while it runs. Of a million records the log takes minutes, so it is answered once to warm up and once to measure.
    public override int WarmingRounds => IsLarge ? 1 : 2;

    public override int Rounds => IsLarge ? 1 : 3;

    public override int QueriesOfMany => IsLarge ? 240 : 1_200;

    private bool IsLarge => Records >= 1_000_000;

    public override void Build(IEnumerable<SyntheticRecord> records) => index = Fts5Index.Build(Folder, records, Records);

    public override void Tidy() => Index.Optimise();

    public override void Open() => index = Fts5Index.Open(Folder);

    public override Client Connect() => new Fts5Client(Index.Read());

    // Readers hold what there is to let go.
    protected override void Dispose(bool disposing) { }

    private sealed class Fts5Client(Fts5Reader reader) : Client
    {
        public override Func<int> Prepare(LoggedQuery query)
        {
            var start = reader.Start(query);
            return () => reader.Search(query, start).Tally.Total;
        }

        public override Answer Answer(LoggedQuery query) => reader.Answer(query);

        protected override void Dispose(bool disposing) => reader.Dispose();
    }
}
