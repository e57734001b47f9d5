using System.Text.Json;

namespace Dala.Standards.Licences;

/// <summary>The phrases of which names of Creative Commons licences are made, in all languages of the two data files.</summary>
internal static class LabelPhrases
{
    public static PhraseTree Read(IEnumerable<Licence> creativeCommons)
    {
        var tree = new PhraseTree();
        using (var names = EmbeddedData.Json("Licences/cc-names.json"))
        {
            Each(names.RootElement, "elements", (element, name) => Add(name, new(PhraseKind.Element, element)));
            Each(names.RootElement, "names", (unit, name) => Add(name, new(PhraseKind.Unit, unit)));
            Each(names.RootElement, "places", (place, name) => Add(name, new(PhraseKind.Place, place)));
        }

        using var words = EmbeddedData.Json("Licences/licence-words.json");
        Each(words.RootElement, "abbreviations", (element, name) => Add(name, new(PhraseKind.Abbreviation, element)));
        Each(words.RootElement, "elements", (element, name) => Add(name, new(PhraseKind.Element, element)));
        Each(words.RootElement, "tools", (unit, name) => Add(name, new(PhraseKind.Unit, unit)));
        Each(words.RootElement, "places", (place, name) => Add(name, new(PhraseKind.Place, place)));
        All("prefixes", PhraseKind.Prefix);
        All("words", PhraseKind.Word);
        All("version words", PhraseKind.VersionWord);
        All("leads", PhraseKind.Lead);
        All("sentences", PhraseKind.Sentence);
        All("ends", PhraseKind.End);
        foreach (
            var place in creativeCommons.Select(licence => licence.Jurisdiction).OfType<string>().Distinct(StringComparer.Ordinal)
        )
            Add(place, new(PhraseKind.Place, place));
        return tree;

        void Add(string name, Phrase phrase) => tree.Add(LabelKey.Of(name), phrase);

        void All(string property, PhraseKind kind)
        {
            foreach (var word in words.RootElement.GetProperty(property).EnumerateArray())
                Add(word.GetString()!, new(kind));
        }
    }

    private static void Each(JsonElement root, string property, Action<string, string> add)
    {
        foreach (var entry in root.GetProperty(property).EnumerateObject())
        {
            foreach (var name in entry.Value.EnumerateArray())
                add(entry.Name, name.GetString()!);
        }
    }
}
