using System.Collections.Concurrent;
using System.Text.Json;
using Dala.Platform.Languages;
using Dala.Search;
using Dala.Standards.Languages;

namespace Dala.Library.Finding;

/// <summary>
/// The names of subjects and languages in many languages, so that a question in any of them finds what is tagged: the interface's own names, and a
/// file of names in further languages.
/// </summary>
public sealed class SubjectNames(WordBook words)
{
    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> Further = new(ReadFurther);

    private readonly ConcurrentDictionary<string, IReadOnlyList<IndexText>> subjects = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<IndexText>> languages = new(StringComparer.Ordinal);

    /// <summary>
    /// The names of a code of ISCED-F and of the narrow field it stands under. The broad fields join too much in one name: who asks for mathematics
    /// does not mean all of "natural sciences, mathematics and statistics".
    /// </summary>
    public IReadOnlyList<IndexText> OfSubject(string code) =>
        subjects.GetOrAdd(
            code,
            known => [.. Subjects.WithBroader(known).Where(each => each.Length > 2 || each == known).SelectMany(Names)]
        );

    /// <summary>What a language is called by its own speakers and in the languages of the interface.</summary>
    public IReadOnlyList<IndexText> OfLanguage(string tag) =>
        languages.GetOrAdd(
            tag,
            known =>
                [
                    .. words
                        .Languages.Select(language => LanguageNames.Of(known, language.Tag))
                        .Where(name => name.Text != known)
                        .Select(name => new IndexText(LibraryIndex.Subject, name.Text, name.Language))
                        .Concat(LanguageNames.Own(known) is { } own ? [new IndexText(LibraryIndex.Subject, own, known)] : [])
                        .DistinctBy(name => name.Value),
                ]
        );

    private IEnumerable<IndexText> Names(string code) =>
        words
            .Languages.Select(language => new IndexText(
                LibraryIndex.Subject,
                words.In(language.Tag)[Subjects.Key(code)].Value,
                language.Tag
            ))
            .Concat(
                Further
                    .Value.Where(language => language.Value.ContainsKey(code))
                    .Select(language => new IndexText(LibraryIndex.Subject, language.Value[code], language.Key))
            );

    private static Dictionary<string, Dictionary<string, string>> ReadFurther()
    {
        using var stream = typeof(SubjectNames).Assembly.GetManifestResourceStream("Finding/subject-names.json")!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.GetProperty("names").Deserialize<Dictionary<string, Dictionary<string, string>>>()!;
    }
}
