using Dala.Search.Searching;
using Dala.Search.Segments;

namespace Dala.Search;

/// <summary>The index that lives in a folder of its own, inside this process.</summary>
public sealed class SearchIndex : ISearchIndex
{
    private readonly Lock _writing = new();
    private readonly IndexFolder _folder;
    private readonly IndexSchema _schema;
    private readonly long _memory;
    private readonly FacetNumbers[] _facets;
    private readonly BackgroundMerges _merges;
    private Snapshot? _snapshot;
    private long _version;

    // What the manifest names. Its files stay until another is written, although merges may have replaced them meanwhile.
    private IReadOnlyList<Segment> _committed = [];
    private bool _changed;

    private SearchIndex(IndexFolder folder, IndexSchema schema, long memory, IReadOnlyList<SegmentView> views, long through)
    {
        _folder = folder;
        _schema = schema;
        _memory = memory;
        _facets = [.. schema.Facets.Select(_ => new FacetNumbers())];
        _merges = new BackgroundMerges(MergeNext);
        Number(views);
        _snapshot = new Snapshot(views, through, _facets);
        _committed = Held(views);
        _merges.Wake();
    }

    public long Through => Reading(snapshot => snapshot.Through);

    public long Version => Interlocked.Read(ref _version);

    public int Count => Reading(snapshot => snapshot.Live);

    /// <summary>Opens the index in a folder, which one process at a time may do, or begins one in an empty folder.</summary>
    /// <exception cref="IndexDamagedException">A file cannot be used: delete the folder and make the index again.</exception>
    public static SearchIndex Open(string folder, IndexSchema schema, IndexOptions? options = null)
    {
        // Without ICU .NET leaves é apart from e, and an index made so would be wrong for ever.
        if (!string.Equals("e\u0301".Normalize(), "\u00E9", StringComparison.Ordinal))
            throw new PlatformNotSupportedException(
                "The index needs Unicode normalisation: install ICU and leave InvariantGlobalization off."
            );
        if (schema.Texts.Count > ProfilesContent.MostFields)
            throw new ArgumentException($"An index has at most {ProfilesContent.MostFields} text fields.", nameof(schema));
        if (schema.Texts.Any(text => !float.IsFinite(text.Weight) || text.Weight < 0))
            throw new ArgumentException("A weight is a number from 0 on.", nameof(schema));
        if (schema.Texts.DistinctBy(text => text.Name, StringComparer.Ordinal).Count() < schema.Texts.Count)
            throw new ArgumentException("Two text fields have one name.", nameof(schema));
        if (schema.Facets.Distinct(StringComparer.Ordinal).Count() < schema.Facets.Count)
            throw new ArgumentException("Two facet fields have one name.", nameof(schema));
        var memory = (options ?? new IndexOptions()).Memory;
        var files = IndexFolder.Open(Path.GetFullPath(folder), schema, out var views, out var through);
        return new SearchIndex(files, schema, memory, views, through);
    }

    public void Apply(IEnumerable<IndexChange> changes, long through)
    {
        lock (_writing)
        {
            var set = new SegmentSet(_folder, _schema, Current().Views, _memory);
            try
            {
                set.Apply(changes);
            }
            catch
            {
                set.Abandon();
                throw;
            }

            Publish(set.Views, through);
            _changed = true;
        }

        _merges.Wake();
    }

    public void Commit()
    {
        lock (_writing)
        {
            Current();
            if (!_changed)
                return;
            Save(set => set.Spill());
        }

        _merges.Wake();
    }

    public void Compact()
    {
        // What waits is made safe before the long part begins.
        Commit();
        _merges.Interrupt(() =>
        {
            lock (_writing)
                Save(set => set.MergeToFewest());
        });
    }

    public SearchResult Search(SearchQuery query) => Reading(snapshot => SearchRun.Of(snapshot, _schema, query));

    public IReadOnlyList<SearchHit> Like(IndexDocument document, int count) =>
        Reading(snapshot => LikeRun.Of(snapshot, _schema, document, count));

    public IReadOnlyList<Suggestion> Suggest(string typed, int count) =>
        Reading(snapshot => SuggestRun.Of(snapshot, typed, count));

    public IndexRebuild BeginRebuild() => new Rebuild(this);

    /// <summary>Waits until no segments are left to merge; only measurements and tests have a reason to.</summary>
    public void WaitForMerges() => _merges.Wait();

    public void Dispose()
    {
        _merges.Dispose();
        lock (_writing)
        {
            if (_snapshot is null)
                return;
            var last = _snapshot;
            Volatile.Write(ref _snapshot, null);
            last.Release();
            foreach (var segment in _committed)
                segment.Release();
            _folder.Dispose();
        }
    }

    private T Reading<T>(Func<Snapshot, T> read)
    {
        // A snapshot that was replaced between the two lines can no longer be held; the next one can.
        Snapshot snapshot;
        do snapshot = Current();
        while (!snapshot.TryHold());

        try
        {
            return read(snapshot);
        }
        finally
        {
            snapshot.Release();
        }
    }

    private Snapshot Current() => Volatile.Read(ref _snapshot) ?? throw new ObjectDisposedException(nameof(SearchIndex));

