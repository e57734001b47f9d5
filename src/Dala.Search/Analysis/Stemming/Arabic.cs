namespace Dala.Search.Analysis.Stemming;

/// <summary>
/// Arabic: light10 of Larkey, Ballesteros and Connell, "Light stemming for Arabic information retrieval" (2007), on folded words, with the
/// pronouns behind a noun.
/// </summary>
internal static class Arabic
{
    private static readonly string[] Articles = ["وال", "بال", "كال", "فال", "ال", "لل"];

    // ة and ى are folded to ه and ي; before a pronoun ة is ت.
    private static readonly string[] Pronouns = ["اتها", "اتهم", "اته", "تها", "تهم", "تنا", "ته", "ها", "هم", "نا"];

    private static readonly string[] Suffixes = ["ات", "ان", "ون", "ين", "يه", "ه", "ي"];

    // The ات of these is no plural.
    private static readonly string[] Whole = ["نبات", "بنات", "ثبات", "سبات", "فتات", "قران"];

    public static void Stem(ref StemWord word)
    {
        if (!CutArticle(ref word) && word[0] == 'و' && word.Length > 3)
        {
            word.CutStart(1);
            CutArticle(ref word);
        }

        CutEnd(ref word);
    }

    /// <summary>
    /// The word without a preposition written onto it (بلغة), if it may have one; what begins with the letter by itself loses it too, so this is
    /// only another key for words of texts, never for what is asked.
    /// </summary>
    public static bool StemWithoutPreposition(ref StemWord word)
    {
        if (word.Length > 4 && word[0] is 'و' or 'ف')
            word.CutStart(1);
        if (word.Length < 4 || word[0] is not ('ب' or 'ل') || CutArticle(ref word))
            return false;
        word.CutStart(1);
        CutEnd(ref word);
        return true;
    }

    private static void CutEnd(ref StemWord word)
    {
        if (IsWhole(word.Letters))
            return;
        word.CutFirst(Pronouns, 3);
        foreach (var suffix in Suffixes)
        {
            if (!word.EndsWith(suffix))
                continue;
            if (IsWhole(word.Letters))
                return;
            // A free man is not freedom: only the signs of the feminine leave two letters.
            var least = suffix is "ه" or "ات" ? 2 : 3;
            if (word.Length - suffix.Length >= least)
                word.Cut(suffix.Length);
        }
    }

    private static bool IsWhole(ReadOnlySpan<char> letters)
    {
        if (letters.Length is < 4 or > 5)
            return false;
        foreach (var whole in Whole)
        {
            if (letters.SequenceEqual(whole))
                return true;
        }

        return false;
    }

    private static bool CutArticle(ref StemWord word)
    {
        if (word[0] is not ('ا' or 'و' or 'ب' or 'ك' or 'ف' or 'ل'))
            return false;
        foreach (var article in Articles)
        {
            if (!word.Letters.StartsWith(article) || word.Length - article.Length < 2 || word.Letters[article.Length..] is "ات")
                continue;
            word.CutStart(article.Length);
            return true;
        }

        return false;
    }
}
