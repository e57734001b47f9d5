using System.Buffers;
using System.Text;

namespace Dala.Search.Analysis;

/// <summary>
/// Guesses the language of a text that does not say it: by its script, then by the letters that a language lacks, then by how common its groups
/// of three letters are in each language (Cavnar and Trenkle, "N-gram-based text categorization", 1994). Unsure, it says so.
/// </summary>
/// <remarks>
/// Trigrams.txt holds the 800 commonest groups of each language in order, counted in the Universal Declaration of Human Rights (Belarusian: in
/// sentences written for it; Kazakh in Latin letters: transliterated). The order is all that is kept; a frequency is taken from it by Zipf's law.
/// </remarks>
internal static class LanguageDetector
{
    // What stands later in a long text tells nothing new.
    private const int LongestSample = 600;

    private const int ProfileLength = 800;

    // In natural logarithms, for the whole text: the best language is twenty times as likely as the next.
    private const double SureBy = 3;

    // The share of groups that must be common ones: few are in a language that is not known here. Cyrillic letters tell more by themselves.
    private const double LeastKnownLatin = 0.45;
    private const double LeastKnownCyrillic = 0.35;

    // A letter that a language does not have occurs only in names and quotations.
    private const double ForeignLetter = -4;

    private static readonly double Unseen = Math.Log(1.0 / (4 * ProfileLength));

    // Kana are Japanese; these Arabic letters are Persian, Urdu, Uyghur, Kurdish.
    private static readonly SearchValues<char> NotArabic = SearchValues.Create("پچژگکیےەھۆۇۈۋېڭڕڵٹڈڑں");

    private static readonly Profile[] Profiles = Read();

    // One number for each group of three letters; a profile's weights are looked up by it.
    private static readonly Dictionary<(char, char, char), double[]> Weights = Weigh();

    /// <summary>The language of a composed text (<see cref="Folding.Compose"/>), or 0 where nothing decides.</summary>
    public static byte Detect(ReadOnlySpan<char> composedText)
    {
        var text = composedText[..Math.Min(composedText.Length, LongestSample)];
        int han = 0,
            arabic = 0,
            alphabetic = 0,
            cyrillic = 0;
        foreach (var c in text)
        {
            if (c is (>= '\u3040' and <= '\u30FF') or (>= '\uAC00' and <= '\uD7A3'))
                return SearchLanguage.Unknown;
            if (c is >= '\u3400' and <= '\u9FFF')
                han++;
            else if (c is >= '\u0600' and <= '\u06FF')
                arabic++;
            else if (char.IsLetter(c))
                alphabetic++;
            if (LookAlikes.IsCyrillic(c))
                cyrillic++;
        }

        // A Han character says about as much as three letters.
        if (3 * han > arabic + alphabetic)
            return SearchLanguage.Chinese;
        if (arabic > alphabetic)
            return text.ContainsAny(NotArabic) ? SearchLanguage.Unknown : SearchLanguage.Arabic;
        return alphabetic == 0
            ? SearchLanguage.Unknown
            : ByTrigrams(text, 2 * cyrillic > alphabetic ? LeastKnownCyrillic : LeastKnownLatin);
    }

    private static byte ByTrigrams(ReadOnlySpan<char> text, double leastKnown)
    {
        Span<double> scores = stackalloc double[Profiles.Length];
        Span<int> known = stackalloc int[Profiles.Length];
        scores.Clear();
        known.Clear();
        var groups = 0;
        var (first, second) = (' ', ' ');
        for (var i = 0; i <= text.Length; i++)
        {
            var third = i < text.Length ? Letter(text[i], second) : ' ';
            if (third == '\0')
                continue;
            if (third != ' ')
                CountLetter(third, scores);
            if (second != ' ' && !(first == ' ' && third == ' ' && second == '\''))
            {
                CountGroup((first, second, third), scores, known);
                groups++;
            }

            (first, second) = second == ' ' && third == ' ' ? (' ', ' ') : (second, third);
        }

        return Verdict(scores, known, leastKnown * groups);
    }

    private static void CountLetter(char letter, Span<double> scores)
    {
        var languages = SearchLanguage.LanguagesWriting(letter);
        for (var i = 0; i < scores.Length; i++)
        {
            if ((languages & SearchLanguage.Bit(Profiles[i].Language)) == 0)
                scores[i] += ForeignLetter;
        }
    }

    private static void CountGroup((char, char, char) group, Span<double> scores, Span<int> known)
    {
        Weights.TryGetValue(group, out var weights);
        for (var i = 0; i < scores.Length; i++)
        {
            var weight = weights?[i] ?? 0;
            scores[i] += weight == 0 ? Unseen : weight;
            known[i] += weight == 0 ? 0 : 1;
        }
    }

    private static byte Verdict(ReadOnlySpan<double> scores, ReadOnlySpan<int> known, double leastKnown)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }

        var next = double.MinValue;
        for (var i = 0; i < scores.Length; i++)
        {
            if (Profiles[i].Language != Profiles[best].Language)
                next = Math.Max(next, scores[i]);
        }

        return scores[best] - next >= SureBy && known[best] >= leastKnown ? Profiles[best].Language : SearchLanguage.Unknown;
    }

    // A small letter, the one apostrophe, a space for all that parts words, nothing for marks inside them.
    private static char Letter(char c, char before) =>
        Folding.KindOf(c) switch
        {
            CharacterKind.Word or CharacterKind.Expanding when !char.IsDigit(c) => char.ToLowerInvariant(c),
            CharacterKind.Ignored => '\0',
            CharacterKind.Apostrophe when before != ' ' => '\'',
            _ => ' ',
        };

    private static Profile[] Read()
    {
        using var stream = typeof(LanguageDetector).Assembly.GetManifestResourceStream("Dala.Search.Analysis.Trigrams.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var profiles = new List<Profile>();
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            profiles.Add(new(SearchLanguage.Of(line[..colon]), line[(colon + 1)..].Replace('_', ' ').Split('|')));
        }

        return [.. profiles];
    }

    private static Dictionary<(char, char, char), double[]> Weigh()
    {
        var weights = new Dictionary<(char, char, char), double[]>();
        for (var i = 0; i < Profiles.Length; i++)
        {
            for (var rank = 0; rank < Profiles[i].Trigrams.Length; rank++)
            {
                var group = Profiles[i].Trigrams[rank];
                var key = (group[0], group[1], group[2]);
                if (!weights.TryGetValue(key, out var row))
                    weights[key] = row = new double[Profiles.Length];
                row[i] = Math.Log(1.0 / (rank + 20) / Math.Log((ProfileLength + 20) / 20.0));
            }
        }

        return weights;
    }

    private sealed record Profile(byte Language, string[] Trigrams);
}
