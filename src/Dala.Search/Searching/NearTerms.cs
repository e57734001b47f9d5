using System.Numerics;
using System.Text;
using Dala.Search.Analysis;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>
/// Finds the terms of a segment that differ from a word by a letter or two, by leaps through the dictionary to the next text that could be near
/// (<see cref="EditRows"/>), and the other forms of words that do.
/// </summary>
/// <remarks>
/// First come the terms that have the longest beginning in common with the word, and last those that differ in its first letter: that is where
/// people err least (Pollock and Zamora, "Automatic spelling correction in scientific and scholarly text", 1984), so that what is not looked at
/// where a dictionary is large and the steps are used up is the unlikeliest.
/// </remarks>
internal sealed class NearTerms
{
    private const int LongestWord = 40;

    // A word of three letters is near to too many others.
    private const int ShortestWord = 4;
    private const int TwoLettersFrom = 8;

    // What may stand behind a word: ларымыздағы.
    private const int LongestEnding = 10;

    private readonly string _word;
    private readonly int _most;
    private readonly Segment _segment;
    private readonly EditRows _rows;
    private readonly byte[] _sought;
    private readonly List<int> _candidates = [];
    private readonly Dictionary<int, (string Text, Term Term, int Distance)> _found = [];
    private char[] _term = new char[Words.Longest];
    private int _steps;

    private NearTerms(string word, int most, Segment segment, int steps)
    {
        _word = word;
        _most = most;
        _segment = segment;
        _rows = new EditRows(word, most);
        _sought = new byte[Encoding.UTF8.GetMaxByteCount(word.Length + most)];
        _steps = steps;
    }

    /// <summary>By how many letters a term may differ from a word; 0 for short ones.</summary>
    public static int MostFor(string word) =>
        word.Length is < ShortestWord or > LongestWord || word.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? 0
        : word.Length < TwoLettersFrom ? 1
        : 2;

    /// <summary>
    /// The terms of a segment within a distance of a word, and the other forms of words within it, with the distances; the word itself (distance 0) among them.
    /// </summary>
    /// <param name="most">At most <see cref="MostFor"/> the word, and at least 1.</param>
    /// <param name="steps">How many terms may be looked at; those that were are taken off.</param>
    public static IReadOnlyCollection<(string Text, Term Term, int Distance)> Find(
        string word,
        int most,
        Segment segment,
        ref int steps
    )
    {
        var near = new NearTerms(word, most, segment, steps);
        for (var shared = word.Length; shared >= 0 && near._steps > 0; shared--)
            near.Walk(shared);
        steps = Math.Max(0, near._steps);
        return near._found.Values;
    }

    // The terms that have just so many letters in common with the word before the first in which they differ.
    private void Walk(int shared)
    {
        _rows.Cut(0);
        for (var i = 0; i < shared; i++)
            _rows.TryAdd(_word[i]);
        var walk = _segment.Terms.From(Sought());
        // So many letters of the term have been looked at with the one before.
        var seen = shared - 1;
        while (_steps-- > 0 && walk.Next())
        {
            var term = Decode(walk.Current);
            var common = term.CommonPrefixLength(_rows.Text);
            if (common < shared)
                return;
            _rows.Cut(common);
            while (_rows.Length < term.Length && !IsWord(shared, term) && _rows.TryAdd(term[_rows.Length])) { }
            for (var length = Math.Min(seen, common) + 1; length <= _rows.Length; length++)
            {
                if (_rows.Distance(length) <= _most)
                    AddForms(term[..length], _rows.Distance(length));
            }

            seen = _rows.Length;
            if (seen == term.Length)
            {
                if (_rows.Distance(seen) <= _most)
                    Add(term, walk.Place, _rows.Distance(seen));
                continue;
            }

            seen = _rows.MoveBehind(term, shared);
            if (seen < 0)
                return;
            walk.Seek(Sought());
        }
    }

    // What goes on as the word does has been looked at before.
    private bool IsWord(int shared, ReadOnlySpan<char> term) =>
        _rows.Length == shared && shared < _word.Length && term[shared] == _word[shared];

    // A mistyped word seldom stands in the one form that the texts have: универстет, университетінің. So terms are found too that begin with
    // something near, which is another form of the same word.
    private void AddForms(ReadOnlySpan<char> beginning, int distance)
    {
        if (distance == 0 || beginning.Length < ShortestWord)
            return;
        Span<char> stem = stackalloc char[Stemmer.Longest];
        var languages = _segment.Languages & SearchLanguage.Candidates(beginning) & ~SearchLanguage.Bit(SearchLanguage.Unknown);
        for (; languages != 0; languages &= languages - 1)
        {
            var language = (byte)BitOperations.TrailingZeroCount(languages);
            var common = stem[..Stemmer.Stem(beginning, language, stem)];
            _candidates.Clear();
            _segment.Related.Find(MatchLevel.Form, language, common, _candidates);
            var walk = _segment.Terms.All();
            foreach (var number in _candidates)
            {
                if (_steps-- <= 0)
                    return;
                walk.Seek(number);
                if (walk.Next() && IsForm(walk, beginning, language, common, out var term))
                    Add(term, walk.Place, distance);
            }
        }
    }

    private static bool IsForm(
        TermWalk walk,
        ReadOnlySpan<char> beginning,
        byte language,
        ReadOnlySpan<char> common,
        out string term
    )
    {
        term = Encoding.UTF8.GetString(walk.Current);
        if (
            !term.AsSpan().StartsWith(beginning)
            || term.Length > beginning.Length + LongestEnding
            || (walk.Place.Languages & SearchLanguage.Bit(language)) == 0
        )
            return false;
        Span<char> stem = stackalloc char[Stemmer.Longest];
        return common.SequenceEqual(stem[..Stemmer.Stem(term, language, stem)]);
    }

    private void Add(ReadOnlySpan<char> text, in Term term, int distance)
    {
        if (!_found.TryGetValue(term.Number, out var known) || distance < known.Distance)
            _found[term.Number] = (text.ToString(), term, distance);
    }

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> term)
    {
        if (term.Length > _term.Length)
            _term = new char[term.Length * 2];
        return _term.AsSpan(0, Encoding.UTF8.GetChars(term, _term));
    }

    private ReadOnlySpan<byte> Sought() => _sought.AsSpan(0, Encoding.UTF8.GetBytes(_rows.Text, _sought));
}
