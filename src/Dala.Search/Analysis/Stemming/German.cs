namespace Dala.Search.Analysis.Stemming;

/// <summary>
/// German: plural and case after steps 1 and 2 of Porter's Snowball algorithm (2001), without umlauts as in Savoy, "Light stemming approaches for
/// the French, Portuguese, German and Hungarian languages" (2006). Maerchen is Märchen.
/// </summary>
internal static class German
{
    private static readonly string[] First = ["ern", "em", "er", "en", "es", "e"];
    private static readonly string[] Second = ["est", "en", "er"];

    public static void Stem(ref StemWord word)
    {
        WithoutUmlauts(ref word);
        // Frauen has no consonant before its ending.
        var least = Math.Clamp(Region(word.Letters), 3, 4);
        if (word.CutFirst(First, least))
        {
            if (word.EndsWith("niss"))
                word.Cut(1);
        }
        else if (word.Length > least && word.Last == 's' && "bdfghklmnrt".Contains(word[word.Length - 2]))
        {
            word.Cut(1);
        }

        if (word.CutFirst(Second, least))
            return;
        if (word.Length >= least + 2 && word.Length > 5 && word.EndsWith("st") && "bdfghklmnt".Contains(word[word.Length - 3]))
            word.Cut(2);
    }

    // ue is no ü after q (Quelle), nor after a or e (Frauen, neue).
    private static void WithoutUmlauts(ref StemWord word)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var letter = word[i];
            var plain = letter switch
            {
                'ä' => 'a',
                'ö' => 'o',
                'ü' => 'u',
                _ => letter,
            };
            var before = i > 0 ? word[i - 1] : '\0';
            word.Set(length++, plain);
            var isDigraph =
                i + 1 < word.Length - 1
                && word[i + 1] == 'e'
                && (letter is 'a' or 'o' || (letter == 'u' && before is not ('q' or 'a' or 'e')));
            if (isDigraph)
                i++;
        }

        word.Cut(word.Length - length);
    }

    // R1 of Snowball: behind the first consonant after a vowel.
    private static int Region(ReadOnlySpan<char> word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (!IsVowel(word[i]) && IsVowel(word[i - 1]))
                return i + 1;
        }

        return word.Length;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
