namespace Dala.Search.Analysis;

/// <summary>The letters in which words of each language are written once they are folded: which languages a single word may belong to.</summary>
internal static partial class SearchLanguage
{
    private const string LatinLetters = "abcdefghijklmnopqrstuvwxyz";
    private const string RussianLetters = "абвгдежзийклмнопрстуфхцчшщъыьэюяё";

    // Kazakh, Uzbek, Azerbaijani and Turkmen are written in both scripts. All Cyrillic ones of Central Asia take Russian words as they are,
    // so they hold the whole Russian alphabet. Latin without marks belongs to every language of that script, because keyboards lack the marks.
    private static readonly (byte Language, string Letters)[] Alphabets =
    [
        (English, LatinLetters),
        (French, LatinLetters),
        (Spanish, LatinLetters + "ñ"),
        (Portuguese, LatinLetters),
        (German, LatinLetters + "äöü"),
        (Swedish, LatinLetters + "åäö"),
        (Turkish, LatinLetters + "çğıöşü"),
        (Azerbaijani, LatinLetters + "çğıöşüə" + RussianLetters + "ғҝөүһҹәј"),
        (Turkmen, LatinLetters + "çäžňöşüý" + RussianLetters + "җңөүә"),
        (Uzbek, LatinLetters + "ʻ" + RussianLetters + "ўқғҳ"),
        (Kazakh, LatinLetters + "äöüñğūşçýı" + RussianLetters + "әіңғүұқөһ"),
        (Kyrgyz, LatinLetters + "öüñçş" + RussianLetters + "ңөү"),
        (Tajik, LatinLetters + RussianLetters + "ғӣқӯҳҷ"),
        (Russian, RussianLetters),
        (Ukrainian, "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
        (Belarusian, "абвгґдеёжзійклмнопрстуўфхцчшыьэюя"),
        (Arabic, "ابتثجحخدذرزسشصضطظعغفقكلمنهوؤيئءچپگڤ"),
    ];

    private static readonly (byte Language, string Letters)[] Accented =
    [
        (French, "àâçéèêëîïôùûüÿæœ'"),
        (Spanish, "áéíóúü"),
        (Portuguese, "áâãàçéêíóôõú"),
        (German, "ß"),
        (Swedish, "é"),
        (Turkish, "âîû'"),
        (English, "'"),
        (Uzbek, "'"),
        (Kazakh, "'"),
        (Russian, "ё"),
        (Ukrainian, "'"),
        (Belarusian, "'"),
    ];

    private static readonly ulong[] LanguagesOfLetter = LettersToLanguages();

    private static readonly ulong Everything = (1UL << Count) - 1;

    /// <summary>The languages, as a mask, whose alphabets hold every letter of a folded word. The unknown language is always among them.</summary>
    public static ulong Candidates(ReadOnlySpan<char> foldedWord)
    {
        var candidates = Everything;
        foreach (var c in foldedWord)
            candidates &= LanguagesOf(c);
        return candidates | Bit(Unknown);
    }

    /// <summary>The languages whose texts have a letter, in lower case and before folding: é is no foreigner in French.</summary>
    public static ulong LanguagesWriting(char letter) => LanguagesOf(letter) | LanguagesWithAccents(letter);

    private static ulong LanguagesWithAccents(char letter)
    {
        var languages = 0UL;
        foreach (var (language, letters) in Accented)
        {
            if (letters.Contains(letter))
                languages |= Bit(language);
        }

        return languages;
    }

    private static ulong LanguagesOf(char c)
    {
        if (c < LanguagesOfLetter.Length)
            return LanguagesOfLetter[c];
        return c is (>= '\u3400' and <= '\u9FFF') or (>= '\uD840' and <= '\uDFFF') ? Bit(Chinese) : 0;
    }

    private static ulong[] LettersToLanguages()
    {
        var languages = new ulong[0x0700];
        foreach (var (language, letters) in Alphabets)
        {
            foreach (var letter in letters)
                languages[letter] |= Bit(language);
        }

        foreach (var sign in "0123456789+#.")
            languages[sign] = (1UL << Count) - 1;
        return languages;
    }
}
