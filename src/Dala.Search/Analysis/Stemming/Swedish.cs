namespace Dala.Search.Analysis.Stemming;

/// <summary>Swedish: step 1 and 2 of Porter's Snowball algorithm (2001), with the neuter article -et, and the few plurals that change their vowel.</summary>
internal static class Swedish
{
    private static readonly string[] Endings =
    [
        .. """
            a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas ornas es ades andes ens
            arens hetens erns at andet het ast et ets an ans
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(ending => ending.Length),
    ];

    private static readonly KnownStems ChangedVowels = new(
        "böck bok händ hand städ stad länd land tänd tand sön son män man bröd bror döttr dot dotter dot"
    );

    // Short words that keep too little before their endings, words in -tor that are no plurals, and vowels that change in the whole word only.
    private static readonly KnownStems Irregular = new(
        """
        isen is isar is isarna is sjön sjö sjöar sjö sjöarna sjö sjöns sjö ön ö öar ö öarna ö ån å åar å byn by byar by byarna by bron bro broar bro
        broarna bro skon sko skor sko skorna sko kon ko kor ko korna ko tån tå tår tå tårna tå bin bi bina bi biet bi knät knä knäna knä
        möss mus mössen mus gäss gås gässen gås löss lus lössen lus natt natt nätter natt nätterna natt natten natt nattens natt ögon öga ögonen öga ögat öga öron öra
        öronen öra örat öra männen man männens man mannen man äggen ägg ägget ägg år år året år åren år årens år
        larare lärar lararen lärar lararna lärar lärare lärar läraren lärar lärarna lärar lärarnas lärar lärares lärar lärarens lärar läsare läsar läsaren läsar läsarna läsar
        dator dator datorn dator datorer dator datorerna dator motor motor motorn motor motorer motor motorerna motor doktor doktor doktorn doktor
        doktorer doktor rektor rektor rektorn rektor rektorer rektor lektor lektor lektorn lektor lektorer lektor traktor traktor traktorn traktor
        traktorer traktor faktor faktor faktorn faktor faktorer faktor vektor vektor vektorn vektor vektorer vektor sektor sektor sektorn sektor
        reaktor reaktor reaktorn reaktor reaktorer reaktor författare författ professor professor professorn professor professorer professor
        """
    );

    public static void Stem(ref StemWord word)
    {
        if (Irregular.Stem(ref word) || ChangedVowels.Stem(ref word))
            return;

        var least = Math.Max(3, Region(word.Letters));
        if (!EndsInRootEt(word.Letters))
            word.CutFirst(Endings, least);
        // resurs loses its own s, so resurser must too.
        if (word.Length > least && word.Last == 's' && "bcdfghjklmnoprtvy".Contains(word[word.Length - 2]))
            word.Cut(1);

        if (
            word.Length > least
            && (
                word.EndsWith("dd")
                || word.EndsWith("gd")
                || word.EndsWith("nn")
                || word.EndsWith("dt")
                || word.EndsWith("gt")
                || word.EndsWith("kt")
                || word.EndsWith("tt")
            )
        )
            word.Cut(1);
        if (!ChangedVowels.Stem(ref word) && word.EndsWith("böck"))
            word.Replace(4, "bok");
    }

    // universitet, alfabet, planet: the article comes behind these.
    private static bool EndsInRootEt(ReadOnlySpan<char> word) =>
        word.EndsWith("itet") || word.EndsWith("fabet") || word is "planet" or "internet" or "paket" or "budget" or "raket";

    private static int Region(ReadOnlySpan<char> word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (!IsVowel(word[i]) && IsVowel(word[i - 1]))
                return i + 1;
        }

        return word.Length;
    }

    private static bool IsVowel(char c) => "aeiouyäåö".Contains(c);
}
