using System.Collections.Frozen;

namespace Dala.Search.Analysis.Stemming;

/// <summary>
/// The suffixes of a Turkic language and the laws by which they attach: vowels agree with the last vowel of the stem, consonants with its last
/// sound. A suffix that breaks a law is part of the stem, which is what makes stripping without a lexicon precise.
/// </summary>
/// <remarks>
/// After the morphotactics in Johanson and Csató, "The Turkic Languages" (1998), and the affix stripping of Eryiğit and Adalı, "An affix stripping
/// morphological analyzer for Turkish" (2004), reduced to one loop: the longest suffix that may stand there is taken off until none may. So forms
/// meet in whatever order their suffixes were added.
/// </remarks>
internal sealed class SuffixTable
{
    // No word piles up more: plural, possessive, case, relative, plural, case.
    private const int MostSuffixes = 7;

    // Latin and Cyrillic letters are all below.
    private const int Letters = 0x0530;

    // By the last two letters of the word, as numbers of the letters of suffixes; 0 is for letters that are in none.
    private readonly byte[] _numbers = new byte[Letters];
    private readonly Suffix[][] _byLastTwo;
    private readonly int _count;
    private readonly Vowel[] _vowels = new Vowel[Letters];
    private readonly string[] _neutralEndings;
    private readonly KnownStems _known;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _short;

    public SuffixTable(TurkicGrammar grammar)
    {
        Grammar = grammar;
        foreach (var vowel in grammar.Back)
            _vowels[vowel] = Vowel.Back;
        foreach (var vowel in grammar.Front)
            _vowels[vowel] = Vowel.Front;
        foreach (var vowel in grammar.Neutral)
            _vowels[vowel] = Vowel.Neutral;
        var suffixes = Words(grammar.Suffixes).SelectMany(Expand).OrderByDescending(suffix => suffix.Letters.Length).ToArray();
        foreach (var letter in suffixes.SelectMany(suffix => suffix.Letters))
        {
            if (_numbers[letter] == 0)
                _numbers[letter] = (byte)++_count;
        }

        _count++;
        _byLastTwo =
        [
            .. Enumerable
                .Range(0, _count * _count)
                .Select(pair =>
                    suffixes
                        .Where(suffix =>
                            _numbers[suffix.Letters[^1]] == pair / _count
                            && (suffix.Letters.Length == 1 || _numbers[suffix.Letters[^2]] == pair % _count)
                        )
                        .ToArray()
                ),
        ];
        _known = new KnownStems(grammar.Irregular, grammar.Whole);
        _neutralEndings = Words(grammar.NeutralEndings);
        _short = Words(grammar.Short).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private enum Vowel : byte
    {
        None,
        Back,
        Front,

        /// <summary>Stands in both kinds of words, or has no part in harmony.</summary>
        Neutral,
    }

    public TurkicGrammar Grammar { get; }

    public void Strip(ref StemWord word)
    {
        for (var i = 0; i < MostSuffixes; i++)
        {
            if (_known.Stem(ref word) || !StripOne(ref word))
                break;
        }

        Soften(ref word);
    }

    private bool StripOne(ref StemWord word)
    {
        if (word.Length < 3)
            return false;
        var longest = 0;
        foreach (var suffix in _byLastTwo[NumberOf(word.Last) * _count + NumberOf(word[word.Length - 2])])
        {
            if (!word.EndsWith(suffix.Letters))
                continue;
            var rest = word.Letters[..^suffix.Letters.Length];
            if (!MayFollow(rest, suffix))
                continue;
            // kadın-ın, not kadı-nın: a word that is known decides.
            if (_known.Contains(rest))
            {
                word.Cut(suffix.Letters.Length);
                return true;
            }

            longest = Math.Max(longest, suffix.Letters.Length);
        }

        word.Cut(longest);
        return longest > 0;
    }

    private bool MayFollow(ReadOnlySpan<char> stem, Suffix suffix)
    {
        if (stem.Length < suffix.LeastStem && !_short.Contains(stem))
            return false;
        if (!stem.IsEmpty && suffix.After is not null && !suffix.After.Contains(stem[^1]))
            return false;
        var vowel = LastVowel(stem);
        foreach (var ending in _neutralEndings)
        {
            if (stem.Length > ending.Length + 2 && stem.EndsWith(ending))
                vowel = Vowel.Neutral;
        }

        return vowel is not Vowel.None && (suffix.Harmony is Vowel.Neutral || vowel is Vowel.Neutral || vowel == suffix.Harmony);
    }

    private int NumberOf(char letter) => letter < Letters ? _numbers[letter] : 0;

    private Vowel LastVowel(ReadOnlySpan<char> letters)
    {
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            if (letters[i] < Letters && _vowels[letters[i]] is not Vowel.None and var vowel)
                return vowel;
        }

        return Vowel.None;
    }

