using Dala.Search;

namespace Dala.Testing.Searching;

/// <summary>Asks this program's index the queries of the log.</summary>
public static class OwnAnswer
{
    /// <summary>The whole answer, with every value of every facet.</summary>
    public static Answer To(LoggedQuery query, ISearchIndex index) =>
        Answer.Of(index.Search(Query(query, index) with { FacetSize = int.MaxValue }), query);

    /// <summary>The query as the index takes it; a deep page begins after 1,000 hits, or after half of them if they are fewer than twice that.</summary>
    public static SearchQuery Query(LoggedQuery query, ISearchIndex index, MatchLevel furthest = MatchLevel.Same)
    {
        var search = query.ToSearchQuery(furthest);
        if (query.Kind is not QueryKind.DeepPage)
            return search;
        var depth = Math.Min(LoggedQuery.Depth, index.Search(search with { Size = 1 }).Total / 2);
        return depth == 0 ? search : search with { After = index.Search(search with { Size = depth }).Next };
    }
}
