namespace Dala.Search.Analysis.Stemming;

/// <summary>Belarusian: the endings of nouns, adjectives and verbs by length; ў is в again and дз is д, as before other endings.</summary>
internal static class Belarusian
{
    private static readonly string[] Endings = Sorted(
        """
        амі ямі ах ях ам ям ом ем аў яў оў еў аю яю ою ею ай яй ой ей а я о е у ю ы і ь
        ага яга аму яму ым ім ых іх ымі імі ая яя ую юю ое ае яе ы
        ацца яцца цца аць яць іць ыць ець уць юць ала яла алі ялі іла ілі ыла ылі аў яў іў ыў ўся лася ліся
        """
    );

    public static void Stem(ref StemWord word)
    {
        word.CutFirst(Endings, 3);
        if (word.Length > 3 && word.Last is 'ь' or 'й')
            word.Cut(1);
        if (word.Length > 3 && word.EndsWith("дз"))
            word.Cut(1);
        if (word.Letters is "вучан")
            word.Replace(2, "н");
        if (word.Last == 'ў')
            word.Set(word.Length - 1, 'в');
        if (word.Length > 4 && word.EndsWith("нн"))
            word.Cut(1);
    }

    private static string[] Sorted(string endings) =>
        [.. endings.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(ending => ending.Length)];
}
