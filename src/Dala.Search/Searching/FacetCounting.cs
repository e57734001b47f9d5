using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>
/// Filters hits and counts facets in one pass. A hit that only one filter refuses still counts for the facet of that filter, whose counts are
/// made as if it were off ("drill sideways").
/// </summary>
internal sealed class FacetCounting
{
    private readonly Snapshot _snapshot;
    private readonly (int Field, int[] Numbers)[] _filters;
    private readonly CountedField[] _counted;

    public FacetCounting(Snapshot snapshot, IndexSchema schema, SearchQuery query)
    {
        _snapshot = snapshot;
        _filters =
        [
            .. query
                .Filters.Where(filter => filter.Value.Count > 0)
                .Select(filter => (FieldOf(schema, filter.Key), Numbers(schema, filter.Key, filter.Value))),
        ];
        _counted =
        [
            .. query
                .Facets.Distinct(StringComparer.Ordinal)
                .Select(name => new CountedField(
                    name,
                    FieldOf(schema, name),
                    FilterOf(FieldOf(schema, name)),
                    new int[snapshot.FacetCounts[FieldOf(schema, name)]]
                )),
        ];
    }

    public InSegment Begin(Segment segment) => new(segment, _filters, _counted);

    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Result(int size) =>
        _counted.ToDictionary(counted => counted.Name, counted => Top(counted, size), StringComparer.Ordinal);

    private static int FieldOf(IndexSchema schema, string name)
    {
        for (var i = 0; i < schema.Facets.Count; i++)
        {
            if (string.Equals(schema.Facets[i], name, StringComparison.Ordinal))
                return i;
        }

        throw new ArgumentException($"The index has no facet field {name}.", nameof(name));
    }

    private int FilterOf(int field) => Array.FindIndex(_filters, filter => filter.Field == field);

    // A value that no document has is in no segment, and its number -1 meets none.
    private int[] Numbers(IndexSchema schema, string name, IReadOnlyList<string> values)
    {
        var field = FieldOf(schema, name);
        return
        [
            .. values
                .Distinct(StringComparer.Ordinal)
                .Select(value => Array.IndexOf(_snapshot.FacetValues[field], value, 0, _snapshot.FacetCounts[field])),
        ];
    }

    private IReadOnlyList<FacetCount> Top(CountedField counted, int size)
    {
        var values = _snapshot.FacetValues[counted.Field];
        var first = new PriorityQueue<int, (int Count, string Value)>(
            Comparer<(int Count, string Value)>.Create(
                (a, b) => a.Count != b.Count ? a.Count.CompareTo(b.Count) : string.CompareOrdinal(b.Value, a.Value)
            )
        );
        for (var number = 0; number < counted.Counts.Length; number++)
        {
            if (counted.Counts[number] == 0)
                continue;
            if (first.Count < size)
                first.Enqueue(number, (counted.Counts[number], values[number]));
            else if (size > 0)
                first.EnqueueDequeue(number, (counted.Counts[number], values[number]));
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
    internal sealed record CountedField(string Name, int Field, int Filter, int[] Counts);

    /// <summary>The pass over the hits of one segment.</summary>
    internal readonly ref struct InSegment
    {
        private readonly Segment _segment;
        private readonly (int Field, bool[] Accepted)[] _filters;
        private readonly (CountedField Field, int[] Counts)[] _counted;

        public InSegment(Segment segment, (int Field, int[] Numbers)[] filters, CountedField[] counted)
        {
            _segment = segment;
            _filters =
            [
                .. filters.Select(filter =>
                    (
                        filter.Field,
                        Array.ConvertAll(segment.FacetNumbers![filter.Field], number => filter.Numbers.Contains(number))
                    )
                ),
            ];
            _counted = [.. counted.Select(field => (field, new int[segment.FacetNumbers![field.Field].Length]))];
        }

        /// <summary>Counts a document that the query finds; whether it passes all filters.</summary>
        public bool Take(int document)
        {
            var refusing = -1;
            for (var i = 0; i < _filters.Length; i++)
            {
                if (Accepts(_filters[i], document))
                    continue;
                if (refusing >= 0)
                    return false;
                refusing = i;
            }

            foreach (var (field, counts) in _counted)
            {
                if (refusing >= 0 && refusing != field.Filter)
                    continue;
                foreach (var ordinal in _segment.Facet(field.Field)[document])
                    counts[ordinal]++;
            }

            return refusing < 0;
        }

        /// <summary>Adds what was counted here to the counts of the whole index.</summary>
        public void End()
        {
            foreach (var (field, counts) in _counted)
            {
                var numbers = _segment.FacetNumbers![field.Field];
                for (var ordinal = 0; ordinal < counts.Length; ordinal++)
                    field.Counts[numbers[ordinal]] += counts[ordinal];
            }
        }

        private bool Accepts((int Field, bool[] Accepted) filter, int document)
        {
            foreach (var ordinal in _segment.Facet(filter.Field)[document])
            {
                if (filter.Accepted[ordinal])
                    return true;
            }

            return false;
        }
    }
}
