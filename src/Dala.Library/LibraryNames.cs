using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dala.Platform.Languages;
using Dala.Standards.Languages;
using Dala.Standards.Licences;

namespace Dala.Library;

/// <summary>How the values of fields and filters are called in the reader's language; a value without a name is shown as it is.</summary>
public static partial class LibraryNames
{
    /// <summary>The terms of HCRT, in the order of the scheme (https://w3id.org/kim/hcrt/scheme).</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "application",
        "assessment",
        "audio",
        "case_study",
        "course",
        "data",
        "diagram",
        "drill_and_practice",
        "educational_game",
        "experiment",
        "image",
        "index",
        "lesson_plan",
        "map",
        "portal",
        "questionnaire",
        "script",
        "sheet_music",
        "simulation",
        "slide",
        "text",
        "textbook",
        "video",
        "web_page",
        "worksheet",
        "other",
    ];

    /// <summary>The levels of ISCED 2011.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["0", "1", "2", "3", "4", "5", "6", "7", "8"];

    /// <summary>The terms of LRMI's educationalAudienceRole.</summary>
    public static IReadOnlyList<string> Audiences { get; } =
    ["administrator", "generalPublic", "mentor", "parent", "peerTutor", "professional", "student", "teacher"];

    /// <summary>The name of a value of a field or filter.</summary>
    public static Text Of(Words words, string field, string value) =>
        field switch
        {
            Fields.Language => Language(words, value),
            "tier" => Tier(words, value),
            "may" => Known(words, "library.filter.may." + value, value),
            Fields.Type => Known(words, TypeKey(value), value),
            Fields.Level => Known(words, LevelKey(value), value),
            Fields.Subject => Subject(words, value),
            Fields.Audience => Known(words, AudienceKey(value), value),
            _ => Text.Of(value, words.Language),
        };

    // Every list of results names some sixty languages. What people write into an address is named too, so there is an end to what is kept.
    private const int MostLanguageTexts = 20_000;

    private static readonly ConcurrentDictionary<(string Tag, string In), Text> LanguageTexts = new();

    public static Text Language(Words words, string tag)
    {
        if (LanguageTexts.TryGetValue((tag, words.Language), out var known))
            return known;
        var text = Named(words, tag);
        if (LanguageTexts.Count < MostLanguageTexts)
            LanguageTexts.TryAdd((tag, words.Language), text);
        return text;
    }

    public static Text Tier(Words words, Tier tier) => Tier(words, tier.ToString());

    public static string TierKey(string tier) => "library.tier." + tier.ToLowerInvariant();

    public static string TypeKey(string type) => "library.type." + type.Replace('_', '-');

    public static string LevelKey(string level) => "library.level." + level;

    public static string AudienceKey(string role) => "library.audience." + HumpOf.Replace(role, "-$0").ToLowerInvariant();

    public static string FieldKey(string field) => "library.field." + field;

    private static Text Tier(Words words, string tier) => Known(words, TierKey(tier), tier);

    private static Text Named(Words words, string tag)
    {
        var name = LanguageNames.Of(tag, words.Language);
        return name.Language == words.Language || name.Language.Length == 0
            ? Text.Of(name.Text, words.Language)
            : Text.Marked(name.Text, name.Language);
    }

    // A finer code than we have names for goes by the nearest name above it.
    private static Text Subject(Words words, string code) =>
        Subjects.WithBroader(code).LastOrDefault() is { } named ? words[Subjects.Key(named)] : Text.Of(code, words.Language);

    private static Text Known(Words words, string key, string value) =>
        words.Has(key) ? words[key] : Text.Of(value, words.Language);

    [GeneratedRegex("(?<=[a-z])[A-Z]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HumpOf { get; }
}
