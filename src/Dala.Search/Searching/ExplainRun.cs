using System.Numerics;
using System.Text;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>Says why documents of a page were found, by looking once more at each clause.</summary>
internal sealed class ExplainRun(Snapshot snapshot, QueryPlan plan)
{
    private readonly Dictionary<int, SegmentScoring> _scorings = [];
    private readonly PostingsReader _postings = new();

    public Explanation Of(int segment, int document, float score)
    {
        var scoring = ScoringOf(segment);
        var words = new List<WordMatch>();
        var fields = 0u;
        foreach (var group in plan.Groups.Where(group => group.Demand is not Demand.Excluded))
            words.AddRange(Matches(group, segment, document, scoring, ref fields));

        var isWordless = plan.Groups.All(group => group.Demand is Demand.Excluded);
        var preference = scoring.HasPreferences
            ? scoring.Preference(document, isWordless ? (1u << scoring.Fields) - 1 : fields)
            : 1;
        return new Explanation(score, words, preference);
    }

    // What the score counts, as GroupClause does: the words where they all stand there, or else one value that means the same.
    private List<WordMatch> Matches(PlannedGroup group, int number, int document, SegmentScoring scoring, ref uint allFields)
    {
        var words = new List<WordMatch>();
        var fields = 0u;
        foreach (var clause in group.Clauses)
        {
            if (Match(clause, number, document, scoring, ref fields) is { } match)
                words.Add(match);
        }

        var isWorded = words.Count == group.Clauses.Count;
        if (isWorded)
            allFields |= fields;
        if (Meaning(group, number, document) is { } meaning && (!isWorded || meaning.Score > words.Sum(word => word.Score)))
            return [meaning];
        return isWorded ? words : [];
    }

    private SegmentScoring ScoringOf(int segment)
    {
        if (!_scorings.TryGetValue(segment, out var scoring))
            _scorings.Add(segment, scoring = new SegmentScoring(snapshot.Views[segment].Segment, plan.Ranking));
        return scoring;
    }

    private WordMatch? Match(PlannedClause clause, int number, int document, SegmentScoring scoring, ref uint allFields)
    {
        var segment = snapshot.Views[number].Segment;
        var only = plan.FieldsOf(clause.Clause);
        if (clause.Clause.Kind is ClauseKind.Phrase)
            return MatchPhrase(clause, segment, document, scoring, only, ref allFields);
        if (clause.Clause.Kind is ClauseKind.Prefix)
            return MatchPrefix(clause, number, document, scoring, only, ref allFields);

        var frequency = 0f;
        var fields = 0u;
        WordTerm? nearest = null;
        foreach (var term in clause.Terms[number])
        {
            _postings.Open(segment, term.Term);
            if (_postings.MoveTo(document) != document || (scoring.FieldsOf(_postings.Profile) & only) == 0)
                continue;
            fields |= scoring.FieldsOf(_postings.Profile) & only;
            frequency += Ranking.Level(term.Level) * scoring.Frequency(document, _postings.Profile, only);
            if (nearest is null || term.Level < nearest.Value.Level)
                nearest = term;
        }

        if (nearest is not { } best)
            return null;
        allFields |= fields;
        return new WordMatch(
            clause.Clause.Asked,
            TextOf(segment, best.Term),
            best.Level,
            Names(fields),
            clause.Weight * Ranking.Saturate(frequency)
        );
    }

    private WordMatch? MatchPrefix(
        PlannedClause clause,
        int number,
        int document,
        SegmentScoring scoring,
        uint only,
        ref uint allFields
    )
    {
        var fields = clause.Beginnings[number].FieldsOf(document) & only;
        if (fields == 0)
            return null;
        allFields |= fields;
        return new WordMatch(
            clause.Clause.Asked,
            FirstBeginning(clause.Clause.Words[0], snapshot.Views[number].Segment, document),
            MatchLevel.Same,
            Names(fields),
            clause.Weight * Ranking.Saturate(BestOf(fields, scoring))
        );
    }

    // The first word of a document, in the order of the dictionary, that begins as was asked.
    private static string FirstBeginning(QueryWord word, Segment segment, int document)
    {
        var postings = new PostingsReader();
        foreach (var form in word.Forms)
        {
            var start = SegmentContent.Encode(form);
            var walk = segment.Terms.From(start);
            while (walk.Next() && walk.Current.StartsWith(start))
            {
                postings.Open(segment, walk.Place);
                if (postings.MoveTo(document) == document)
                    return SegmentContent.Decode(walk.Current);
            }
        }

        return word.Forms[0];
    }

    private WordMatch? MatchPhrase(
        PlannedClause clause,
        Segment segment,
        int document,
        SegmentScoring scoring,
        uint only,
        ref uint allFields
    )
    {
        var phrase = new PhraseMatch(segment, PhraseTerms.Of(segment, clause.Clause.Words), only);
        if (!phrase.MoveTo(document))
            return null;
        var fields = SegmentScoring.FieldsOf(phrase.Parts);
        allFields |= fields;
        return new WordMatch(
            clause.Clause.Asked,
            string.Join(' ', clause.Clause.Words.Select(word => word.Forms[0])),
            MatchLevel.Same,
            Names(fields),
            clause.Weight * Ranking.Saturate(scoring.Frequency(document, phrase.Parts))
        );
    }

    private WordMatch? Meaning(PlannedGroup group, int number, int document)
    {
        var segment = snapshot.Views[number].Segment;
        var ordinals = Array.Empty<int>();
        foreach (var equivalent in group.Equivalents)
        {
            var column = plan.ColumnOf(segment, equivalent.Field);
            var count = column.OrdinalsOf(document, ref ordinals);
            if (column.OrdinalOf(equivalent.Value) is >= 0 and var ordinal && ordinals.AsSpan(0, count).Contains(ordinal))
                return new WordMatch(
                    string.Join(' ', group.Clauses.Select(clause => clause.Clause.Asked)),
                    equivalent.Value,
                    MatchLevel.Meaning,
                    [equivalent.Field],
                    group.Weight * Ranking.Saturate(Ranking.Level(MatchLevel.Meaning))
                );
        }

        return null;
    }

    private static float BestOf(uint fields, SegmentScoring scoring)
    {
        var best = 0f;
        for (; fields != 0; fields &= fields - 1)
            best = Math.Max(best, scoring.Usual(BitOperations.TrailingZeroCount(fields)));
        return best;
    }

    private static string TextOf(Segment segment, Term term)
    {
        var walk = segment.Terms.At(term.Number);
        walk.Next();
        return Encoding.UTF8.GetString(walk.Current);
    }

    private List<string> Names(uint fields)
    {
        var names = new List<string>();
        for (; fields != 0; fields &= fields - 1)
            names.Add(plan.NameOf(BitOperations.TrailingZeroCount(fields)));
        return names;
    }
}