    private void Number(IReadOnlyList<SegmentView> views)
    {
        foreach (var view in views)
        {
            for (var field = 0; field < _facets.Length; field++)
                _facets[field].NumberAll(view.Segment.Facets[field]);
        }
    }

    private void Publish(IReadOnlyList<SegmentView> views, long through)
    {
        var before = Current();
        Number(views);
        Volatile.Write(ref _snapshot, new Snapshot([.. views], through, _facets));
        // After it: a search that began with this version cannot have missed what it brings.
        Interlocked.Increment(ref _version);
        foreach (var old in before.Views.Select(view => view.Segment))
        {
            if (!views.Any(view => ReferenceEquals(view.Segment, old)) && !_committed.Contains(old))
                old.MarkObsolete();
        }

        before.Release();
    }

    // Puts what is in the index into files in some way, and makes them safe.
    private void Save(Action<SegmentSet> write)
    {
        var before = Current();
        var set = new SegmentSet(_folder, _schema, before.Views, _memory);
        try
        {
            write(set);
            _folder.Commit(set.Views, before.Through);
        }
        catch
        {
            set.Abandon();
            throw;
        }

        Publish(set.Views, before.Through);
        Remember(set.Views);
        _changed = false;
    }

    private void Remember(IReadOnlyList<SegmentView> views)
    {
        var before = _committed;
        var named = Held(views);
        // Until the new manifest is sure to outlive a loss of power, the files that the old one names must stay as well.
        _committed = [.. before, .. named];
        _folder.FlushNames();
        _committed = named;
        foreach (var segment in before)
        {
            if (!_committed.Contains(segment))
                segment.MarkObsolete();
            segment.Release();
        }

        _folder.RemoveOldDeletions(views);
    }

    private static List<Segment> Held(IReadOnlyList<SegmentView> views)
    {
        var segments = views.Select(view => view.Segment).ToList();
        foreach (var segment in segments)
            segment.Hold();
        return segments;
    }

    /// <summary>Merges once, if there is something to merge; whether there was.</summary>
    private bool MergeNext(CancellationToken ct)
    {
        Snapshot before;
        List<SegmentView> crowd;
        lock (_writing)
        {
            before = Current();
            crowd = MergePolicy.Crowd(before.Views.Where(view => !view.Segment.IsInMemory));
            if (crowd.Count == 0 || !before.TryHold())
                return false;
        }

        try
        {
            using var content = SegmentMerge.Of(crowd, _schema, _folder.OverflowPath(), ct);
            var merged = content.Documents > 0 ? _folder.Add(content) : null;
            lock (_writing)
                TakeOver(crowd, merged);
            return true;
        }
        finally
        {
            before.Release();
        }
    }

    // Searches went on meanwhile, and so did changes: what was deleted from the old segments is deleted from the new one.
    private void TakeOver(List<SegmentView> crowd, Segment? merged)
    {
        var now = Current();
        var gone = new List<byte[]>();
        foreach (var old in crowd)
        {
            // A segment of which nothing was left is in the list no more.
            var view = now.Views.FirstOrDefault(view => ReferenceEquals(view.Segment, old.Segment));
            gone.AddRange(old.KeysDeletedSince(view?.Deletions));
        }

        var views = now.Views.Where(view => !crowd.Exists(old => ReferenceEquals(old.Segment, view.Segment))).ToList();
        if (merged is not null)
            views.Add(new SegmentView(merged, Deletions.None).Without(gone));
        if (!_changed)
        {
            // Nothing is waiting to be made safe, so the old files can go at once.
            try
            {
                _folder.Commit(views, now.Through);
            }
            catch
            {
                merged?.Discard();
                throw;
            }

            Publish(views, now.Through);
            Remember(views);
            return;
        }

        Publish(views, now.Through);
    }

    private sealed class Rebuild(SearchIndex index) : IndexRebuild
    {
        private IReadOnlyList<SegmentView> _views = [];
        private long _through;
        private bool _over;

        public override void Apply(IEnumerable<IndexChange> changes, long through)
        {
            ObjectDisposedException.ThrowIf(_over, this);
            Change(set => set.Apply(changes));
            _through = through;
        }

        public override void Swap()
        {
            ObjectDisposedException.ThrowIf(_over, this);
            Change(set =>
            {
                set.MergeToFewest();
            });
            index._merges.Interrupt(() =>
            {
                lock (index._writing)
                {
                    index.Current();
                    index._folder.Commit(_views, _through);
                    _over = true;
                    index.Publish(_views, _through);
                    index.Remember(_views);
                    index._changed = false;
                }
            });
        }

        protected override void Dispose(bool disposing)
        {
            if (_over)
                return;
            _over = true;
            foreach (var view in _views)
                view.Segment.Discard();
        }

        private void Change(Action<SegmentSet> change)
        {
            var set = new SegmentSet(index._folder, index._schema, _views, index._memory);
            try
            {
                change(set);
            }
            catch
            {
                set.Abandon();
                throw;
            }

            // Nobody searches these yet, so what was merged away can go at once.
            foreach (var old in _views.Where(view => !set.Holds(view.Segment)))
                old.Segment.Discard();
            _views = set.Views;
        }
    }
}
