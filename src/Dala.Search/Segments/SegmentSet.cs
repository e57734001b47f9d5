namespace Dala.Search.Segments;

/// <summary>Works changes into a list of segments: deletes what they replace, adds what they bring.</summary>
/// <remarks>Nothing that was there is touched; the caller takes the new list, or throws away what was created for it.</remarks>
internal sealed class SegmentSet(IndexFolder folder, IndexSchema schema, IReadOnlyList<SegmentView> before, long memory)
{
    // Text becomes about four times as large while it is turned into postings.
    private const int Growth = 4;

    // However much memory there is, the lists of a segment share one array while it is made (ByteLists).
    private const long MostText = 1L << 28;

    private readonly List<SegmentView> _views = [.. before];
    private readonly List<Segment> _created = [];

    public IReadOnlyList<SegmentView> Views => _views;

    public void Apply(IEnumerable<IndexChange> changes)
    {
        var last = new Dictionary<string, IndexChange>(StringComparer.Ordinal);
        long size = 0;
        foreach (var change in changes)
        {
            Check(change);
            last[change.Key] = change;
            if (change is IndexChange.Put put)
                size += SizeOf(put.Document);
            if (size < Math.Min(memory / Growth, MostText))
                continue;
            Write(last);
            last.Clear();
            size = 0;
        }

        if (last.Count > 0)
            Write(last);
        _views.RemoveAll(view => view.Live == 0);
        if (MergePolicy.SmallestInMemory(_views) is { Count: > 0 } small)
            Replace(small, content => folder.InMemory(content));
        if (_views.Where(view => view.Segment.IsInMemory).Sum(view => view.Segment.Length) > memory / 2)
            Spill();
        DropUnused();
    }

    /// <summary>Writes what is in memory to files: the small segments as one, each large one as it is, so that its documents are not rewritten here already.</summary>
    public void Spill()
    {
        var young = _views.Where(view => view.Segment.IsInMemory).ToList();
        var small = young.Where(view => view.Live < MergePolicy.Large).ToList();
        if (small.Count > 1)
        {
            Replace(small, folder.Add);
            young.RemoveAll(small.Contains);
        }

        foreach (var view in young)
            Save(view);
    }

    /// <summary>Makes the segments as few as their size allows, all in files.</summary>
    public void MergeToFewest()
    {
        Spill();
        foreach (var group in MergePolicy.Fewest(_views).Where(group => group.Count > 1))
            Merge(group);
    }

    /// <summary>Merges segments into one that is in a file.</summary>
    public void Merge(List<SegmentView> crowd)
    {
        Replace(crowd, folder.Add);
        DropUnused();
    }

    /// <summary>Removes what was made for a list that will not be used.</summary>
    public void Abandon()
    {
        foreach (var segment in _created)
            segment.Discard();
    }

    /// <summary>Removes what was made on the way and is in the list no more.</summary>
    private void DropUnused()
    {
        foreach (var segment in _created.Where(segment => !Holds(segment)))
            segment.Discard();
        _created.RemoveAll(segment => !Holds(segment));
    }

    private void Save(SegmentView view)
    {
        if (view.Deletions.Count > 0)
            Replace([view], folder.Add);
        else
            _views[_views.IndexOf(view)] = new SegmentView(Created(folder.Saved(view.Segment)), Deletions.None);
    }

    private void Replace(List<SegmentView> crowd, Func<SegmentContent, Segment> write)
    {
        using var content = SegmentMerge.Of(crowd, schema, folder.OverflowPath());
        _views.RemoveAll(crowd.Contains);
        if (content.Documents > 0)
            _views.Add(new SegmentView(Created(write(content)), Deletions.None));
    }

    private Segment Created(Segment segment)
    {
        _created.Add(segment);
        return segment;
    }

    /// <summary>Whether a segment is in the list.</summary>
    public bool Holds(Segment segment) => _views.Exists(view => ReferenceEquals(view.Segment, segment));

    private static long SizeOf(IndexDocument document)
    {
        long size = 200;
        foreach (var text in document.Texts)
            size += text.Value.Length * sizeof(char);
        return size;
    }

    private void Check(IndexChange change)
    {
        if (string.IsNullOrEmpty(change.Key))
            throw new ArgumentException("A document needs a key.", nameof(change));
        if (!string.Equals(SegmentContent.Mended(change.Key), change.Key, StringComparison.Ordinal))
            throw new ArgumentException("A key consists of whole characters.", nameof(change));
        if (change is not IndexChange.Put { Document: var document })
            return;
        foreach (var text in document.Texts)
        {
            if (!schema.Texts.Any(field => string.Equals(field.Name, text.Field, StringComparison.Ordinal)))
                throw new ArgumentException($"The index has no text field {text.Field}.", nameof(change));
        }

        foreach (var facet in document.Facets)
        {
            if (!schema.Facets.Contains(facet.Field, StringComparer.Ordinal))
                throw new ArgumentException($"The index has no facet field {facet.Field}.", nameof(change));
        }
    }

    private void Write(Dictionary<string, IndexChange> changes)
    {
        var keys = new byte[changes.Count][];
        var sorted = new IndexChange[changes.Count];
        var count = 0;
        foreach (var change in changes.Values)
        {
            keys[count] = SegmentContent.Encode(change.Key);
            sorted[count++] = change;
        }

        Array.Sort(keys, sorted, ByteOrder.Comparer);
        for (var i = 0; i < _views.Count; i++)
            _views[i] = _views[i].Without(keys);

        using var builder = new SegmentBuilder(schema, WordPairs.OfAny(_views.Select(view => view.Segment)));
        var documents = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted[i] is not IndexChange.Put put)
                continue;
            builder.Add(keys[i], put.Document);
            documents++;
        }

        if (documents == 0)
            return;
        using var content = builder.Finish();
        _views.Add(new SegmentView(Created(folder.InMemory(content)), Deletions.None));
    }
}
