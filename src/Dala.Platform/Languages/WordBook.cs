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
    private readonly FrozenDictionary<string, FrozenDictionary<string, TextTemplate>> templates;

    /// <summary>Reads the texts that the assemblies carry; a key that two of them bring is an error.</summary>
    public WordBook(IEnumerable<Assembly> assemblies)
        : this(assemblies.Distinct().SelectMany(TextFile.In)) { }

    public WordBook(IEnumerable<TextFile> files)
    {
        var texts = new Dictionary<string, Dictionary<string, TextTemplate>>(StringComparer.Ordinal) { [Fallback] = [] };
        foreach (var file in files)
        {
            if (InterfaceLanguage.Known.All(language => language.Tag != file.Language))
                throw new InvalidDataException($"{file.Source}: no name is known for the language {file.Language}.");
            ReadInto(texts.TryGetValue(file.Language, out var known) ? known : texts[file.Language] = [], file);
        }

        Languages = [.. InterfaceLanguage.Known.Where(language => texts.ContainsKey(language.Tag))];
        templates = texts.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary(StringComparer.Ordinal));
        var english = new Words(Languages[0], templates[Fallback], fallback: null);
        byLanguage = Languages.ToFrozenDictionary(
            language => language.Tag,
            language => language.Tag == Fallback ? english : new Words(language, templates[language.Tag], english)
        );
    }

    /// <summary>The languages that there are texts in, in the order of the language chooser.</summary>
    public IReadOnlyList<InterfaceLanguage> Languages { get; }

    /// <summary>Every key of a language with its plural forms and the names of its holes, for the checks that texts are complete.</summary>
    public IReadOnlyDictionary<string, (IReadOnlyList<string> Forms, IReadOnlyList<string> Holes)> Outline(string language) =>
        templates[language]
            .ToDictionary(
                pair => pair.Key,
                pair => ((IReadOnlyList<string>)[.. pair.Value.Forms], (IReadOnlyList<string>)[.. pair.Value.Holes]),
                StringComparer.Ordinal
            );

    /// <summary>Whether the interface speaks the language; tags are compared as they are written in addresses.</summary>
    public bool Knows(string? language) => language is not null && byLanguage.ContainsKey(language);

    /// <summary>The texts in a language, or in English where the interface does not speak it.</summary>
    public Words In(string? language) =>
        language is not null && byLanguage.TryGetValue(language, out var words) ? words : byLanguage[Fallback];

    /// <summary>The best language for an <c>Accept-Language</c> header (RFC 9110, 12.5.4; lookup as in RFC 4647, 3.4).</summary>
    public string Choose(string? acceptLanguage) =>
        AcceptLanguage.Wanted(acceptLanguage).Select(Spoken).FirstOrDefault(Knows) ?? Fallback;

    private static string Spoken(string range) => range.Split('-')[0].ToLowerInvariant();

    private static void ReadInto(Dictionary<string, TextTemplate> texts, TextFile file)
    {
        using var json = JsonDocument.Parse(file.Json);
        foreach (var entry in json.RootElement.EnumerateObject())
        {
            if (!texts.TryAdd(entry.Name, TextTemplate.Read(entry.Name, entry.Value)))
                throw new InvalidDataException(
                    $"{file.Source}: the text {entry.Name} stands in another file too, or twice in this one."
                );
        }
    }
}
