namespace Dala.Search.Analysis.Stemming;

/// <summary>
/// Portuguese: number, gender and the commonest endings of verbs, after Savoy, "Light stemming approaches for the French, Portuguese, German and
/// Hungarian languages" (2006). Accents are folded away before.
/// </summary>
internal static class Portuguese
{
    private static readonly (string Plural, string Singular)[] Plurals =
    [
        ("oes", "ao"),
        ("aes", "ao"),
        ("ais", "al"),
        ("eis", "el"),
        ("ois", "ol"),
        ("res", "r"),
        ("zes", "z"),
        ("ses", "s"),
        ("ns", "m"),
        ("s", ""),
    ];

    private static readonly string[] Verbs =
    [
        "ariam",
        "aram",
        "eram",
        "iram",
        "avam",
        "ando",
        "endo",
        "indo",
        "amos",
        "emos",
        "imos",
        "ava",
        "ado",
        "ido",
        "ada",
        "ida",
        "ar",
        "er",
        "ir",
    ];

    public static void Stem(ref StemWord word)
    {
        if (word.Length < 4)
            return;
        foreach (var (plural, singular) in Plurals)
        {
            if (!word.EndsWith(plural) || word.Length - plural.Length < (singular is "ao" ? 1 : 2))
                continue;
            word.Replace(plural.Length, singular);
            break;
        }

        if (word.CutFirst(Verbs, 4))
            return;
        if (word.Length > 3 && word.Last is 'a' or 'o' or 'e')
            word.Cut(1);
    }
}
