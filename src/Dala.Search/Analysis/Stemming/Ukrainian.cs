namespace Dala.Search.Analysis.Stemming;

/// <summary>Ukrainian: the endings of nouns, adjectives and verbs by length, and the і that turns into о in an open syllable (рік, року).</summary>
internal static class Ukrainian
{
    private static readonly string[] Endings = Sorted(
        """
        ями ами ові еві єві ою ею єю ів їв ей ах ях ам ям ом ем єм а я о е є и і ї у ю ь ння нням нню ня
        ий ій ого ього ому ьому им їм ім их їх іх ими їми іми ої ьої ьою
        тися ться ти ть ють уть ать ять ить иш еш єш емо ємо имо їмо ете єте ите їте ає ають ав ала али ало ати
        ив ила или ило ити ував увала ували увати ує ують
        """
    );

    private static readonly string[] Reflexives = ["ся", "сь"];

    public static void Stem(ref StemWord word)
    {
        if (word.Length > 5)
            word.CutFirst(Reflexives, 4);
        word.CutFirst(Endings, 3);
        if (word.Length > 3 && word.Last is 'ь' or 'й')
            word.Cut(1);
        if (word.Letters is "учен")
            word.Replace(2, "н");
        if (word.Length > 2 && word[word.Length - 2] == 'і')
            word.Set(word.Length - 2, 'о');
        if (word.Length > 4 && word.EndsWith("нн"))
            word.Cut(1);
    }

    private static string[] Sorted(string endings) =>
        [.. endings.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(ending => ending.Length)];
}
