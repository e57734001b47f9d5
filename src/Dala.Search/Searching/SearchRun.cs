using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>One search over one moment of the index.</summary>
internal sealed class SearchRun : IDisposable
{
    private readonly Snapshot _snapshot;
    private readonly SearchQuery _query;
    private readonly Cursor? _after;
    private readonly FacetCounting _facets;
    private readonly QueryPlan _plan;
    private readonly FirstHits _first;
    private int _total;

    private SearchRun(Snapshot snapshot, IndexSchema schema, SearchQuery query)
    {
        if (query.Size < 0 || query.FacetSize < 0)
            throw new ArgumentException("A page and a list of counts cannot have less than nothing.", nameof(query));
        _snapshot = snapshot;
        _query = query;
        _after = Cursor.Read(query.After, query.Order);
        _facets = new FacetCounting(snapshot, schema, query);
        _plan = QueryPlan.Of(snapshot, schema, query);
        _first = new FirstHits(query.Order, query.Size, _after);
    }

    public static SearchResult Of(Snapshot snapshot, IndexSchema schema, SearchQuery query)
    {
        using var run = new SearchRun(snapshot, schema, query);
        return run.Run();
    }

    public void Dispose()
    {
        _facets.Dispose();
        _plan.Dispose();
    }

    private SearchResult Run()
    {
        for (var i = 0; i < _snapshot.Views.Count; i++)
        {
            using var search = new SegmentSearch(_snapshot.Views[i], i, _plan, _query);
            var hits = _facets.Take(search);
            _total += hits.Count;
            _first.Take(search, hits, i);
        }

        var page = _first.Page();
        var explain = _query.Explain ? new ExplainRun(_snapshot, _plan) : null;
        return new SearchResult
        {
            Total = _total,
            Items =
            [
                .. page.Select(hit => new SearchHit(
                    _snapshot.Views[hit.Segment].Segment.Keys.Text(hit.Hit.Document),
                    hit.Hit.Score,
                    explain?.Of(hit.Segment, hit.Hit.Document, hit.Hit.Score)
                )),
            ],
            Facets = _facets.Result(_query.FacetSize),
            DidYouMean = DidYouMean.Of(_plan, _snapshot, _query, _total),
            Highlighter = FoundWords.Of(_plan, _snapshot),
            Next = _first.HasMore ? CursorAt(_snapshot.Views[page[^1].Segment].Segment, page[^1].Hit).Encode() : null,
        };
    }

    private Cursor CursorAt(Segment segment, Candidate hit) =>
        _query.Order is SearchOrder.Title
            ? new Cursor(_query.Order, 0, segment.SortKeys[hit.Document].ToArray(), segment.Keys[hit.Document].ToArray())
            : new Cursor(_query.Order, hit.Primary, [], segment.Keys[hit.Document].ToArray());
}
