using System.Globalization;
using Dala.Search;

namespace Dala.Testing.Searching;

/// <summary>What must be the same from every engine: the total, the counts of facets, and by date also the page.</summary>
/// <param name="Counts">A line of text for each field that was counted.</param>
/// <param name="Page">The keys of the page in order where the query says the order; else nothing, because scores differ.</param>
public sealed record Answer(int Total, long FacetSum, string Counts, string Page)
{
    /// <summary>The answer of this program's index, with every value of each facet.</summary>
    public static Answer Of(SearchResult result, LoggedQuery query) =>
        Of(result.Total, query, field => result.Facets[SyntheticFacets.Fields[field]], result.Items.Select(item => item.Key));

    public static Answer Of(int total, LoggedQuery query, Func<int, IReadOnlyList<FacetCount>> counts, IEnumerable<string> page)
    {
        // A value that is filtered by is listed by the index although nothing may have it.
        var counted = query.CountsFacets
            ? Enumerable
                .Range(0, SyntheticFacets.Fields.Count)
                .Select(field => counts(field).Where(count => count.Count > 0).ToList())
                .ToList()
            : [];
        return new Answer(
            total,
            counted.Sum(field => field.Sum(count => (long)count.Hits)),
            string.Join('\n', counted.Select(field => string.Join(' ', field.Select(Text)))),
            query.IsByDate ? string.Join(' ', page) : ""
        );
    }

    private static string Text(FacetCount count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count.Value}:{count.Count}/{count.Hits}");
}
