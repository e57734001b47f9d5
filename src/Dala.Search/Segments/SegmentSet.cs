namespace Dala.Search.Segments;

/// <summary>Works changes into a list of segments: deletes what they replace, adds what they bring, merges what has become many.</summary>
/// <remarks>Nothing that was there is touched; the caller commits the new list, or throws away what was created for it.</remarks>
internal sealed class SegmentSet(IndexFolder folder, IndexSchema schema, IReadOnlyList<SegmentView> before)
{
    // What is held in memory while a segment is built is bounded by both.
    private const int MostDocuments = 20_000;
    private const long MostCharacters = 32L << 20;

    // Segments of about one size (a power of four) are merged when there are four; each document is rewritten once per power.
    private const int TierWidth = 4;
    private const int SmallestTier = 256;

    private readonly List<SegmentView> _views = [.. before];
    private readonly List<Segment> _created = [];

    public IReadOnlyList<SegmentView> Views => _views;

    public void Apply(IEnumerable<IndexChange> changes)
    {
        var last = new Dictionary<string, IndexChange>(StringComparer.Ordinal);
        long characters = 0;
        foreach (var change in changes)
        {
            Check(change);
            last[change.Key] = change;
            if (change is IndexChange.Put put)
                characters += put.Document.Texts.Sum(text => (long)text.Value.Length);
            if (last.Count < MostDocuments && characters < MostCharacters)
                continue;
            Write(last);
            last.Clear();
            characters = 0;
        }

        if (last.Count > 0)
            Write(last);
        _views.RemoveAll(view => view.Live == 0);
        while (Crowd() is { Count: > 0 } crowd)
            Merge(crowd);
        foreach (var segment in _created.Where(segment => !Holds(segment)))
            segment.Discard();
    }

    /// <summary>Removes what was made for a list that will not be committed.</summary>
    public void Abandon()
    {
        foreach (var segment in _created.Where(segment => File.Exists(segment.Path)))
            segment.Discard();
    }

    public bool Holds(Segment segment) => _views.Exists(view => ReferenceEquals(view.Segment, segment));

    private void Check(IndexChange change)
    {
        if (string.IsNullOrEmpty(change.Key))
            throw new ArgumentException("A document needs a key.", nameof(change));
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
            _views[i] = Delete(_views[i], keys);

        var builder = new SegmentBuilder(schema);
        var documents = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted[i] is not IndexChange.Put put)
                continue;
            builder.Add(keys[i], put.Document);
            documents++;
        }

        if (documents > 0)
            Add(builder.Finish());
    }

    private static SegmentView Delete(SegmentView view, byte[][] keys)
    {
        var gone = new List<int>();
        foreach (var key in keys)
        {
            if (view.Segment.Find(key) is >= 0 and var document && !view.IsDeleted(document))
                gone.Add(document);
        }

        return gone.Count == 0 ? view : view with { Deletions = view.Deletions.With(gone, view.Segment.Documents) };
    }

    private void Add(SegmentContent content)
    {
        var segment = folder.Add(content);
        _created.Add(segment);
        _views.Add(new SegmentView(segment, Deletions.None));
    }

    // The smallest tier that is full, or a segment of which more than half is deleted.
    private List<SegmentView> Crowd()
    {
        if (_views.Find(view => view.Deletions.Count > view.Live) is { } hollow)
            return [hollow];
        return _views
                .GroupBy(view => Tier(view.Live))
                .OrderBy(tier => tier.Key)
                .FirstOrDefault(tier => tier.Count() >= TierWidth)
                ?.ToList()
            ?? [];
    }

    private static int Tier(int documents) =>
        documents <= SmallestTier ? 0 : 1 + (int)Math.Log((double)documents / SmallestTier, TierWidth);

    private void Merge(List<SegmentView> crowd)
    {
        var content = SegmentMerge.Of(crowd, schema);
        _views.RemoveAll(crowd.Contains);
        Add(content);
    }
}
