namespace Dala.Search.Searching;

/// <summary>Scores hits, in rising order.</summary>
internal sealed class HitScorer(SegmentClause[] clauses, SegmentScoring scoring)
{
    /// <summary>Whether no word has a say in it.</summary>
    public bool IsWordless => clauses.Length == 0;

    /// <summary>The best score there is where no word has a say.</summary>
    public float Best => scoring.GreatestPreference;

    /// <summary>What tells which hits need to be scored.</summary>
    public Candidates Candidates() => new(clauses, scoring.Documents, scoring.GreatestPreference);

    /// <summary>The factor for the reader's languages, at most: as if every field of a document had matched.</summary>
    public float Factor(int document) => scoring.HasPreferences ? scoring.Preference(document, (1u << scoring.Fields) - 1) : 1;

    public float Score(int document)
    {
        if (clauses.Length == 0)
            return Factor(document);
        var score = 0f;
        var fields = 0u;
        foreach (var clause in clauses)
            score += clause.Score(document, ref fields);
        return scoring.HasPreferences ? score * scoring.Preference(document, fields) : score;
    }
}
