using System.Buffers;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>Finds the documents of one segment that meet all clauses, and scores them: the rarest clause first, then each next one thins its hits.</summary>
internal readonly ref struct SegmentMatch
{
    private readonly Segment _segment;
    private readonly Ranking _ranking;
    private readonly float[] _preferences;
    private readonly ReadOnlySpan<byte> _lengths;
    private readonly ReadOnlySpan<ushort> _languageSets;

    public SegmentMatch(Segment segment, Ranking ranking)
    {
        _segment = segment;
        _ranking = ranking;
        _lengths = segment.Lengths;
        _languageSets = segment.LanguageSets;
        _preferences = ranking.HasLanguages ? ranking.Preferences(segment) : [];
    }

    /// <summary>The documents that meet all clauses, each of which comes with its weight by the rarity of its words.</summary>
    public Matches Find(IReadOnlyList<(ClauseTerms Terms, float Weight)> clauses)
    {
        var wanted = clauses.Where(clause => !clause.Terms.Clause.IsExcluded).OrderBy(clause => clause.Terms.Most).ToList();
        var matches = wanted.Count == 0 ? Everything() : new Matches((int)Math.Min(_segment.Documents, wanted[0].Terms.Most));
        for (var i = 0; i < wanted.Count; i++)
        {
            Meet(matches, wanted[i].Terms, wanted[i].Weight, isFirst: i == 0);
            if (matches.Count == 0)
                return matches;
        }

        foreach (var (terms, _) in clauses.Where(clause => clause.Terms.Clause.IsExcluded))
            Exclude(matches, terms);
        return matches;
    }

    private Matches Everything()
    {
        var matches = new Matches(_segment.Documents);
        for (var document = 0; document < _segment.Documents; document++)
        {
            var score = 1f;
            if (_ranking.HasLanguages)
            {
                for (var field = 0; field < _ranking.Fields; field++)
                    score = Math.Max(score, _preferences[_languageSets[(document * _ranking.Fields) + field]]);
            }

            matches.Add(document, score);
        }

        return matches;
    }

    private void Meet(Matches matches, ClauseTerms clause, float weight, bool isFirst)
    {
        if (clause.Clause.IsPhrase)
            MeetPhrase(matches, clause, weight, isFirst);
        else if (clause.Words[0].Count == 1)
            MeetTerm(matches, clause.Words[0][0], weight, isFirst);
        else
            MeetAny(matches, clause.Words[0], weight, isFirst);
    }

    private void MeetTerm(Matches matches, Term term, float weight, bool isFirst)
    {
        var postings = new PostingsReader(_segment.Postings(term));
        if (isFirst)
        {
            while (postings.Next())
                matches.Add(postings.Document, Score(postings.Document, postings.Fields, weight));
            return;
        }

        var documents = matches.Documents;
        var scores = matches.Scores;
        var at = 0;
        var kept = 0;
        while (at < matches.Count && postings.Next())
        {
            while (at < matches.Count && documents[at] < postings.Document)
                at++;
            if (at == matches.Count || documents[at] != postings.Document)
                continue;
            scores[kept] = scores[at] + Score(postings.Document, postings.Fields, weight);
            documents[kept++] = documents[at++];
        }

        matches.Count = kept;
    }

    private float Score(int document, ReadOnlySpan<byte> fields, float weight)
    {
        var frequency = Frequency(document, fields, out var preference);
        return weight * preference * Ranking.Saturate(frequency);
    }

    private float Frequency(int document, ReadOnlySpan<byte> fields, out float preference)
    {
        var row = document * _ranking.Fields;
        var frequency = 0f;
        preference = 1f;
        foreach (var code in fields)
        {
            var field = code >> 4;
            frequency += (code & 0xF) * _ranking.Weight(field, _lengths[row + field]);
            if (_preferences.Length > 0)
                preference = Math.Max(preference, _preferences[_languageSets[row + field]]);
        }

        return frequency;
    }

    // Several terms count as one word: their frequencies are added before they saturate.
    private void MeetAny(Matches matches, IReadOnlyList<Term> terms, float weight, bool isFirst)
    {
        var frequencies = Frequencies(terms, out var preferences);
        if (isFirst)
        {
            for (var document = 0; document < _segment.Documents; document++)
            {
                if (frequencies[document] > 0)
                    matches.Add(document, weight * preferences[document] * Ranking.Saturate(frequencies[document]));
            }
        }
        else
        {
            var kept = 0;
            for (var i = 0; i < matches.Count; i++)
            {
                var document = matches.Documents[i];
                if (frequencies[document] <= 0)
                    continue;
                matches.Scores[kept] =
                    matches.Scores[i] + (weight * preferences[document] * Ranking.Saturate(frequencies[document]));
                matches.Documents[kept++] = document;
            }

            matches.Count = kept;
        }

        ArrayPool<float>.Shared.Return(frequencies);
        ArrayPool<float>.Shared.Return(preferences);
    }

    private float[] Frequencies(IReadOnlyList<Term> terms, out float[] preferences)
    {
        var frequencies = ArrayPool<float>.Shared.Rent(Math.Max(1, _segment.Documents));
        preferences = ArrayPool<float>.Shared.Rent(Math.Max(1, _segment.Documents));
        Array.Clear(frequencies, 0, _segment.Documents);
        Array.Clear(preferences, 0, _segment.Documents);
        foreach (var term in terms)
        {
            var postings = new PostingsReader(_segment.Postings(term));
            while (postings.Next())
            {
                // A weight of 0 would make a match look like none.
                var frequency = Frequency(postings.Document, postings.Fields, out var preference);
                frequencies[postings.Document] += Math.Max(frequency, float.Epsilon);
                preferences[postings.Document] = Math.Max(preferences[postings.Document], preference);
            }
        }

        return frequencies;
    }

    private void MeetPhrase(Matches matches, ClauseTerms clause, float weight, bool isFirst)
    {
        var phrase = new PhraseMatch(_segment, clause);
        if (isFirst)
        {
            while (phrase.Next())
                matches.Add(phrase.Document, Score(phrase.Document, phrase.Fields, weight));
            return;
        }

        var kept = 0;
        for (var i = 0; i < matches.Count; i++)
        {
            var document = matches.Documents[i];
            if (!phrase.MoveTo(document))
                continue;
            matches.Scores[kept] = matches.Scores[i] + Score(document, phrase.Fields, weight);
            matches.Documents[kept++] = document;
        }

        matches.Count = kept;
    }

    private void Exclude(Matches matches, ClauseTerms clause)
    {
        if (clause.Most == 0)
            return;
        using var unwanted = new Matches((int)Math.Min(_segment.Documents, clause.Most));
        Meet(unwanted, clause, 0, isFirst: true);
        var next = 0;
        var kept = 0;
        for (var i = 0; i < matches.Count; i++)
        {
            var document = matches.Documents[i];
            while (next < unwanted.Count && unwanted.Documents[next] < document)
                next++;
            if (next < unwanted.Count && unwanted.Documents[next] == document)
                continue;
            matches.Scores[kept] = matches.Scores[i];
            matches.Documents[kept++] = document;
        }

        matches.Count = kept;
    }
}
