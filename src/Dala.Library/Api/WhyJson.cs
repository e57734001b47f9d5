using Dala.Library.Finding;
using Dala.Platform.Languages;
using Dala.Search;

namespace Dala.Library.Api;

/// <summary>Why a resource was found and what its score is made of.</summary>
/// <param name="Preference">The factor for preferred languages that is in the scores of the words.</param>
public sealed record WhyJson(float Score, float Preference, IReadOnlyList<WordMatchJson> Words)
{
    public static WhyJson Of(Explanation why, Concepts concepts, Words words) =>
        new(why.Score, why.Preference, [.. why.Words.Select(match => WordMatchJson.Of(match, concepts, words))]);
}

/// <summary>How one word of a question met a resource.</summary>
/// <param name="Found">The word in the resource, or the id of a concept.</param>
/// <param name="Name">What the concept is called in the reader's language.</param>
/// <param name="Level">same, form, script, part, meaning or near.</param>
public sealed record WordMatchJson(
    string Asked,
    string Found,
    string? Name,
    string Level,
    IReadOnlyList<string> Fields,
    float Score
)
{
    public static WordMatchJson Of(WordMatch match, Concepts concepts, Words words) =>
        new(
            match.Asked,
            match.Found,
            match.Level == MatchLevel.Meaning ? concepts.NameOf(match.Found, [words.Language])?.Value : null,
            LevelName(match.Level),
            match.Fields,
            match.Score
        );

    private static string LevelName(MatchLevel level) =>
        level switch
        {
            MatchLevel.Same => "same",
            MatchLevel.Form => "form",
            MatchLevel.Script => "script",
            MatchLevel.Part => "part",
            MatchLevel.Meaning => "meaning",
            _ => "near",
        };
}
