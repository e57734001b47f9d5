using System.Text;
using Dala.Search.Analysis;

namespace Dala.Search.Searching;

/// <summary>Spells a word in the other script, letter by letter, for what is near to it there: Puskin, пускин, Пушкин.</summary>
internal static class Spellings
{
    // The shared letters of the Latin and Cyrillic alphabets that the languages here are written in; good enough for a search that forgives a letter.
    private static readonly (string Latin, string Cyrillic)[] Letters =
    [
        ("shch", "щ"),
        ("sh", "ш"),
        ("ch", "ч"),
        ("zh", "ж"),
        ("kh", "х"),
        ("ts", "ц"),
        ("ya", "я"),
        ("yu", "ю"),
        ("yo", "ё"),
        ("oʻ", "ў"),
        ("gʻ", "ғ"),
        ("a", "а"),
        ("b", "б"),
        ("v", "в"),
        ("g", "г"),
        ("d", "д"),
        ("e", "е"),
        ("j", "ж"),
        ("z", "з"),
        ("i", "и"),
        ("y", "ы"),
        ("k", "к"),
        ("q", "қ"),
        ("l", "л"),
        ("m", "м"),
        ("n", "н"),
        ("o", "о"),
        ("p", "п"),
        ("r", "р"),
        ("s", "с"),
        ("t", "т"),
        ("u", "у"),
        ("w", "в"),
        ("f", "ф"),
        ("h", "х"),
        ("x", "х"),
        ("c", "к"),
        ("i", "й"),
        ("e", "э"),
    ];

    // How French, Swedish and German write the sounds of foreign names, and how English does.
    private static readonly (string Theirs, string English)[] OfOtherLanguages =
    [
        ("tsch", "ch"),
        ("tch", "ch"),
        ("tj", "ch"),
        ("sch", "sh"),
        ("sj", "sh"),
        ("ch", "sh"),
        ("ou", "u"),
        ("dj", "j"),
        ("x", "ks"),
    ];

    /// <summary>How a name may be written from another language: Pouchkine and Pusjkin for Pushkin, Александр for Alexander.</summary>
    public static IEnumerable<string> OfNames(string name)
    {
        if (!name.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            var english = OfOtherLanguages.Aggregate(
                name,
                (spelled, pair) => spelled.Replace(pair.Theirs, pair.English, StringComparison.Ordinal)
            );
            if (english.EndsWith("ine", StringComparison.Ordinal))
                english = english[..^1];
            if (!string.Equals(english, name, StringComparison.Ordinal))
            {
                yield return english;
                foreach (var cyrillic in InOtherScript(english))
                    yield return cyrillic;
            }
        }

        foreach (var latin in name.AsSpan().ContainsAnyExceptInRange('a', 'z') ? InOtherScript(name) : [name])
        {
            var french = latin
                .Replace("ch", "tch", StringComparison.Ordinal)
                .Replace("sh", "ch", StringComparison.Ordinal)
                .Replace("u", "ou", StringComparison.Ordinal);
            yield return french.EndsWith("in", StringComparison.Ordinal) ? french + "e" : french;
            if (latin.Contains("ks", StringComparison.Ordinal))
                yield return latin.Replace("ks", "x", StringComparison.Ordinal);
        }
    }

    /// <summary>The word in the other script; nothing for a word of neither.</summary>
    public static IEnumerable<string> InOtherScript(string word)
    {
        var toCyrillic = word.Length > 0 && word[0] is >= 'a' and <= 'z';
        if (!toCyrillic && (word.Length == 0 || !LookAlikes.IsCyrillic(word[0])))
            yield break;
        var spelled = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length; )
        {
            var pair = Array.Find(Letters, pair => string.CompareOrdinal(word, at, Side(pair), 0, Side(pair).Length) == 0);
            if (pair == default)
                yield break;
            spelled.Append(toCyrillic ? pair.Cyrillic : pair.Latin);
            at += Side(pair).Length;
        }

        yield return spelled.ToString();

        string Side((string Latin, string Cyrillic) pair) => toCyrillic ? pair.Latin : pair.Cyrillic;
    }
}
