using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Dala.Platform.Languages;

/// <summary>Every interface text in every language: the files <c>Texts/LANG.json</c> of all modules.</summary>
public sealed class WordBook
{
    /// <summary>The language that is complete by rule, and that stands in where another lacks a text.</summary>
    public const string Fallback = "en";

    private readonly FrozenDictionary<string, Words> byLanguage;

    /// <summary>Reads the texts that the assemblies carry; a key that two of them bring is an error.</summary>
    public WordBook(IEnumerable<Assembly> assemblies)
    {
        var texts = new Dictionary<string, Dictionary<string, TextTemplate>>(StringComparer.Ordinal) { [Fallback] = [] };
        foreach (var assembly in assemblies.Distinct())
        {
            foreach (var (language, name) in Files(assembly))
                ReadInto(texts.TryGetValue(language, out var known) ? known : texts[language] = [], assembly, name);
        }

        Languages = [.. InterfaceLanguage.Known.Where(language => texts.ContainsKey(language.Tag))];
        Templates = texts.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary(StringComparer.Ordinal));
        var english = new Words(Languages[0], Templates[Fallback], fallback: null);
        byLanguage = Languages.ToFrozenDictionary(
            language => language.Tag,
            language => language.Tag == Fallback ? english : new Words(language, Templates[language.Tag], english)
        );
    }

    /// <summary>The languages that there are texts in, in the order of the language chooser.</summary>
    public IReadOnlyList<InterfaceLanguage> Languages { get; }

    internal FrozenDictionary<string, FrozenDictionary<string, TextTemplate>> Templates { get; }

    /// <summary>Whether the interface speaks the language; tags are compared as they are written in addresses.</summary>
    public bool Knows(string? language) => language is not null && byLanguage.ContainsKey(language);

    /// <summary>The texts in a language, or in English where the interface does not speak it.</summary>
    public Words In(string? language) =>
        language is not null && byLanguage.TryGetValue(language, out var words) ? words : byLanguage[Fallback];

    /// <summary>The best language for an <c>Accept-Language</c> header (RFC 9110, 12.5.4; lookup as in RFC 4647, 3.4).</summary>
    public string Choose(string? acceptLanguage) =>
        AcceptLanguage.Wanted(acceptLanguage).Select(Spoken).FirstOrDefault(Knows) ?? Fallback;

    private static string Spoken(string range) => range.Split('-')[0].ToLowerInvariant();

    private static IEnumerable<(string Language, string Name)> Files(Assembly assembly) =>
        from name in assembly.GetManifestResourceNames()
        where name.StartsWith("Texts/", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal)
        select (name["Texts/".Length..^".json".Length], name);

    private static void ReadInto(Dictionary<string, TextTemplate> texts, Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var json = JsonDocument.Parse(stream);
        foreach (var entry in json.RootElement.EnumerateObject())
        {
            if (!texts.TryAdd(entry.Name, TextTemplate.Read(entry.Name, entry.Value)))
                throw new InvalidDataException(
                    $"The text {entry.Name} stands twice: again in {name} of {assembly.GetName().Name}."
                );
        }
    }
}
