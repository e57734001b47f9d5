namespace Dala.Search.Analysis.Stemming;

/// <summary>
/// French: number, gender and the commonest endings of verbs, after the light stemmer of Savoy, "Light stemming approaches for the French,
/// Portuguese, German and Hungarian languages" (2006). Accents are folded away before.
/// </summary>
internal static class French
{
    private static readonly string[] Verbs =
    [
        "issaient",
        "eraient",
        "issait",
        "issent",
        "aient",
        "erait",
        "eront",
        "issez",
        "erai",
        "eras",
        "ait",
        "era",
        "ez",
        "er",
    ];

    private static readonly KnownStems Irregular = new(
        """
        yeux oeil cieux ciel travaux travail vitraux vitrail coraux corail emaux email baux bail soupiraux soupirail
        belle beau belles beau bel beau nouvelle nouveau nouvelles nouveau nouvel nouveau vieille vieux vieilles vieux vieil vieux
        blanche blanc blanches blanc fraiche frais fraiches frais seche sec seches sec longue long longues long grecque grec grecques grec
        folle fou folles fou douce doux douces doux rousse roux fausse faux fausses faux
        """,
        "pays temps corps cours bras fils univers souris discours recours parcours concours secours mois bois bas repas faux doux roux vieux"
    );

    public static void Stem(ref StemWord word)
    {
        // Among the known are plurals of themselves: a land is not what is paid.
        if (Irregular.Stem(ref word) || word.Length < 4)
            return;
        CutPlural(ref word);
        if (word.Length > 5 && word.CutFirst(Verbs, 3))
        {
            Undouble(ref word);
            return;
        }

        if (word.EndsWith("euse"))
            word.Replace(2, "r");
        else if (word.EndsWith("trice"))
            word.Replace(4, "eur");
        else if (word.EndsWith("ive"))
            word.Replace(2, "f");
        else if (word.EndsWith("ee") && word.Length > 4)
            word.Cut(2);
        else if (word.Last == 'e' && word.Length > 3)
            word.Cut(1);

        // première and premier, publique and public
        if (word.EndsWith("er") && word.Length > 4)
            word.Cut(2);
        else if (word.EndsWith("qu") && word.Length > 3)
            word.Replace(2, "c");
        Undouble(ref word);
    }

    // français is no plural, and française must meet it.
    private static void CutPlural(ref StemWord word)
    {
        if (word.EndsWith("eaux"))
            word.Cut(1);
        else if (word.EndsWith("aux") && word.Length > 4)
            word.Replace(2, "l");
        else if (
            word.EndsWith("eux")
            || word.EndsWith("oux")
            || (word.Last == 's' && word[word.Length - 2] != 's' && !word.EndsWith("ais"))
        )
            word.Cut(1);
    }

    private static void Undouble(ref StemWord word)
    {
        if (word.Length > 3 && word.Last == word[word.Length - 2] && word.Last is 'l' or 'n' or 't' or 's')
            word.Cut(1);
    }
}
