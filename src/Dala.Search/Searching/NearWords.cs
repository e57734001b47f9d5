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

    private readonly Snapshot _snapshot;
    private readonly List<(string Text, int Distance, long Documents, Term?[] Terms)> _words;

    private NearWords(QueryWord word, Snapshot snapshot, IEnumerable<string> spellings)
    {
        _snapshot = snapshot;
        var found = new Dictionary<string, (int Distance, long Documents, Term?[] Terms)>(StringComparer.Ordinal);
        foreach (var spelling in spellings)
        {
            for (var i = 0; i < snapshot.Views.Count; i++)
            {
                foreach (
                    var (text, term, distance) in NearTerms.Find(
                        spelling,
                        NearTerms.MostFor(spelling),
                        snapshot.Views[i].Segment.Terms
                    )
                )
                {
                    if (word.Forms.Contains(text))
                        continue;
                    var known = found.GetValueOrDefault(text, (distance, 0, new Term?[snapshot.Views.Count]));
                    known.Terms[i] = term;
                    found[text] = (Math.Min(known.Distance, distance), known.Documents + term.Documents, known.Terms);
                }
            }
        }

        _words =
        [
            .. found
                .Select(pair => (pair.Key, pair.Value.Distance, pair.Value.Documents, pair.Value.Terms))
                .OrderBy(each => each.Distance)
                .ThenByDescending(each => each.Documents)
                .ThenBy(each => each.Key, StringComparer.Ordinal)
                .Take(Most),
        ];
        // Among words at two letters' distance nobody looks where there is one at one letter's.
        if (_words.Count > 0)
            _words.RemoveAll(each => each.Distance > _words[0].Distance);
    }

    /// <summary>The likeliest of the words, and in how many documents it is; null if there is none.</summary>
    public (string Text, long Documents)? Best => _words.Count == 0 ? null : (_words[0].Text, _words[0].Documents);

    public static NearWords Of(QueryWord word, Snapshot snapshot)
    {
        var near = new NearWords(word, snapshot, InBothScripts(word.Forms));
        if (near._words.Count == 0)
            near = new NearWords(word, snapshot, InBothScripts(word.Forms.SelectMany(Spellings.OfNames)));
        // Where nothing is like the whole word, something may be like the word without its endings.
        return near._words.Count > 0
            ? near
            : new NearWords(word, snapshot, Stems(word, snapshot).Except(word.Forms).Take(MostStems));
    }

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

    private static IEnumerable<string> InBothScripts(IEnumerable<string> words) =>
        words.SelectMany(word => Spellings.InOtherScript(word).Prepend(word)).Distinct(StringComparer.Ordinal);

    private static List<string> Stems(QueryWord word, Snapshot snapshot)
    {
        var languages = snapshot.Views.Aggregate(0UL, (all, view) => all | view.Segment.Languages);
        var stems = new List<string>();
        Span<char> stem = stackalloc char[Stemmer.Longest];
        foreach (var form in word.Forms)
        {
            for (var left = languages & SearchLanguage.Candidates(form); left != 0; left &= left - 1)
                stems.Add(stem[..Stemmer.Stem(form, (byte)BitOperations.TrailingZeroCount(left), stem)].ToString());
        }

        return stems;
    }
}
