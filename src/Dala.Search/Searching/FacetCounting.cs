using System.Buffers;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>
/// Filters hits and counts facets. Beside the hits of the query, a field with a filter of its own is counted as if that filter were off ("drill sideways").
/// </summary>
internal sealed class FacetCounting : IDisposable
{
    private readonly Snapshot _snapshot;
    private readonly List<(int Field, IReadOnlyList<string> Values)> _filters;
    private readonly List<CountedField> _counted;

    public FacetCounting(Snapshot snapshot, IndexSchema schema, SearchQuery query)
    {
        _snapshot = snapshot;
        _filters =
        [
            .. query
                .Filters.Where(filter => filter.Value.Count > 0)
                .Select(filter => (FieldOf(schema, filter.Key), filter.Value)),
        ];
        _counted = [.. query.Facets.Distinct(StringComparer.Ordinal).Select(name => Counted(schema, name))];
    }

    /// <summary>Counts in a segment; what is left when all filters are on.</summary>
    public HitSet Take(SegmentSearch search)
    {
        if (_filters.Count == 0)
        {
            var matches = new Hits(search, search.Matches);
            foreach (var counted in _counted)
                matches.Count(counted.Field, counted.Hits);
            return search.Matches;
        }

        var filters = _filters.ConvertAll(filter => Bits(search.Segment, filter.Field, filter.Values));
        var hits = new Hits(search, search.Filtered(filters, without: -1));
        foreach (var counted in _counted)
        {
            hits.Count(counted.Field, counted.Hits);
            if (counted.Filter >= 0)
                new Hits(search, search.Filtered(filters, counted.Filter)).Count(counted.Field, counted.Widened);
        }

        foreach (var bits in filters)
            ArrayPool<ulong>.Shared.Return(bits);
        return hits.Set;
    }

    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Result(int size) =>
        _counted.ToDictionary(counted => counted.Name, counted => Top(counted, size), StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var counted in _counted)
        {
            ArrayPool<int>.Shared.Return(counted.Hits);
            if (counted.Filter >= 0)
                ArrayPool<int>.Shared.Return(counted.Widened);
        }
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
        var filter = _filters.FindIndex(filter => filter.Field == field);
        var hits = Zeros(_snapshot.FacetCounts[field]);
        return new CountedField(name, field, filter, hits, filter < 0 ? hits : Zeros(_snapshot.FacetCounts[field]));
    }

    // The documents that have any of the values. A value that no document has is in no segment.
    private static ulong[] Bits(Segment segment, int field, IReadOnlyList<string> values)
    {
        var words = Bitmap.Words(segment.Documents);
        var bits = ArrayPool<ulong>.Shared.Rent(words);
        bits.AsSpan(0, words).Clear();
        var column = segment.Facets[field];
        foreach (var value in values)
        {
            if (column.OrdinalOf(value) is >= 0 and var ordinal)
                column.DocumentsOf(ordinal).AddTo(bits.AsSpan(0, words));
        }

        return bits;
    }

    private IReadOnlyList<FacetCount> Top(CountedField counted, int size)
    {
        var values = _snapshot.FacetValues[counted.Field];
        var most = _snapshot.FacetCounts[counted.Field];
        var widened = counted.Widened;
        var listed = new List<int>();
        for (var number = 0; number < most; number++)
        {
            if (widened[number] > 0)
                listed.Add(number);
        }

        Comparison<int> byCount = (a, b) =>
            widened[a] != widened[b] ? widened[b].CompareTo(widened[a]) : string.CompareOrdinal(values[a], values[b]);
        KeepFirst(listed, size, byCount);
        if (counted.Filter >= 0)
        {
            // What is filtered by is listed even where it is rare, or nowhere.
            var filtered = _filters[counted.Filter]
                .Values.Select(_snapshot.Facets[counted.Field].NumberOf)
                .OfType<int>()
                .Where(number => number < most)
                .Except(listed)
                .ToList();
            filtered.Sort(byCount);
            listed.AddRange(filtered);
        }

        return [.. listed.Select(number => new FacetCount(values[number], widened[number], counted.Hits[number]))];
    }

    // In their order. Of hundreds of values few are wanted, and most are not among these at the first look.
    private static void KeepFirst(List<int> numbers, int size, Comparison<int> order)
    {
        if (numbers.Count > 2L * size && size > 0)
        {
            numbers.Sort(0, 2 * size, Comparer<int>.Create(order));
            var kept = size;
            for (var i = 2 * size; i < numbers.Count; i++)
            {
                if (order(numbers[i], numbers[size - 1]) >= 0)
                    continue;
                numbers[kept++] = numbers[i];
                if (kept < 2 * size)
                    continue;
                numbers.Sort(0, kept, Comparer<int>.Create(order));
                kept = size;
            }

            numbers.RemoveRange(kept, numbers.Count - kept);
        }

        numbers.Sort(order);
        if (numbers.Count > size)
            numbers.RemoveRange(size, numbers.Count - size);
    }

    /// <summary>Some hits of a segment, which are counted by the cheapest of several ways.</summary>
    private sealed class Hits(SegmentSearch search, HitSet set)
    {
        private HitSet? _listed;
        private readonly int _count = set.Count;
        private readonly int _documents = search.Segment.Documents;
        private readonly bool _isEverything = search.IsEverything && ReferenceEquals(set, search.Matches);

        public HitSet Set => set;

        // Where most are hits, it is less to count the others: all have but these.
        private bool IsMostly => set.IsDense && _count > _documents / 2;

        // The hits, or the others, as numbers.
        private ReadOnlySpan<int> Listed => (_listed ??= IsMostly ? search.Without(set) : set).Documents;

        /// <summary>Adds how many there are of each value of a field.</summary>
        public void Count(int field, int[] sums)
        {
            var column = search.Segment.Facets[field];
            var numbers = column.Numbers!;
            var totals = column.Totals;
            if (_isEverything)
            {
                for (var ordinal = 0; ordinal < numbers.Length; ordinal++)
                    sums[numbers[ordinal]] += totals[ordinal];
                return;
            }

            if (set.IsDense && column.CostOfValues(_documents) < Math.Min(_count, _documents - _count))
            {
                for (var ordinal = 0; ordinal < numbers.Length; ordinal++)
                    sums[numbers[ordinal]] += Common(column.DocumentsOf(ordinal));
                return;
            }

            var rented = Zeros(numbers.Length + 1);
            var counts = rented.AsSpan(0, numbers.Length + 1);
            column.Count(Listed, counts);
            for (var ordinal = 0; ordinal < numbers.Length; ordinal++)
                sums[numbers[ordinal]] += IsMostly ? totals[ordinal] - counts[ordinal + 1] : counts[ordinal + 1];
            ArrayPool<int>.Shared.Return(rented);
        }

        private int Common(DocumentSet documents)
        {
            if (documents.HasBits)
                return Bitmap.CommonCount(set.Bits, documents.Bits);
            var bits = set.Bits;
            var count = 0;
            foreach (var document in documents.List)
                count += (int)(bits[document >> 6] >> document & 1);
            return count;
        }
    }

    /// <summary>A field to count: of the hits, and with its own filter off (the same where it has none; the filter's number is then -1).</summary>
    private sealed record CountedField(string Name, int Field, int Filter, int[] Hits, int[] Widened);
}
