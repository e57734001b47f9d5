using System.Globalization;
using Dala.Platform.Web;
using Dala.Search;

namespace Dala.Library.Finding;

/// <summary>
/// The address that asks for a search again: everything that makes its results stands in it, also which languages come first, which is otherwise
/// taken from whoever reads.
/// </summary>
public static class SearchAddress
{
    /// <summary>The query from the first result on, with its parts in one order whatever order they were typed in.</summary>
    public static PageQuery Of(Find find, IReadOnlyList<string> preferred)
    {
        var query = PageQuery.Empty;
        if (find.Text.Length > 0)
            query = query.With("q", find.Text);
        if (find.Any)
            query = query.With("match", "any");
        if (find.Exact)
            query = query.With("exact", "true");
        foreach (var filter in LibraryIndex.Facets)
        {
            foreach (var value in find.Filters.GetValueOrDefault(filter, []))
                query = query.With(filter, value);
        }

        if (find.From is { } from)
            query = query.With("from", Day(from));
        if (find.To is { } to)
            query = query.With("to", Day(to));
        query = query.With("prefer", preferred.Count == 0 ? SearchParameters.NoPreference : string.Join(',', preferred));
        return find.Order switch
        {
            SearchOrder.Newest => query.With("order", "newest"),
            SearchOrder.Title => query.With("order", "title"),
            _ => query,
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
