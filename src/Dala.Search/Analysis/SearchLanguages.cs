namespace Dala.Search.Analysis;

/// <summary>The languages whose words are analysed, as small numbers that fit into a bit mask; 0 is any other or none known.</summary>
internal static partial class SearchLanguage
{
    public const byte Unknown = 0;
    public const byte English = 1;
    public const byte French = 2;
    public const byte Spanish = 3;
    public const byte Russian = 4;
    public const byte Arabic = 5;
    public const byte Chinese = 6;
    public const byte Kazakh = 7;
    public const byte Kyrgyz = 8;
    public const byte Tajik = 9;
    public const byte Uzbek = 10;
    public const byte Turkish = 11;
    public const byte Azerbaijani = 12;
    public const byte Turkmen = 13;
    public const byte Ukrainian = 14;
    public const byte Belarusian = 15;
    public const byte German = 16;
    public const byte Swedish = 17;
    public const byte Portuguese = 18;

    public const int Count = 19;

    // By number. The first code is the BCP 47 one; the others are those of ISO 639-2 and 639-3, which library catalogues write.
    private static readonly string[][] Codes =
    [
        ["und"],
        ["en", "eng"],
        ["fr", "fra", "fre"],
        ["es", "spa"],
        ["ru", "rus"],
        ["ar", "ara", "arb"],
        ["zh", "zho", "chi", "cmn", "yue"],
        ["kk", "kaz"],
        ["ky", "kir"],
        ["tg", "tgk"],
        ["uz", "uzb", "uzn"],
        ["tr", "tur"],
        ["az", "aze", "azj"],
        ["tk", "tuk"],
        ["uk", "ukr"],
        ["be", "bel"],
        ["de", "deu", "ger"],
        ["sv", "swe"],
        ["pt", "por"],
    ];

    private static readonly Dictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> Numbers = Codes
        .SelectMany((codes, number) => codes.Select(code => (Code: code, Number: (byte)number)))
        .ToDictionary(pair => pair.Code, pair => pair.Number, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of a BCP 47 tag (RFC 5646); script, region and what else follows the language does not matter.</summary>
    public static byte Of(string? bcp47)
    {
        var tag = bcp47.AsSpan().Trim();
        var end = tag.IndexOfAny('-', '_');
        return Numbers.TryGetValue(end < 0 ? tag : tag[..end], out var number) ? number : Unknown;
    }

    public static string Tag(byte language) => Codes[language][0];

    /// <summary>The language of a composed text (<see cref="Folding.Compose"/>) that does not say it, or 0 where nothing decides.</summary>
    public static byte Detect(ReadOnlySpan<char> composedText) => LanguageDetector.Detect(composedText);

    /// <summary>The bit of a language in a mask of languages.</summary>
    public static ulong Bit(byte language) => 1UL << language;
}
