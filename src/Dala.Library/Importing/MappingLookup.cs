namespace Dala.Library.Importing;

/// <summary>Turns a source's terms into ours; capital letters and blanks around a term do not count.</summary>
internal sealed class MappingLookup(IReadOnlyDictionary<string, IReadOnlyList<string>> terms)
{
    /// <summary>The key that stands for every term that has none.</summary>
    public const string Other = "*";
    private const string Found = "lookup";
    private const string Assumed = "assumed";
    private readonly Dictionary<string, IReadOnlyList<string>> terms = new(terms, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every value that the lookup can give.</summary>
    public IEnumerable<string> Values => terms.Values.SelectMany(values => values);

    public (IReadOnlyList<string> Values, string Step) Find(string term)
    {
        if (terms.TryGetValue(term, out var values) || terms.TryGetValue(term.Trim(), out values))
            return (values, Found);
        return terms.TryGetValue(Other, out values) ? (values, Assumed) : ([], Found);
    }
}
