namespace Dala.Bench.Relevance;

/// <summary>What the search is to reach in languages that inflect, or that are written in two scripts.</summary>
internal sealed record Goal(string Name, string Wanted, string Reached, bool Holds);

internal static class Goals
{
    private static readonly string[] TwoScripts = ["kk", "ky", "tg", "uz", "az", "tk"];

    // Arabic writes the article and some prepositions onto the word, so that these are forms of it too.
    private static readonly string[] FormsOfWords = ["inflection", "article", "prefix"];

    // Names and missing letters are helped by likeness, not by a rule that could always hold; they have rows of their own.
    private static readonly string[] ByRule = ["script", "apostrophe", "inflection"];

    private static readonly string[] SpellingsOfUzbek = ["o'zbek", "o‘zbek", "oʻzbek", "oʼzbek", "ўзбек"];

    public static IEnumerable<Goal> Of(IReadOnlyList<CaseResult> results)
    {
        var across = AcrossScripts(results);
        yield return new(
            "Cyrillic query for Latin text and the reverse, kk ky tg uz az tk",
            "recall@20 ≥ 0.95",
            $"{across.Recall:F3} of {across.Answers} answers",
            across.Recall >= 0.95
        );
        var inflected = Inflected(results);
        yield return new(
            "Another form of the word, all languages",
            "recall@20 ≥ 0.90 at precision ≥ 0.95",
            $"{inflected.Recall:F3} at {inflected.Precision:F3}",
            inflected is { Recall: >= 0.90, Precision: >= 0.95 }
        );
        var uzbek = results.Where(result => SpellingsOfUzbek.Contains(result.Case.Query) && result.Case.Kind == "apostrophe");
        var complete = uzbek.Count(result => !result.Missed.Any());
        yield return new(
            "Five spellings of oʻzbek find the same",
            "5 of 5",
            $"{complete} of {SpellingsOfUzbek.Length}",
            complete == SpellingsOfUzbek.Length
        );
    }

    public static Tally AcrossScripts(IEnumerable<CaseResult> results) =>
        results
            .Where(result => TwoScripts.Contains(result.Set.Language) && ByRule.Contains(result.Case.Kind))
            .Aggregate(default(Tally), (sum, result) => sum + result.AcrossScripts);

    public static Tally Inflected(IEnumerable<CaseResult> results) =>
        Tally.Of(results.Where(result => FormsOfWords.Contains(result.Case.Kind)));
}
