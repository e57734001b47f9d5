using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Dala.Standards.Languages;

/// <summary>A name and the language it is in, so that a page can mark it when it is not the page's own.</summary>
public sealed record LanguageName(string Text, string Language);

/// <summary>The names of languages, from CLDR.</summary>
public static class LanguageNames
{
    private static readonly Lazy<JsonElement> Data = new(() =>
    {
        using var json = EmbeddedData.Json("Languages/names.json");
        return json.RootElement.Clone();
    });

    private static readonly Lazy<Dictionary<string, string>> OwnNames = new(() => Map(Data.Value.GetProperty("own")));
    private static readonly Lazy<Dictionary<string, string>> Tags = new(ReadTags);
    private static readonly ConcurrentDictionary<string, Names?> Loaded = new(StringComparer.Ordinal);

    /// <summary>The languages in which names can be had.</summary>
    public static IReadOnlyList<string> Languages { get; } =
    ["en", "ru", "kk", "fr", "ar", "es", "zh", "ky", "tg", "uz", "uz-Cyrl", "tk", "az", "tr", "de", "sv"];

    /// <summary>The name of a language in another; in English, or at last the tag itself, if there is none.</summary>
    public static LanguageName Of(string tag, string inLanguage)
    {
        foreach (var language in Fallbacks(inLanguage))
        {
            if (In(language) is { } names && Compose(tag, names) is { } name)
                return new(name, language);
        }

        return new(tag, "");
    }

    /// <summary>The name of a language in itself; null where CLDR's extract has none.</summary>
    public static string? Own(string tag)
    {
        var subtags = tag.Split('-');
        for (var length = subtags.Length; length > 0; length--)
        {
            if (OwnNames.Value.TryGetValue(string.Join('-', subtags[..length]), out var name))
                return name;
        }

        return null;
    }

    /// <summary>The tag of a language by its name in itself or in one of the languages of the interface.</summary>
    internal static string? TagOf(string name) => Tags.Value.GetValueOrDefault(Fold(name));

    private static IEnumerable<string> Fallbacks(string language)
    {
        yield return language;
        for (var hyphen = language.LastIndexOf('-'); hyphen > 0; hyphen = language.LastIndexOf('-'))
            yield return language = language[..hyphen];
        yield return "en";
    }

    /// <summary>The longest part of the tag that has a name ("Brazilian Portuguese"), the rest in brackets.</summary>
    private static string? Compose(string tag, Names names)
    {
        var subtags = tag.Split('-');
        for (var length = subtags.Length; length > 0; length--)
        {
            if (!names.Languages.TryGetValue(string.Join('-', subtags[..length]), out var name))
                continue;
            var details = subtags[length..].Select(Detail).ToList();
            // CLDR's pattern differs little from language to language; a comma in round brackets is read in all of these.
            return details.Count == 0 ? name : $"{name} ({string.Join(", ", details)})";
        }

        return null;

        string Detail(string subtag) =>
            subtag.Length == 4 && char.IsAsciiLetter(subtag[0])
                ? names.Scripts.GetValueOrDefault(subtag, subtag)
                : names.Regions.GetValueOrDefault(subtag, subtag);
    }

    private static Names? In(string language) =>
        Loaded.GetOrAdd(
            language,
            static language =>
                Languages.Contains(language) && Data.Value.GetProperty(language) is var names
                    ? new(
                        Map(names.GetProperty("languages")),
                        Map(names.GetProperty("scripts")),
                        Map(names.GetProperty("regions"))
                    )
                    : null
        );

    private static Dictionary<string, string> ReadTags()
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        var ambiguous = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (tag, name) in OwnNames.Value)
            tags.TryAdd(Fold(name), tag);
        var own = tags.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var language in Languages)
        {
            foreach (var (tag, name) in In(language)!.Languages)
            {
                var key = Fold(name);
                if (!own.Contains(key) && !tags.TryAdd(key, tag) && tags[key] != tag)
                    ambiguous.Add(key);
            }
        }

        foreach (var key in ambiguous)
            tags.Remove(key);
        return tags;
    }

    private static string Fold(string name) => name.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    private static Dictionary<string, string> Map(JsonElement element) =>
        element.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal);

    private sealed record Names(
        Dictionary<string, string> Languages,
        Dictionary<string, string> Scripts,
        Dictionary<string, string> Regions
    );
}
