namespace Dala.Search.Analysis.Stemming;

/// <summary>
/// Tajik, in Cyrillic letters: plural in -ҳо and -он, izofat, -ро, possessive enclitics, comparison, and the persons of verbs with ме-.
/// </summary>
/// <remarks>After Perry, "A Tajik Persian Reference Grammar" (2005), in the manner of light stemmers for Persian.</remarks>
internal static class Tajik
{
    private static readonly string[] Enclitics =
    [
        "амон",
        "атон",
        "ашон",
        "ямон",
        "ятон",
        "яшон",
        "ам",
        "ат",
        "аш",
        "ям",
        "ят",
        "яш",
    ];
    private static readonly string[] Persons = ["анд", "янд", "ад", "яд", "ам", "ям", "ем", "ед", "ӣ"];
    private static readonly string[] Infinitives = ["идан", "дан", "тан"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Whole = new HashSet<string>(
        """
        забон инсон ҷаҳон имкон замон достон осон осмон ҳайвон дармон давон арзон майдон ҷавон эрон меҳмон бӯстон гулистон тоҷикистон
        афғонистон узбекистон қазоқистон дабистон дарахтон ҷон нон хон барон борон давлат миллат ҳикоят адабиёт хизмат санъат маълумот
        синамо китоб мактаб донишгоҳ илм таълим масъала оила ватан сухан бадан чаман баҳодур модар падар хоҳар бародар духтар писар
        талаб салом калом олам одам қалам мардум кадом тамом анҷом
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Stem(ref StemWord word)
    {
        // The one word of two letters that takes endings often.
        if (word.Letters.StartsWith("об") && word.Letters[2..] is "и" or "у" or "ро" or "ҳо" or "ҳои" or "ҳоро" or "ҳоямон")
        {
            word.Cut(word.Length - 2);
            return;
        }

        if (CutVerb(ref word))
            return;
        for (var i = 0; i < 4 && !Whole.Contains(word.Letters); i++)
        {
            if (!CutEnding(ref word))
                break;
        }

        if (word.Length > 4 && !Whole.Contains(word.Letters))
            word.CutFirst(Infinitives, 3);
    }

    // мехонад, намехонанд: only with both its beginning and its end is it surely a verb; мева and меҳнат are none.
    private static bool CutVerb(ref StemWord word)
    {
        var prefix =
            word.Letters.StartsWith("наме") ? 4
            : word.Letters.StartsWith("ме") ? 2
            : 0;
        if (prefix == 0 || word.Length < prefix + 4 || !word.CutFirst(Persons, prefix + 2))
            return false;
        word.CutStart(prefix);
        return true;
    }

    private static bool CutEnding(ref StemWord word)
    {
        if (word.CutFirst(["ро"], 3) || word.CutFirst(["ҳои", "ҳо"], 3))
            return true;
        if (word.Length > 5 && word.CutFirst(["тарин", "тар"], 3))
            return true;
        if (CutAfter(ref word, "гон", "а") || CutAfter(ref word, "ён", "оиӣӯу") || CutAfter(ref word, "вон", "уӯ"))
            return true;
        if (word.CutFirst(Enclitics, 4))
            return true;
        if (word.EndsWith("ии"))
        {
            word.Cut(1);
            return true;
        }

        return word.CutFirst(["ӣ", "и"], 3) || word.CutFirst(["он", "е"], 4);
    }

    private static bool CutAfter(ref StemWord word, string ending, string before)
    {
        if (!word.EndsWith(ending) || word.Length < ending.Length + 3 || !before.Contains(word[word.Length - ending.Length - 1]))
            return false;
        word.Cut(ending.Length);
        return true;
    }
}
