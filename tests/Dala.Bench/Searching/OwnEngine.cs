using Dala.Search;
using Dala.Testing.Searching;

namespace Dala.Bench.Searching;

/// <summary>This program's index.</summary>
internal sealed class OwnEngine(string folder, int records, MatchLevel furthest) : Engine(folder, records)
{
    private const int RecordsInApply = 10_000;
    private const int AppliesInCommit = 10;

    private SearchIndex? index;

    public SearchIndex Index => index ?? throw new InvalidOperationException("The index is not open.");

    /// <summary>Puts records into an index as an import does.</summary>
    public static void Put(ISearchIndex index, IEnumerable<SyntheticRecord> records)
    {
        foreach (var (number, batch) in records.Chunk(RecordsInApply).Index())
        {
            index.Apply(batch.Select(record => new IndexChange.Put(record.ToDocument())), index.Through + batch.Length);
            if ((number + 1) % AppliesInCommit == 0)
                index.Commit();
        }

        index.Commit();
    }

    public override void Build(IEnumerable<SyntheticRecord> records)
    {
        Open();
        Put(Index, records);
    }

    public override void Tidy() => Index.Compact();

    public override void Open() => index = SearchIndex.Open(Folder, SyntheticRecord.Schema);

    public override Client Connect() => new OwnClient(Index, furthest);

    protected override void Dispose(bool disposing) => index?.Dispose();

    private sealed class OwnClient(SearchIndex index, MatchLevel furthest) : Client
    {
        public override Func<int> Prepare(LoggedQuery query)
        {
            var search = OwnAnswer.Query(query, index, furthest);
            return () => index.Search(search).Total;
        }

        public override Answer Answer(LoggedQuery query) => OwnAnswer.To(query, index);

        protected override void Dispose(bool disposing) { }
    }
}
