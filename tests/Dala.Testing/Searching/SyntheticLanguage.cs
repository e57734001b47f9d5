using System.Text;

namespace Dala.Testing.Searching;

/// <summary>A made-up vocabulary in the letters of a real language: each rank of frequency has its word, and no two have the same.</summary>
/// <remarks>
/// Frequent words are short (Zipf's law of abbreviation): first all of one syllable, then of two, then of three. A syllable is a consonant, a vowel and
/// perhaps a closing consonant, so a word can be cut into syllables in one way only. In Chinese a syllable is a character.
/// </remarks>
public sealed class SyntheticLanguage
{
    // A prime, so that words next to each other in frequency are far apart in the dictionary, and none comes twice.
    private const long Step = 1_000_003;

    private readonly string[] syllables;
    private readonly int shortWords;

    private SyntheticLanguage(string tag, string[] syllables, int shortWords, int words, int bytesPerLetter)
    {
        Tag = tag;
        Words = words;
        BytesPerLetter = bytesPerLetter;
        this.syllables = syllables;
        this.shortWords = shortWords;
    }

    /// <summary>The BCP 47 tag of the language that it stands for.</summary>
    public string Tag { get; }

    /// <summary>How many words it has.</summary>
    public int Words { get; }

    /// <summary>What a letter takes in UTF-8.</summary>
    public int BytesPerLetter { get; }

    /// <summary>Whether spaces part its words.</summary>
    public bool IsSpaced => Tag != "zh";

    /// <summary>The six, each with its share of the records in percent.</summary>
    public static IReadOnlyList<(SyntheticLanguage Language, int Share)> All { get; } =
    [
        (Spelled("en", "bcdfghklmnprstvw", "aeiou", 'n', 1), 30),
        (Spelled("fr", "bcdfgjlmnprstv", "aeiou", 's', 1, ("te", "té"), ("re", "ré"), ("la", "là")), 15),
        (Spelled("es", "bcdfglmnprstv", "aeiou", 'r', 1, ("ci", "cí"), ("no", "nó"), ("da", "dá")), 15),
        (Spelled("ru", "бвгджзклмнпрстхч", "аеиоуы", 'н', 2), 20),
        (Spelled("ar", "بتجحدرسشعفقكلمنه", "اوي", 'ن', 2), 8),
        (Chinese(), 12),
    ];

    public string Word(int rank)
    {
        var word = new StringBuilder();
        Append(word, rank);
        return word.ToString();
    }

    /// <summary>Writes the word of a rank, which counts from 0.</summary>
    public void Append(StringBuilder text, int rank)
    {
        long ofThisLength = shortWords;
        long left = rank;
        var length = 1;
        for (long all = syllables.Length; left >= ofThisLength; length++)
        {
            left -= ofThisLength;
            all *= syllables.Length;
            ofThisLength = all;
        }

        var number = left * Step % ofThisLength;
        for (; length > 0; length--)
        {
            text.Append(syllables[number % syllables.Length]);
            number /= syllables.Length;
        }
    }

    // An accent stands on all of the syllables of its kind, so that words differ without their accents too.
    private static SyntheticLanguage Spelled(
        string tag,
        string consonants,
        string vowels,
        char closing,
        int bytes,
        params (string Plain, string Accented)[] accents
    )
    {
        var accented = accents.ToDictionary(pair => pair.Plain, pair => pair.Accented);
        var open = consonants.SelectMany(consonant => vowels.Select(vowel => $"{consonant}{vowel}"));
        string[] all =
        [
            .. open.Select(plain => accented.GetValueOrDefault(plain, plain)).SelectMany(one => new[] { one, one + closing }),
        ];
        return new SyntheticLanguage(tag, all, all.Length, 500_000, bytes);
    }

    // The 3,755 characters of everyday writing, which are rows 16 to 55 of GB 2312.
    private static SyntheticLanguage Chinese()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding("gb2312")!;
        string[] characters =
        [
            .. Enumerable.Range(0, 3755).Select(i => encoding.GetString([(byte)(0xB0 + (i / 94)), (byte)(0xA1 + (i % 94))])),
        ];
        string[] mixed = [.. characters.Select((_, i) => characters[i * Step % characters.Length])];
        return new SyntheticLanguage("zh", mixed, 600, 50_000, 3);
    }
}