    // Before a vowel қ turns into ғ, п into б: kitap, kitabı. The hard sound stands for both.
    private void Soften(ref StemWord word)
    {
        var at = Grammar.Soft.IndexOf(word.Last);
        if (at < 0 || word.Length < 3 || (Grammar.SoftensOnlyLongWords && Syllables(word.Letters) < 2))
            return;
        word.Set(word.Length - 1, Grammar.Hard[at]);
    }

    private int Syllables(ReadOnlySpan<char> letters)
    {
        var count = 0;
        foreach (var c in letters)
        {
            if (IsVowel(c))
                count++;
        }

        return count;
    }

    private bool IsVowel(char c) => c < Letters && _vowels[c] is not Vowel.None;

    // ":" before a pattern: after vowels only; "!": outside harmony; ">4" behind it: leaves four letters at least.
    private IEnumerable<Suffix> Expand(string pattern)
    {
        var least = 0;
        if (pattern.IndexOf('>') is > 0 and var limit)
        {
            least = pattern[limit + 1] - '0';
            pattern = pattern[..limit];
        }

        var afterVowel = pattern.StartsWith(':');
        var free = pattern.StartsWith('!');
        var letters = pattern.TrimStart(':', '!');
        foreach (var (text, contact) in Alternatives(letters))
        {
            var after =
                contact
                ?? (
                    afterVowel ? Vowels
                    : IsVowel(text[0]) ? Consonants
                    : null
                );
            var enough =
                least > 0 ? least
                : text.Length > 1 || IsVowel(text[0]) ? 3
                : 4;
            foreach (var harmony in free || !Grammar.HasHarmony ? [Vowel.Neutral] : HarmonyOf(text))
                yield return new(text, after, harmony, enough);
        }
    }

    private string Vowels => Grammar.Back + Grammar.Front + Grammar.Neutral;

    private string Consonants => Grammar.Consonants;

    // All spellings of a pattern, with the sounds after which each may stand, if its first letter depends on them.
    private IEnumerable<(string Text, string? After)> Alternatives(string pattern)
    {
        IEnumerable<(string Text, string? After)> spellings = [("", null)];
        for (var i = 0; i < pattern.Length; i++)
        {
            var (letter, first) = (pattern[i], i == 0);
            if (Grammar.Archiphonemes.TryGetValue(letter, out var sounds))
            {
                spellings = spellings.SelectMany(spelling =>
                    sounds.Select(sound => (spelling.Text + sound.Letter, first ? sound.After : spelling.After))
                );
            }
            else
            {
                spellings = spellings.Select(spelling => (spelling.Text + letter, spelling.After));
            }
        }

        return spellings;
    }

    // None for a spelling that mixes front and back, which the expansion of a pattern makes but no language has.
    private Vowel[] HarmonyOf(string suffix)
    {
        var back = suffix.AsSpan().ContainsAny(Grammar.Back) || suffix.AsSpan().ContainsAny(Grammar.BackConsonants);
        var front = suffix.AsSpan().ContainsAny(Grammar.Front) || suffix.AsSpan().ContainsAny(Grammar.FrontConsonants);
        return (back, front) switch
        {
            (true, true) => [],
            (true, false) => [Vowel.Back],
            (false, true) => [Vowel.Front],
            _ => [Vowel.Neutral],
        };
    }

    private static string[] Words(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private sealed record Suffix(string Letters, string? After, Vowel Harmony, int LeastStem);
}
