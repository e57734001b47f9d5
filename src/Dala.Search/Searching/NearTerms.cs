using System.Numerics;
using System.Text;
using Dala.Search.Analysis;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>
/// Finds the terms that differ from a word by a letter or two: one added, left out, replaced, or two neighbours swapped (restricted
/// Damerau-Levenshtein distance; Damerau, 1964). The dictionary is walked like a trie: where a beginning is too far already, all terms with it are leapt over.
/// </summary>
internal sealed class NearTerms
{
    private const int LongestWord = 40;
    private const int LongestTerm = 64;

    // A word of three letters is near to too many others.
    private const int ShortestWord = 4;
    private const int TwoLettersFrom = 8;

    // So many leaps are taken for one word at most, so that no word costs without bound.
    private const int MostSteps = 20_000;

    // What may stand behind a word: ларымыздағы.
    private const int LongestEnding = 10;

    private readonly string _word;
    private readonly int _most;
    private readonly int[][] _rows = new int[LongestTerm + 1][];

    private NearTerms(string word, int most)
    {
        _word = word;
        _most = most;
        for (var i = 0; i < _rows.Length; i++)
            _rows[i] = new int[word.Length + 1];
        for (var i = 0; i <= word.Length; i++)
            _rows[0][i] = i;
    }

    /// <summary>By how many letters a term may differ from a word; 0 for short ones.</summary>
    public static int MostFor(string word) =>
        word.Length < ShortestWord || word.Length > LongestWord ? 0
        : word.Length < TwoLettersFrom ? 1
        : 2;

    /// <summary>
    /// The terms of a dictionary within a distance of a word, and the other forms of words within it, with the distances; the word itself (distance 0) among them.
    /// </summary>
    public static List<(string Text, Term Term, int Distance)> Find(string word, int most, TermDictionary dictionary)
    {
        var found = new List<(string, Term, int)>();
        if (most == 0)
            return found;
        var near = new NearTerms(word, most);
        var walk = dictionary.Words();
        var term = new char[LongestTerm * 4];
        var before = new char[LongestTerm];
        var known = 0;
        for (var step = 0; step < MostSteps && walk.Next(); step++)
        {
            if (Encoding.UTF8.GetCharCount(walk.Current) > LongestTerm)
                continue;
            var length = Encoding.UTF8.GetChars(walk.Current, term);
            // What the term shares with the one before has its rows.
            var shared = term.AsSpan(0, length).CommonPrefixLength(before.AsSpan(0, known));
            var tooFar = near.Extend(term.AsSpan(0, length), shared);
            known = tooFar < 0 ? length : tooFar;
            term.AsSpan(0, known).CopyTo(before);
            if (tooFar < 0)
            {
                var distance = near._rows[length][word.Length];
                if (distance > most)
                    distance = near.DistanceOfForm(term.AsSpan(0, length), length, walk.Place.Languages);
                if (distance <= most)
                    found.Add((new string(term, 0, length), walk.Place, distance));
            }
            else if (near.HasNearBeginning(tooFar))
            {
                // Whatever begins like a near word may be a form of it.
                var distance = near.DistanceOfForm(term.AsSpan(0, length), tooFar, walk.Place.Languages);
                if (distance <= most)
                    found.Add((new string(term, 0, length), walk.Place, distance));
            }
            else if (After(term.AsSpan(0, tooFar)) is { } next)
            {
                walk.Seek(next);
            }
            else
            {
                break;
            }
        }

        return found;
    }

    // The lengths that a beginning near the word may have, so far as the rows are filled.
    private (int Shortest, int Longest) Beginnings(int filled) =>
        (Math.Max(ShortestWord, _word.Length - _most), Math.Min(filled, _word.Length + _most));

    private bool HasNearBeginning(int filled)
    {
        var (shortest, longest) = Beginnings(filled);
        for (var length = shortest; length <= longest; length++)
        {
            if (_rows[length][_word.Length] <= _most)
                return true;
        }

        return false;
    }

    // A mistyped word seldom stands in the one form that the texts have: универстет, университетінің. How far the word is from the nearest
    // beginning of a term of which the term is a form.
    private int DistanceOfForm(ReadOnlySpan<char> term, int filled, ulong languages)
    {
        var nearest = int.MaxValue;
        if (!HasNearBeginning(filled))
            return nearest;
        Span<char> stem = stackalloc char[Stemmer.Longest];
        Span<char> other = stackalloc char[Stemmer.Longest];
        var (shortest, longest) = Beginnings(Math.Min(filled, term.Length - 1));
        shortest = Math.Max(shortest, term.Length - LongestEnding);
        for (; languages != 0; languages &= languages - 1)
        {
            var language = (byte)BitOperations.TrailingZeroCount(languages);
            var stemLength = Stemmer.Stem(term, language, stem);
            for (var length = shortest; length <= longest; length++)
            {
                var distance = _rows[length][_word.Length];
                if (distance is 0 || distance > _most || distance >= nearest)
                    continue;
                var otherLength = Stemmer.Stem(term[..length], language, other);
                if (stem[..stemLength].SequenceEqual(other[..otherLength]))
                    nearest = distance;
            }
        }

        return nearest;
    }

    // Fills the rows from a place on; the length of the first beginning that is too far, or -1.
    private int Extend(ReadOnlySpan<char> term, int from)
    {
        for (var i = from + 1; i <= term.Length; i++)
        {
            var row = _rows[i];
            var above = _rows[i - 1];
            row[0] = i;
            var least = i;
            for (var j = 1; j <= _word.Length; j++)
            {
                var same = term[i - 1] == _word[j - 1];
                var value = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && term[i - 1] == _word[j - 2] && term[i - 2] == _word[j - 1])
                    value = Math.Min(value, _rows[i - 2][j - 2] + 1);
                row[j] = value;
                least = Math.Min(least, value);
            }

            if (least > _most)
                return i;
        }

        return -1;
    }

    // The first text after all those with a beginning.
    private static byte[]? After(ReadOnlySpan<char> beginning)
    {
        var bytes = Encoding.UTF8.GetBytes(beginning.ToArray());
        for (var i = bytes.Length - 1; i >= 0; i--)
        {
            if (bytes[i] < byte.MaxValue)
            {
                bytes[i]++;
                return bytes[..(i + 1)];
            }
        }

        return null;
    }
}
