using System.Buffers;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>One search over one moment of the index.</summary>
internal sealed class SearchRun : IDisposable
{
    private readonly Snapshot _snapshot;
    private readonly IndexSchema _schema;
    private readonly SearchQuery _query;
    private readonly Cursor? _after;
    private readonly FacetCounting _facets;
    private int _total;
    private int _rest;

    private SearchRun(Snapshot snapshot, IndexSchema schema, SearchQuery query)
    {
        if (query.Size < 0 || query.FacetSize < 0)
            throw new ArgumentException("A page and a list of counts cannot have less than nothing.", nameof(query));
        _snapshot = snapshot;
        _schema = schema;
        _query = query;
        _after = Cursor.Read(query.After, query.Order);
        _facets = new FacetCounting(snapshot, schema, query);
    }

    public static SearchResult Of(Snapshot snapshot, IndexSchema schema, SearchQuery query)
    {
        using var run = new SearchRun(snapshot, schema, query);
        return run.Run();
    }

    public void Dispose() => _facets.Dispose();

    private SearchResult Run()
    {
        var clauses = ParsedQuery.Of(_query.Text).Clauses;
        var ranking = new Ranking(_snapshot, _schema, _query.PreferredLanguages);
        var terms = _snapshot
            .Views.Select(view => clauses.Select(clause => ClauseTerms.Find(clause, view.Segment)).ToList())
            .ToList();
        var weights = clauses.Select((clause, i) => Weight(ranking, clause, terms.Select(segment => segment[i]))).ToList();

        var page = new List<(Segment Segment, Candidate Hit)>();
        for (var i = 0; i < _snapshot.Views.Count; i++)
        {
            var view = _snapshot.Views[i];
            var match = new SegmentMatch(view.Segment, ranking);
            using var matches = match.Find([.. terms[i].Select((clause, c) => (clause, weights[c]))]);
            page.AddRange(Collect(view, matches).Select(hit => (view.Segment, hit)));
        }

        page.Sort(Compare);
        if (page.Count > _query.Size)
            page.RemoveRange(_query.Size, page.Count - _query.Size);
        return new SearchResult
        {
            Total = _total,
            Items = [.. page.Select(item => new SearchHit(item.Segment.Keys.Text(item.Hit.Document), item.Hit.Score))],
            Facets = _facets.Result(_query.FacetSize),
            Next = page.Count > 0 && _rest > page.Count ? CursorAt(page[^1].Segment, page[^1].Hit).Encode() : null,
        };
    }

    // The words of a phrase are each as rare as they are; the forms of a word are taken together.
    private static float Weight(Ranking ranking, QueryClause clause, IEnumerable<ClauseTerms> segments)
    {
        var documents = new long[clause.Words.Count];
        foreach (var segment in segments)
        {
            for (var word = 0; word < documents.Length; word++)
                documents[word] += segment.Words[word].Sum(form => (long)form.Documents);
        }

        return documents.Sum(ranking.Rarity);
    }

    private IReadOnlyList<Candidate> Collect(SegmentView view, Matches matches)
    {
        var segment = view.Segment;
        if (view.Deletions.Count > 0)
            matches.RemoveAll(view.Deletions);
        if (matches.Count == 0)
            return [];
        var refused = _facets.Take(segment, matches);
        var top = new TopHits(_query.Size);
        var start = _after is null ? default(Candidate?) : FirstAfter(segment, _after);
        var dates = segment.Dates;
        var ranks = segment.TitleRanks;
        for (var i = 0; i < matches.Count; i++)
        {
            if (refused[i] != 0)
                continue;
            _total++;
            var document = matches.Documents[i];
            var score = matches.Scores[i];
            var candidate = new Candidate(
                _query.Order switch
                {
                    SearchOrder.Newest => ~dates[document],
                    SearchOrder.Title => ranks[document],
                    _ => -(long)BitConverter.SingleToInt32Bits(score),
                },
                document,
                score
            );
            if (start is { } first && candidate.IsBefore(first))
                continue;
            _rest++;
            top.Add(candidate);
        }

        ArrayPool<byte>.Shared.Return(refused);
        return top.Hits;
    }

    // Where the hits of a segment begin that come after the cursor.
    private static Candidate FirstAfter(Segment segment, Cursor cursor)
    {
        if (cursor.Order is not SearchOrder.Title)
            return new Candidate(cursor.Primary, FirstAfterKey(segment, cursor.Key), 0);

        var order = segment.TitleOrder;
        var low = 0;
        var high = order.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var compared = segment.SortTitles[order[middle]].SequenceCompareTo(cursor.Title);
            if (compared == 0)
                compared = segment.Keys[order[middle]].SequenceCompareTo(cursor.Key);
            if (compared <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        return new Candidate(low, 0, 0);
    }

    private static int FirstAfterKey(Segment segment, byte[] key)
    {
        var first = segment.FirstFrom(key);
        return first < segment.Documents && segment.Keys[first].SequenceEqual(key) ? first + 1 : first;
    }

    private int Compare((Segment Segment, Candidate Hit) a, (Segment Segment, Candidate Hit) b)
    {
        // Titles go by the code points of their folded form; the collation of a language is to come.
        var order =
            _query.Order is SearchOrder.Title
                ? a.Segment.SortTitles[a.Hit.Document].SequenceCompareTo(b.Segment.SortTitles[b.Hit.Document])
                : a.Hit.Primary.CompareTo(b.Hit.Primary);
        return order != 0 ? order : a.Segment.Keys[a.Hit.Document].SequenceCompareTo(b.Segment.Keys[b.Hit.Document]);
    }

    private Cursor CursorAt(Segment segment, Candidate hit) =>
        _query.Order is SearchOrder.Title
            ? new Cursor(_query.Order, 0, segment.SortTitles[hit.Document].ToArray(), segment.Keys[hit.Document].ToArray())
            : new Cursor(_query.Order, hit.Primary, [], segment.Keys[hit.Document].ToArray());
}
