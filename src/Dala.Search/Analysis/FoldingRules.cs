using System.Collections.Frozen;

namespace Dala.Search.Analysis;

/// <summary>
/// Where a language departs from plain folding: letters with a mark that are letters of their own there, and letters that are written for others.
/// </summary>
/// <remarks>
/// The letters that stand are those of each language's alphabet in CLDR's exemplar characters. Kazakh has had several Latin drafts since 2017
/// (apostrophes, acutes, umlauts): all are brought to the letters of 2021. Uzbek Latin is brought to the alphabet of 1995, with U+02BB in oʻ and gʻ.
/// </remarks>
internal sealed class FoldingRules
{
    private static readonly FoldingRules?[] ByLanguage = new FoldingRules?[SearchLanguage.Count];

    static FoldingRules()
    {
        Add(SearchLanguage.Spanish, new() { Standing = "ñ" });
        Add(SearchLanguage.German, new() { Standing = "äöü" });
        Add(SearchLanguage.Swedish, new() { Standing = "åäö" });
        Add(SearchLanguage.Turkish, new() { Standing = "çğıöşü", HasDotlessI = true });
        Add(SearchLanguage.Azerbaijani, new() { Standing = "çğıöşü", HasDotlessI = true });
        Add(SearchLanguage.Turkmen, new() { Standing = "çäžňöşüýё" });
        Add(SearchLanguage.Kyrgyz, new() { Standing = "öüñçş" });
        Add(SearchLanguage.Tajik, new() { Standing = "ё" });
        Add(
            SearchLanguage.Uzbek,
            new()
            {
                Standing = "ё",
                Written = Pairs("õ oʻ ŏ oʻ ō oʻ ö oʻ ğ gʻ ḡ gʻ ǵ gʻ ş sh ç ch"),
                WithApostrophe = Pairs("o oʻ g gʻ"),
            }
        );
        Add(
            SearchLanguage.Kazakh,
            new()
            {
                Standing = "äöüñğūşçýı",
                Written = Pairs("á ä ó ö ú ü ǵ ğ ń ñ ŋ ñ"),
                WithApostrophe = Pairs("a ä o ö u ü g ğ n ñ s ş c ç y ý i ı"),
            }
        );
    }

    /// <summary>One language of each way of folding that is not the plain one, for words whose language is not known.</summary>
    public static IReadOnlyList<byte> Languages { get; } =
    [
        SearchLanguage.Kazakh,
        SearchLanguage.Uzbek,
        SearchLanguage.Tajik,
        SearchLanguage.Turkish,
        SearchLanguage.Turkmen,
        SearchLanguage.German,
        SearchLanguage.Swedish,
        SearchLanguage.Spanish,
    ];

    /// <summary>Letters that stay as they are, in lower case.</summary>
    public string Standing { get; private init; } = "";

    /// <summary>Letters of other spellings with what this language writes for them.</summary>
    public FrozenDictionary<char, string> Written { get; private init; } = FrozenDictionary<char, string>.Empty;

    /// <summary>Letters that an apostrophe after them turns into other letters.</summary>
    public FrozenDictionary<char, string> WithApostrophe { get; private init; } = FrozenDictionary<char, string>.Empty;

    /// <summary>Whether the capital of ı is I and that of i is İ.</summary>
    public bool HasDotlessI { get; private init; }

    public static FoldingRules? Of(byte language) => ByLanguage[language];

    /// <summary>What a letter folds to by these rules; null where plain folding holds.</summary>
    public string? Fold(char letter)
    {
        if (HasDotlessI && letter == 'I')
            return "ı";
        var lower = char.ToLowerInvariant(letter);
        return Standing.Contains(lower) ? lower.ToString() : Written.GetValueOrDefault(lower);
    }

    private static void Add(byte language, FoldingRules rules) => ByLanguage[language] = rules;

    private static FrozenDictionary<char, string> Pairs(string pairs) =>
        pairs.Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0][0], pair => pair[1]);
}
