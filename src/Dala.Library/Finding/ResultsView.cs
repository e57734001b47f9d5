using Dala.Platform;

namespace Dala.Library.Finding;

/// <summary>A list of results, or what is wrong with the question.</summary>
/// <param name="Sources">The titles of sources by name.</param>
public sealed record ResultsView(
    SearchParameters Asked,
    Find Find,
    Found? Found,
    IReadOnlyDictionary<string, string> Sources,
    Problem? Problem = null
)
{
    /// <summary>Whether any filter is set.</summary>
    public bool IsFiltered => Find.Filters.Values.Any(values => values.Count > 0);
}
