using System.Collections.Concurrent;

namespace Dala.Search.Segments;

/// <summary>The index at one moment, held by those who search it; the last to let go lets the segments go.</summary>
internal sealed class Snapshot
{
    private int _references = 1;

    public Snapshot(IReadOnlyList<SegmentView> views, long through, IReadOnlyList<FacetNumbers> facets)
    {
        Views = views;
        Through = through;
        Documents = views.Sum(view => view.Segment.Documents);
        Live = views.Sum(view => view.Live);
        Facets = facets;
        FacetCounts = [.. facets.Select(facet => facet.Count)];
        FacetValues = [.. facets.Select(facet => facet.Values)];
        foreach (var view in views)
            view.Segment.Hold();
    }

    public IReadOnlyList<SegmentView> Views { get; }

    public long Through { get; }

    /// <summary>With the deleted ones, which the statistics of words still include.</summary>
    public int Documents { get; }

    public int Live { get; }

    public int[] FacetCounts { get; }

    public string[][] FacetValues { get; }

    public IReadOnlyList<FacetNumbers> Facets { get; }

    public bool TryHold()
    {
        var references = Volatile.Read(ref _references);
        while (references > 0)
        {
            var seen = Interlocked.CompareExchange(ref _references, references + 1, references);
            if (seen == references)
                return true;
            references = seen;
        }

        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _references) > 0)
            return;
        foreach (var view in Views)
            view.Segment.Release();
    }
}

/// <summary>Numbers the values of a facet field over all segments, so that counts of segments add; a number once given stays.</summary>
internal sealed class FacetNumbers
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The values by number, up to <see cref="Count"/>; entries that readers know never change.</summary>
    public string[] Values { get; private set; } = new string[16];

    public int Count => _numbers.Count;

    /// <summary>The number of a value that any segment has had.</summary>
    public int? NumberOf(string value) => _numbers.TryGetValue(SegmentContent.Mended(value), out var number) ? number : null;

    /// <summary>Numbers the values of a segment's facet field.</summary>
    public void NumberAll(FacetColumn column)
    {
        if (column.Numbers is not null)
            return;
        var values = column.Values;
        var numbers = new int[values.Count];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = Of(values.Text(i));
        column.Numbers = numbers;
    }

    private int Of(string value)
    {
        if (_numbers.TryGetValue(value, out var number))
            return number;
        number = _numbers.Count;
        _numbers[value] = number;
        if (number == Values.Length)
        {
            var larger = new string[number * 2];
            Values.CopyTo(larger, 0);
            Values = larger;
        }

        Values[number] = value;
        return number;
    }
}
