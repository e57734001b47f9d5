namespace Dala.Search;

/// <summary>A searchable copy of documents that another store owns; made with <see cref="SearchIndex.Open"/>.</summary>
/// <remarks>Any number of threads may search while one applies changes; each search sees one moment of the index.</remarks>
public interface ISearchIndex : IDisposable
{
    /// <summary>The number of the last change the index holds; it survives a crash together with that change.</summary>
    long Through { get; }

    /// <summary>Grows with everything that may change an answer: as long as it is the same, so are the answers. It begins anew with each opening.</summary>
    long Version { get; }

    /// <summary>How many documents can be found.</summary>
    int Count { get; }

    /// <summary>Puts and removes documents. When it returns, the changes can be found; <see cref="Commit"/> makes them safe. When it throws, none is there.</summary>
    /// <param name="changes">The last change of a key wins.</param>
    /// <param name="through">The change number the index holds afterwards.</param>
    void Apply(IEnumerable<IndexChange> changes, long through);

    /// <summary>Writes what was applied to the disk; when it returns, the changes up to <see cref="Through"/> survive a crash.</summary>
    void Commit();

    /// <summary>
    /// Commits, and merges what is in the index into as few parts as their size allows, so that a search has fewer to go through. Worth its time after
    /// a great many changes; searches go on meanwhile, changes wait.
    /// </summary>
    void Compact();

    /// <summary>Finds, counts and orders.</summary>
    /// <exception cref="BadCursorException"><see cref="SearchQuery.After"/> is not a cursor of this order.</exception>
    SearchResult Search(SearchQuery query);

    /// <summary>Finds documents that share the most telling words of a document, which need not be in the index.</summary>
    IReadOnlyList<SearchHit> Like(IndexDocument document, int count);

    /// <summary>What a person who has typed this much may want: words of titles, and whole titles with any word that begins so.</summary>
    IReadOnlyList<Suggestion> Suggest(string typed, int count);

    /// <summary>Starts a second, empty index beside this one, which serves until <see cref="IndexRebuild.Swap"/>.</summary>
    IndexRebuild BeginRebuild();
}

/// <summary>A second index that grows beside the one that serves, to take its place.</summary>
/// <remarks>Disposed without <see cref="Swap"/>, or left by a crash, it is thrown away.</remarks>
public abstract class IndexRebuild : IDisposable
{
    /// <summary>As <see cref="ISearchIndex.Apply"/>, but nothing can be found and nothing is kept before <see cref="Swap"/>.</summary>
    public abstract void Apply(IEnumerable<IndexChange> changes, long through);

    /// <summary>Puts this index in the place of the one that serves. Changes the old one got meanwhile must have been applied here too.</summary>
    public abstract void Swap();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
