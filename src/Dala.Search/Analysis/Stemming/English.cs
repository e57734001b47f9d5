namespace Dala.Search.Analysis.Stemming;

/// <summary>
/// English inflection only: plural, -ed, -ing, after step 1 of Porter's second English stemmer (Snowball, 2001). Derivations stay words of their
/// own, so that a university is no universe.
/// </summary>
internal static class English
{
    private static readonly KnownStems Irregular = new(
        """
        children child men man women woman feet foot teeth tooth mice mouse geese goose people person leaves leaf lives life wolves wolf
        knives knife halves half shelves shelf analyses analysis theses thesis hypotheses hypothesis crises crisis criteria criterion
        phenomena phenomenon matrices matrix vertices vertex indices index axes axis bacteria bacterium formulae formula taught teach
        wrote write written write thought think known know knew know grew grow grown grow built build found find chosen choose
        news news lens lens maths maths mathematics mathematics physics physics economics economics series series species species
        during during morning morning evening evening nothing nothing something something everything everything anything anything
        booking booking bookings booking ceiling ceiling wedding wedding sibling sibling hundred hundred sacred sacred naked naked inning inning united united
        """
    );

    // British and American spellings, as stems.
    private static readonly KnownStems Variants = new(
        """
        center centr theater theatr meter metr kilometer kilometr centimeter centimetr millimeter millimetr liter litr fiber fibr caliber calibr
        programm program licens licenc defens defenc offens offenc pretens pretenc practis practic catalogu catalog dialogu dialog
        analogu analog gray grey aluminum aluminium artefact artifact encyclopaedia encyclopedia mediaeval medieval judgement judgment
        plow plough skeptic sceptic math maths enrol enroll fulfil fulfill skilful skillful mould mold storey stori jewelleri jewelri
        anaemia anemia paediatric pediatric orthopaedic orthopedic archaeologi archeologi archaeological archeological oestrogen estrogen
        foetus fetus colourful colorful favourit favorit behavioural behavioral neighbourhood neighborhood honourabl honorabl
        """
    );

    public static void Stem(ref StemWord word)
    {
        if (word.Length < 3)
            return;
        if (!Irregular.Stem(ref word))
        {
            CutPlural(ref word);
            CutPast(ref word);
        }

        // Porter's steps 1c and 5: studies and study, measuring and measure, but planes keep apart from plans.
        if (word.Length > 2 && word.Last == 'y' && !IsVowel(word[word.Length - 2]))
            word.Replace(1, "i");
        else if (word.Length > 4 && word.Last == 'e' && !EndsInShortSyllable(word.Letters[..^1]))
            word.Cut(1);
        else if (word.Length > 4 && word.Last == 'e' && Syllables(word.Letters[..^1]) > 1)
            word.Cut(1);
        BringSpellingsTogether(ref word);
    }

    // Colour and color, organise and organize, modelling and modeling: by rule where there is one, else by the list.
    private static void BringSpellingsTogether(ref StemWord word)
    {
        if (word.Length < 4 || Variants.Stem(ref word))
            return;
        if (word.Length > 5 && word.EndsWith("our"))
            word.Replace(3, "or");
        else if (word.Length > 5 && (word.EndsWith("iz") || word.EndsWith("yz")))
            word.Replace(1, "s");
        else if (word.EndsWith("ization"))
            word.Replace(7, "isation");
        else if (word.Length > 5 && word.EndsWith("ell"))
            word.Cut(1);
    }

    private static void CutPlural(ref StemWord word)
    {
        if (word.EndsWith("sses"))
            word.Cut(2);
        else if (word.EndsWith("ies"))
            word.Replace(3, word.Length > 4 ? "y" : "ie");
        else if (
            word.Length > 4
            && (word.EndsWith("xes") || word.EndsWith("ches") || word.EndsWith("shes") || word.EndsWith("zzes"))
        )
            word.Cut(2);
        else if (word.Length > 4 && word.EndsWith("oes"))
            word.Cut(2);
        else if (word.Length > 3 && word.Last == 's' && word[word.Length - 2] is not ('s' or 'u' or 'i'))
            word.Cut(1);
    }

    private static void CutPast(ref StemWord word)
    {
        var ending =
            word.EndsWith("ied") && word.Length > 4 ? 0
            : word.EndsWith("eed") ? 0
            : word.EndsWith("ing") ? 3
            : word.EndsWith("ed") ? 2
            : 0;
        if (word.EndsWith("ied") && word.Length > 4)
            word.Replace(3, "y");
        if (ending == 0 || word.Length - ending < 2 || Syllables(word.Letters[..^ending]) == 0)
            return;

        word.Cut(ending);
        if (word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz"))
            word.Replace(0, "e");
        else if (
            word.Length > 2
            && word.Last == word[word.Length - 2]
            && word.Last is not ('l' or 's' or 'z')
            && !IsVowel(word.Last)
        )
            word.Cut(1);
        else if (Syllables(word.Letters) == 1 && EndsInShortSyllable(word.Letters))
            word.Replace(0, "e");
    }

    // A consonant, a vowel and a consonant that is not w, x or y; or a vowel and a consonant that are all of the word.
    private static bool EndsInShortSyllable(ReadOnlySpan<char> word)
    {
        if (word.Length == 2)
            return IsVowel(word[0]) && !IsVowel(word[1]);
        return word.Length > 2
            && !IsVowel(word[^1])
            && word[^1] is not ('w' or 'x' or 'y')
            && IsVowel(word[^2])
            && !IsVowel(word[^3]);
    }

    private static int Syllables(ReadOnlySpan<char> word)
    {
        var syllables = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (IsVowel(word[i]) && (i == 0 || !IsVowel(word[i - 1])))
                syllables++;
        }

        return syllables;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
