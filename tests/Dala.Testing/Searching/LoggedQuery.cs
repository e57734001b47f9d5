using Dala.Search;

namespace Dala.Testing.Searching;

/// <summary>The ten kinds of query in the log.</summary>
public enum QueryKind
{
    Term,
    And,
    Or,
    Phrase,
    Prefix,
    Filter,
    MatchAll,
    MultiTerm,
    ByDate,
    DeepPage,
}

/// <summary>A query of the log, in parts that each engine puts into its own words.</summary>
/// <param name="Words">Of a phrase in order; of a prefix its letters; none for everything. Chinese ones without spaces.</param>
/// <param name="Filters">By field and value as numbers of <see cref="SyntheticFacets"/>.</param>
public sealed record LoggedQuery(
    int Number,
    QueryKind Kind,
    IReadOnlyList<string> Words,
    bool IsChinese,
    bool CountsFacets,
    IReadOnlyDictionary<int, IReadOnlyList<int>> Filters
)
{
    public const int PageSize = 20;

    /// <summary>How many hits lie before a deep page, if there are twice as many.</summary>
    public const int Depth = 1000;

    public bool IsByDate => Kind is QueryKind.ByDate or QueryKind.DeepPage;

    /// <summary>Whether there is something to rank by.</summary>
    public bool IsRanked => !IsByDate && Words.Count > 0;

    /// <summary>The query as this program's index takes it, with words found as they are written or in every way.</summary>
    public SearchQuery ToSearchQuery(MatchLevel furthest = MatchLevel.Same) =>
        new()
        {
            Text = Kind switch
            {
                QueryKind.Phrase => $"\"{string.Join(IsChinese ? "" : " ", Words)}\"",
                QueryKind.Prefix => Words[0] + "*",
                _ => string.Join(' ', Words),
            },
            Any = Kind is QueryKind.Or,
            Furthest = furthest,
            Order = IsByDate ? SearchOrder.Newest : SearchOrder.Relevance,
            Size = PageSize,
            Facets = CountsFacets ? SyntheticFacets.Fields : [],
            Filters = Filters.ToDictionary(
                filter => SyntheticFacets.Fields[filter.Key],
                IReadOnlyList<string> (filter) => [.. filter.Value.Select(value => SyntheticFacets.Values[filter.Key][value])]
            ),
        };

    public override string ToString()
    {
        var query = ToSearchQuery();
        var filters = query.Filters.Select(filter => $" {filter.Key}={string.Join('|', filter.Value)}");
        return $"#{Number} {Kind} [{query.Text}]{string.Concat(filters)}";
    }
}
