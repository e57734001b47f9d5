namespace Dala.Search.Analysis.Stemming;

/// <summary>Spanish: number, gender and the commonest endings of verbs, in the manner of Savoy's light stemmers (2006). ñ stays a letter.</summary>
internal static class Spanish
{
    private static readonly string[] Verbs =
    [
        "ariamos",
        "iesemos",
        "ieron",
        "iendo",
        "arian",
        "abamos",
        "aron",
        "ando",
        "aban",
        "amos",
        "emos",
        "imos",
        "aria",
        "aba",
        "ado",
        "ido",
        "ada",
        "ida",
        "ar",
        "er",
        "ir",
    ];

    // A plural of themselves, or no participles.
    private static readonly KnownStems Whole = new(
        "",
        """
        lunes martes jueves viernes crisis tesis dosis virus atlas paris analisis oasis campus
        partido partida mercado sentido soldado cuidado estado pescado vestido resultado contenido primer
        """
    );

    // What is left of two words that only a vowel parts: caso and casa, puerto and puerta.
    private static readonly KnownStems Pairs = new(
        "",
        """
        cas puert libr punt mod cuent frut banc pes plaz plat suel pat pal rat foc cer cop gorr marc mant past ram ros sac tir tom vel bols bol
        barc barr band cost cuadr cub fond grad hil huert lom mang mor part ray rest rued set bas bot bat caj can caper carg cart cint col com
        cor cuch cur dat fald gam gan gat grup jug lech leñ letr llam man mas mesa met min mont mor mot naranj nat og ol or pag pan per pil pin
        pint pit plant pol pos puest pur quint rap rem rent ric rod rop rued sal sec sed sell sol sop tal tap tel ten test tip torn tort tram
        turb velad vist
        """
    );

    public static void Stem(ref StemWord word)
    {
        if (word.Length < 4 || Whole.Contains(word.Letters))
            return;
        if (word.EndsWith("ces") && word.Length > 4)
            word.Replace(3, "z");
        else if (word.EndsWith("es") && word.Length > 5 && word[word.Length - 3] is 'r' or 'l' or 'd' or 'n' or 's' or 'j' or 'y')
            word.Cut(2);
        else if (word.Last == 's' && word[word.Length - 2] is 'a' or 'e' or 'o')
            word.Cut(1);
        if (Whole.Contains(word.Letters) || word.CutFirst(Verbs, 4))
            return;
        if (word.Length > 3 && (word.Last == 'e' || (word.Last is 'a' or 'o' && !Pairs.Contains(word.Letters[..^1]))))
            word.Cut(1);
    }
}
