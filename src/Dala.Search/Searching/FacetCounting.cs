using System.Buffers;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>
/// Filters hits and counts facets. A hit that only one filter refuses still counts for the facet of that filter, whose counts are made as if it
/// were off ("drill sideways").
/// </summary>
internal sealed class FacetCounting : IDisposable
{
    private const byte Passed = 0;
    private const byte RefusedByMany = byte.MaxValue;

    private readonly Snapshot _snapshot;
    private readonly List<(int Field, HashSet<int> Numbers)> _filters;
    private readonly List<CountedField> _counted;

    public FacetCounting(Snapshot snapshot, IndexSchema schema, SearchQuery query)
    {
        _snapshot = snapshot;
        _filters =
        [
            .. query
                .Filters.Where(filter => filter.Value.Count > 0)
                .Select(filter => (FieldOf(schema, filter.Key), Numbers(FieldOf(schema, filter.Key), filter.Value))),
        ];
        if (_filters.Count >= RefusedByMany)
            throw new ArgumentException("There are more filters than can be told apart.", nameof(query));
        _counted = [.. query.Facets.Distinct(StringComparer.Ordinal).Select(name => Counted(schema, name))];
    }

    /// <summary>
    /// Counts the hits of a segment, and says of each by which filter it is refused: 0 by none, so that it is a hit of the query.
    /// The answer is valid until it is returned to the shared pool.
    /// </summary>
    public byte[] Take(Segment segment, Matches matches)
    {
        var hits = matches.Documents.AsSpan(0, matches.Count);
        var refused = ArrayPool<byte>.Shared.Rent(Math.Max(1, hits.Length));
        Array.Clear(refused, 0, hits.Length);
        for (var i = 0; i < _filters.Count; i++)
            Filter(segment, _filters[i].Field, _filters[i].Numbers, hits, refused, (byte)(i + 1));
        foreach (var counted in _counted)
            Count(segment, counted, hits, refused);
        return refused;
    }

    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Result(int size) =>
        _counted.ToDictionary(counted => counted.Name, counted => Top(counted, size), StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var counted in _counted)
            ArrayPool<int>.Shared.Return(counted.Counts);
    }

    private static int FieldOf(IndexSchema schema, string name)
    {
        for (var i = 0; i < schema.Facets.Count; i++)
        {
            if (string.Equals(schema.Facets[i], name, StringComparison.Ordinal))
                return i;
        }

        throw new ArgumentException($"The index has no facet field {name}.", nameof(name));
    }

    private static int[] Zeros(int count)
    {
        var zeros = ArrayPool<int>.Shared.Rent(Math.Max(1, count));
        Array.Clear(zeros, 0, count);
        return zeros;
    }

    private CountedField Counted(IndexSchema schema, string name)
    {
        var field = FieldOf(schema, name);
        return new CountedField(
            name,
            field,
            _filters.FindIndex(filter => filter.Field == field),
            Zeros(_snapshot.FacetCounts[field])
        );
    }

    // A value that no document has is in no segment, and its number -1 meets none.
    private HashSet<int> Numbers(int field, IReadOnlyList<string> values) =>
        [.. values.Select(value => Array.IndexOf(_snapshot.FacetValues[field], value, 0, _snapshot.FacetCounts[field]))];

    private static void Filter(
        Segment segment,
        int field,
        HashSet<int> numbers,
        ReadOnlySpan<int> hits,
        Span<byte> refused,
        byte filter
    )
    {
        var accepted = Array.ConvertAll(segment.FacetNumbers![field], numbers.Contains);
        var column = segment.Facet(field);
        for (var i = 0; i < hits.Length; i++)
        {
            var passes = false;
            foreach (var ordinal in column[hits[i]])
                passes |= accepted[ordinal];
            if (!passes)
                refused[i] = refused[i] == Passed ? filter : RefusedByMany;
        }
    }

    private static void Count(Segment segment, CountedField counted, ReadOnlySpan<int> hits, ReadOnlySpan<byte> refused)
    {
        var numbers = segment.FacetNumbers![counted.Field];
        if (hits.Length == segment.Documents && !refused[..hits.Length].ContainsAnyExcept(Passed))
        {
            AddUp(segment.FacetTotals(counted.Field), numbers, counted.Counts);
            return;
        }

        var own = (byte)(counted.Filter + 1);
        var counts = Zeros(numbers.Length);
        var column = segment.Facet(counted.Field);
        for (var i = 0; i < hits.Length; i++)
        {
            if (refused[i] != Passed && refused[i] != own)
                continue;
            foreach (var ordinal in column[hits[i]])
                counts[ordinal]++;
        }

        AddUp(counts, numbers, counted.Counts);
        ArrayPool<int>.Shared.Return(counts);
    }

    private static void AddUp(ReadOnlySpan<int> counts, int[] numbers, int[] sums)
    {
        for (var ordinal = 0; ordinal < numbers.Length; ordinal++)
            sums[numbers[ordinal]] += counts[ordinal];
    }

    private IReadOnlyList<FacetCount> Top(CountedField counted, int size)
    {
        var values = _snapshot.FacetValues[counted.Field];
        var first = new PriorityQueue<int, (int Count, string Value)>(
            Comparer<(int Count, string Value)>.Create(
                (a, b) => a.Count != b.Count ? a.Count.CompareTo(b.Count) : string.CompareOrdinal(b.Value, a.Value)
            )
        );
        for (var number = 0; number < _snapshot.FacetCounts[counted.Field]; number++)
        {
            var count = counted.Counts[number];
            if (count == 0)
                continue;
            if (first.Count < size)
                first.Enqueue(number, (count, values[number]));
            else if (size > 0)
                first.EnqueueDequeue(number, (count, values[number]));
        }

        var listed = first.UnorderedItems.Select(item => item.Element).ToHashSet();
        if (counted.Filter >= 0)
            listed.UnionWith(_filters[counted.Filter].Numbers.Where(number => number >= 0));
        return
        [
            .. listed
                .Select(number => new FacetCount(values[number], counted.Counts[number]))
                .OrderByDescending(count => count.Count)
                .ThenBy(count => count.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>A field to count, and which of the filters is on it (-1 for none).</summary>
    private sealed record CountedField(string Name, int Field, int Filter, int[] Counts);
}
