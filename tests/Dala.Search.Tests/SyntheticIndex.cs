using Dala.Testing.Searching;

[assembly: AssemblyFixture(typeof(Dala.Search.Tests.SyntheticIndex))]

namespace Dala.Search.Tests;

/// <summary>20,000 made-up records in six languages, indexed once for all tests that only ask.</summary>
public sealed class SyntheticIndex : IDisposable
{
    public const int Count = 20_000;

    private readonly TemporaryFolder _folder = TemporaryFolder.InMemory();
    private readonly Lazy<SearchIndex> _index;

    public SyntheticIndex() => _index = new Lazy<SearchIndex>(Build);

    public static SyntheticRecords Records { get; } = new();

    public SearchIndex Index => _index.Value;

    public void Dispose()
    {
        if (_index.IsValueCreated)
            _index.Value.Dispose();
        _folder.Dispose();
    }

    private SearchIndex Build()
    {
        var index = SearchIndex.Open(_folder.Path, SyntheticRecord.Schema);
        index.Apply(Records.Take(Count).Select(record => new IndexChange.Put(record.ToDocument())), Count);
        index.Commit();
        index.WaitForMerges();
        return index;
    }
}
