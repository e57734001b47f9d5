using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>
/// Scores hits in rising order, and leaps over stretches in which nothing can come among the first (block-max MaxScore: Ding and Suel, 2011; Mallia,
/// Ottaviano, Porciani, Tonellotto and Venturini, "Faster BlockMax WAND with variable-sized blocks", 2017).
/// </summary>
internal sealed class HitScorer(IReadOnlyList<SegmentClause> clauses, SegmentScoring scoring)
{
    /// <summary>What no document from the given one to the last it speaks for scores more than.</summary>
    public float Bound(int document, out int last)
    {
        last = PostingsReader.None - 1;
        if (clauses.Count == 0)
            return scoring.GreatestPreference;
        var bound = 0f;
        for (var i = 0; i < clauses.Count; i++)
        {
            bound += clauses[i].Bound(document, out var lastOfClause);
            last = Math.Min(last, lastOfClause);
        }

        return bound * scoring.GreatestPreference;
    }

    public float Score(int document)
    {
        if (clauses.Count == 0)
            return scoring.HasPreferences ? scoring.Preference(document, (1u << scoring.Fields) - 1) : 1;
        var score = 0f;
        var fields = 0u;
        for (var i = 0; i < clauses.Count; i++)
            score += clauses[i].Score(document, ref fields);
        return scoring.HasPreferences ? score * scoring.Preference(document, fields) : score;
    }

    /// <summary>The best score there is where nothing is scored by words.</summary>
    public float Best => clauses.Count == 0 ? scoring.GreatestPreference : float.PositiveInfinity;
}
