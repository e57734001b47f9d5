using Dala.Search.Searching;
using Dala.Search.Segments;

namespace Dala.Search;

/// <summary>The index that lives in a folder of its own, inside this process.</summary>
public sealed class SearchIndex : ISearchIndex
{
    private readonly Lock _writing = new();
    private readonly IndexFolder _folder;
    private readonly IndexSchema _schema;
    private readonly FacetNumbers[] _facets;
    private Snapshot? _snapshot;

    private SearchIndex(IndexFolder folder, IndexSchema schema, IReadOnlyList<SegmentView> views, long through)
    {
        _folder = folder;
        _schema = schema;
        _facets = [.. schema.Facets.Select(_ => new FacetNumbers())];
        Number(views);
        _snapshot = new Snapshot(views, through, _facets);
    }

    public long Through => Reading(snapshot => snapshot.Through);

    public int Count => Reading(snapshot => snapshot.Live);

    /// <summary>Opens the index in a folder, which one process at a time may do, or begins one in an empty folder.</summary>
    /// <exception cref="IndexDamagedException">A file cannot be used: delete the folder and make the index again.</exception>
    public static SearchIndex Open(string folder, IndexSchema schema)
    {
        // Without ICU .NET leaves é apart from e, and an index made so would be wrong for ever.
        if (!string.Equals("e\u0301".Normalize(), "\u00E9", StringComparison.Ordinal))
            throw new PlatformNotSupportedException(
                "The index needs Unicode normalisation: install ICU and leave InvariantGlobalization off."
            );
        if (schema.Texts.Count > PostingsWriter.MostFields)
            throw new ArgumentException($"An index has at most {PostingsWriter.MostFields} text fields.", nameof(schema));
        if (schema.Texts.Any(text => !float.IsFinite(text.Weight) || text.Weight < 0))
            throw new ArgumentException("A weight is a number from 0 on.", nameof(schema));
        if (schema.Texts.DistinctBy(text => text.Name, StringComparer.Ordinal).Count() < schema.Texts.Count)
            throw new ArgumentException("Two text fields have one name.", nameof(schema));
        if (schema.Facets.Distinct(StringComparer.Ordinal).Count() < schema.Facets.Count)
            throw new ArgumentException("Two facet fields have one name.", nameof(schema));
        var files = IndexFolder.Open(Path.GetFullPath(folder), schema, out var views, out var through);
        return new SearchIndex(files, schema, views, through);
    }

    public void Apply(IEnumerable<IndexChange> changes, long through)
    {
        lock (_writing)
        {
            var before = Current();
            var set = new SegmentSet(_folder, _schema, before.Views);
            try
            {
                set.Apply(changes);
                _folder.Commit(set.Views, through);
            }
            catch
            {
                set.Abandon();
                throw;
            }

            Publish(set.Views, through);
            _folder.FlushNames();
        }
    }

    public SearchResult Search(SearchQuery query) => Reading(snapshot => SearchRun.Of(snapshot, _schema, query));

    public IReadOnlyList<Suggestion> Suggest(string typed, int count) =>
        Reading(snapshot => SuggestRun.Of(snapshot, typed, count));

    public IndexRebuild BeginRebuild() => new Rebuild(this);

    public void Dispose()
    {
        lock (_writing)
        {
            if (_snapshot is null)
                return;
            var last = _snapshot;
            Volatile.Write(ref _snapshot, null);
            last.Release();
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
        foreach (var segment in views.Select(view => view.Segment).Where(segment => segment.FacetNumbers is null))
            segment.FacetNumbers = [.. _facets.Select((facet, i) => facet.NumberAll(segment.Facet(i).Values))];
    }

    private void Publish(IReadOnlyList<SegmentView> views, long through)
    {
        var before = Current();
        Number(views);
        Volatile.Write(ref _snapshot, new Snapshot([.. views], through, _facets));
        foreach (var old in before.Views)
        {
            var kept = views.FirstOrDefault(view => ReferenceEquals(view.Segment, old.Segment));
            if (kept is null)
                old.Segment.MarkObsolete();
            if (!ReferenceEquals(kept?.Deletions, old.Deletions))
                _folder.RemoveDeletions(old);
        }

        before.Release();
    }

    private sealed class Rebuild(SearchIndex index) : IndexRebuild
    {
        private IReadOnlyList<SegmentView> _views = [];
        private long _through;
        private bool _over;

        public override void Apply(IEnumerable<IndexChange> changes, long through)
        {
            ObjectDisposedException.ThrowIf(_over, this);
            var set = new SegmentSet(index._folder, index._schema, _views);
            try
            {
                set.Apply(changes);
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
            _through = through;
        }

        public override void Swap()
        {
            ObjectDisposedException.ThrowIf(_over, this);
            lock (index._writing)
            {
                index.Current();
                index._folder.Commit(_views, _through);
                _over = true;
                index.Publish(_views, _through);
                index._folder.FlushNames();
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (_over)
                return;
            _over = true;
            foreach (var view in _views)
                view.Segment.Discard();
        }
    }
}
