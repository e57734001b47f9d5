using Dala.Platform.Languages;
using Dala.Platform.Web;
using Dala.Search;

namespace Dala.Library.Finding;

/// <summary>The filters beside a list of results, with the names of their values in the reader's language.</summary>
public static class FacetsOfResults
{
    /// <summary>An em space: a finer subject stands a little further in.</summary>
    private const char Indent = '\u2003';

    public static IReadOnlyList<Facet> Of(
        Words words,
        IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> counted,
        IReadOnlyDictionary<string, string> sources
    ) =>
        [
            .. LibraryIndex
                .Facets.Where(counted.ContainsKey)
                .Select(name => new Facet(
                    name,
                    words["library.filter." + name],
                    [
                        .. InOrder(name, counted[name])
                            .Select(count => new FacetValue(count.Value, Label(words, name, count.Value, sources), count.Count)),
                    ]
                )),
        ];

    // What has an order of its own keeps it; everything else begins with the most frequent.
    private static IEnumerable<FacetCount> InOrder(string name, IReadOnlyList<FacetCount> counts) =>
        name is "subject" or "level" or "tier" ? counts.OrderBy(count => count.Value, StringComparer.Ordinal) : counts;

    private static Text Label(Words words, string name, string value, IReadOnlyDictionary<string, string> sources) =>
        name switch
        {
            "source" => Text.Of(sources.GetValueOrDefault(value, value), words.Language),
            "subject" => Indented(LibraryNames.Of(words, name, value), Math.Max(0, Math.Min(value.Length, 4) - 2)),
            _ => LibraryNames.Of(words, name, value),
        };

    private static Text Indented(Text label, int depth)
    {
        if (depth == 0)
            return label;
        var text = new string(Indent, depth) + label.Value;
        return label.IsMarked ? Text.Marked(text, label.Language) : Text.Of(text, label.Language);
    }
}
