using System.Numerics;
using Dala.Search.Analysis;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>The words of the whole index that are nearest to a word, from which also a suggestion for it is taken.</summary>
internal sealed class NearWords
{
    private const int Most = 16;

    // Of so many the other forms are looked for too.
    private const int MostWithForms = 4;

    // Each costs a walk through the dictionary.
    private const int MostStems = 3;

    // So many terms are looked at for one word, in all segments and spellings together; each takes about a microsecond.
    private const int MostSteps = 2_500;

    private readonly QueryWord _word;
    private readonly Snapshot _snapshot;
    private IReadOnlyList<(string Text, long Documents, Term?[] Terms)> _words = [];
    private int _steps = MostSteps;

    private NearWords(QueryWord word, Snapshot snapshot)
    {
        _word = word;
        _snapshot = snapshot;
        string[] forms = [.. word.Forms.SelectMany(form => Spellings.InOtherScript(form).Prepend(form)).Distinct()];
        string[] names = [.. word.Forms.SelectMany(Spellings.OfNames).Distinct()];
        // Among words at two letters' distance nobody looks where there is one at one letter's.
        for (var most = 1; most <= 2; most++)
        {
            // Where nothing is like the whole word, something may be like the word without its endings.
            if (
                Look(forms, most)
                || Look([.. names.Except(forms)], most)
                || Look([.. Stems().Except(forms).Except(names).Take(MostStems)], most)
            )
                break;
        }
    }

    /// <summary>The likeliest of the words, and in how many documents it is; null if there is none.</summary>
    public (string Text, long Documents)? Best => _words.Count == 0 ? null : (_words[0].Text, _words[0].Documents);

    public static NearWords Of(QueryWord word, Snapshot snapshot) => new(word, snapshot);

    /// <summary>The terms of a segment, by its number: the words and other forms of the likeliest.</summary>
    public IEnumerable<Term> In(int segment)
    {
        var forms = _words
            .Take(MostWithForms)
            .SelectMany(word =>
                WordTerms.Find(new QueryWord(0, [word.Text]), _snapshot.Views[segment].Segment, MatchLevel.Script)
            )
            .Select(term => term.Term);
        return _words.Select(word => word.Terms[segment]).OfType<Term>().Concat(forms).DistinctBy(term => term.Number);
    }

    // Whether there are words near to any of some spellings.
    private bool Look(string[] spellings, int most)
    {
        var found = new Dictionary<string, (int Distance, long Documents, Term?[] Terms)>(StringComparer.Ordinal);
        var possible = Array.FindAll(spellings, spelling => NearTerms.MostFor(spelling) >= most);
        for (var left = possible.Length; left > 0; left--)
        {
            // What one spelling does not use the others may.
            var steps = _steps / left;
            _steps -= steps;
            for (var i = 0; i < _snapshot.Views.Count; i++)
                Add(NearTerms.Find(possible[^left], most, _snapshot.Views[i].Segment, ref steps), i, found);
            _steps += steps;
        }

        var nearest = found.Count == 0 ? 0 : found.Values.Min(word => word.Distance);
        _words =
        [
            .. found
                .Where(pair => pair.Value.Distance == nearest)
                .Select(pair => (Text: pair.Key, pair.Value.Documents, pair.Value.Terms))
                .OrderByDescending(each => each.Documents)
                .ThenBy(each => each.Text, StringComparer.Ordinal)
                .Take(Most),
        ];
        return _words.Count > 0;
    }

    private void Add(
        IEnumerable<(string Text, Term Term, int Distance)> terms,
        int segment,
        Dictionary<string, (int Distance, long Documents, Term?[] Terms)> found
    )
    {
        foreach (var (text, term, distance) in terms.Where(term => !_word.Forms.Contains(term.Text)))
        {
            var known = found.GetValueOrDefault(text, (distance, 0, new Term?[_snapshot.Views.Count]));
            // Another spelling may have found it too.
            var documents = known.Terms[segment] is null ? term.Documents : 0;
            known.Terms[segment] = term;
            found[text] = (Math.Min(known.Distance, distance), known.Documents + documents, known.Terms);
        }
    }

    private List<string> Stems()
    {
        var languages = _snapshot.Views.Aggregate(0UL, (all, view) => all | view.Segment.Languages);
        var stems = new List<string>();
        Span<char> stem = stackalloc char[Stemmer.Longest];
        foreach (var form in _word.Forms)
        {
            for (var left = languages & SearchLanguage.Candidates(form); left != 0; left &= left - 1)
                stems.Add(stem[..Stemmer.Stem(form, (byte)BitOperations.TrailingZeroCount(left), stem)].ToString());
        }

        return stems;
    }
}
