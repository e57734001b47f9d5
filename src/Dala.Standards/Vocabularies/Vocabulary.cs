namespace Dala.Standards.Vocabularies;

/// <summary>A concept of a controlled vocabulary.</summary>
/// <param name="Id">With the vocabulary before it: <c>unesco:2018</c>.</param>
/// <param name="Broader">The ids of the concepts right above it.</param>
/// <param name="Labels">Its labels by language, the preferred one first.</param>
public sealed record VocabularyConcept(
    string Id,
    IReadOnlyList<string> Broader,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Labels
);

/// <summary>Controlled vocabularies as tables: id, broader ids, then the labels in each language; made from the published files by the tests.</summary>
public static class Vocabulary
{
    /// <summary>Between the labels of one language and between broader ids.</summary>
    public const char Separator = '|';

    /// <summary>The UNESCO Thesaurus, CC BY-SA 3.0 IGO; English, French, Spanish, Russian, Arabic.</summary>
    public static IEnumerable<VocabularyConcept> Thesaurus => Read("Vocabularies/unesco-thesaurus.tsv", "unesco:");

    /// <summary>HCRT, the types of resources (https://w3id.org/kim/hcrt/scheme), CC0; seven languages.</summary>
    public static IEnumerable<VocabularyConcept> ResourceTypes => Read("Vocabularies/hcrt.tsv", "hcrt:");

    private static IEnumerable<VocabularyConcept> Read(string table, string prefix)
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream(table)!;
        using var reader = new StreamReader(stream);
        var languages = reader.ReadLine()!.Split('\t')[2..];
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            yield return new VocabularyConcept(
                prefix + cells[0],
                [.. Parts(cells[1]).Select(id => prefix + id)],
                languages
                    .Zip(cells[2..])
                    .Where(pair => pair.Second.Length > 0)
                    .ToDictionary(pair => pair.First, pair => (IReadOnlyList<string>)Parts(pair.Second))
            );
        }
    }

    private static string[] Parts(string cell) => cell.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
}
