using Dala.Search.Segments;

namespace Dala.Search.Tests;

/// <summary>What the index should answer, by reading every document for every query; its words are parted by single spaces.</summary>
internal sealed class NaiveIndex
{
    private readonly Dictionary<string, IndexDocument> _documents = new(StringComparer.Ordinal);

    public int Count => _documents.Count;

    public NaiveIndex Copy()
    {
        var copy = new NaiveIndex();
        foreach (var (key, document) in _documents)
            copy._documents.Add(key, document);
        return copy;
    }

    public void Apply(IEnumerable<IndexChange> changes)
    {
        foreach (var change in changes)
        {
            if (change is IndexChange.Put put)
                _documents[change.Key] = put.Document;
            else
                _documents.Remove(change.Key);
        }
    }

    public List<IndexDocument> Find(SearchQuery query, string? withoutFilterOn = null) =>
        [
            .. _documents.Values.Where(document =>
                Meets(document, query.Text)
                && query.Filters.All(filter =>
                    filter.Key == withoutFilterOn
                    || filter.Value.Count == 0
                    || filter.Value.Any(value => Has(document, filter.Key, value))
                )
            ),
        ];

    public List<string> Keys(SearchQuery query) =>
        [
            .. (
                query.Order switch
                {
                    SearchOrder.Newest => Find(query).OrderByDescending(document => document.Date),
                    SearchOrder.Title => Find(query).OrderBy(SortKey, ByteOrder.Comparer),
                    _ => Find(query).OrderBy(_ => 0),
                }
            )
                .ThenBy(document => document.Key, StringComparer.Ordinal)
                .Select(document => document.Key),
        ];

    public List<FacetCount> Counts(SearchQuery query, string facet) =>
        [
            .. Find(query, withoutFilterOn: facet)
                .SelectMany(document =>
                    document.Facets.Where(value => value.Field == facet).Select(value => value.Value).Distinct()
                )
                .GroupBy(value => value)
                .Select(group => new FacetCount(group.Key, group.Count(), Hits(query, facet, group.Key)))
                .OrderByDescending(count => count.Count)
                .ThenBy(count => count.Value, StringComparer.Ordinal),
        ];

    private int Hits(SearchQuery query, string facet, string value) => Find(query).Count(document => Has(document, facet, value));

    private static byte[] SortKey(IndexDocument document) =>
        Search.Analysis.TitleOrder.KeyOf(document.Title, document.TitleLanguage);

    private static bool Has(IndexDocument document, string field, string value) =>
        document.Facets.Contains(new IndexFacet(field, value));

    private static bool Meets(IndexDocument document, string text)
    {
        var parts = text.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            // What stands between quotation marks is every second part; a - before the mark ends the part before.
            if (i % 2 == 1)
            {
                if (Has(document, $" {parts[i]} ") == parts[i - 1].EndsWith('-'))
                    return false;
                continue;
            }

            foreach (var word in parts[i].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "-"))
            {
                var excluded = word.StartsWith('-');
                var plain = word.Trim('-', '*');
                var found = document.Texts.Any(value =>
                    value
                        .Value.Split(' ')
                        .Any(other => word.EndsWith('*') ? other.StartsWith(plain, StringComparison.Ordinal) : other == plain)
                );
                if (found == excluded)
                    return false;
            }
        }

        return true;
    }

    private static bool Has(IndexDocument document, string text)
    {
        foreach (var value in document.Texts)
        {
            if ($" {value.Value} ".Contains(text, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
