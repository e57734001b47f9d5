using System.Buffers;

namespace Dala.Search.Analysis.Stemming;

/// <summary>Russian: Porter's Snowball algorithm for it (2001), on folded words, so that ё is е.</summary>
/// <remarks>
/// Dolamic and Savoy, "Indexing and searching strategies for the Russian language" (2009), found light stemming of nouns and adjectives as good as
/// any; the endings of verbs are kept here because people search for them too.
/// </remarks>
internal static class Russian
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("аеиоуыэюя");

    private static readonly string[] GerundsAfterA = ["вшись", "вши", "в"];
    private static readonly string[] Gerunds = ["ившись", "ывшись", "ивши", "ывши", "ив", "ыв"];
    private static readonly string[] Reflexives = ["ся", "сь"];

    private static readonly string[] Adjectives = Sorted(
        "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею"
    );

    private static readonly string[] ParticiplesAfterA = Sorted("ем нн вш ющ щ");
    private static readonly string[] Participles = Sorted("ивш ывш ующ");

    private static readonly string[] VerbsAfterA = Sorted("ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно");

    private static readonly string[] Verbs = Sorted(
        "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю"
    );

    private static readonly string[] Nouns = Sorted(
        "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я"
    );

    private static readonly string[] Superlatives = ["ейше", "ейш"];

    // Vowels that come and go in short words, and words of two stems.
    private static readonly KnownStems Irregular = new(
        """
        день дн дни дн дня дн дню дн днем дн дне дн дней дн дням дн днями дн днях дн
        дети дет детей дет детям дет детьми дет детях дет люди люд людей люд людям люд людьми люд людях люд
        лев лев льва лев льву лев львом лев львы лев львов лев сон сон сна сон сну сон сном сон сны сон снов сон
        лед лед льда лед льду лед льдом лед льды лед льдов лед пес пес псы пес пса пес псов пес лоб лоб лба лоб
        писем письм чисел числ окон окн песен песн земель земл сестер сестр сосен сосн вишен вишн кресел кресл стекол стекл зерен зерн
        ведер ведр весен весн башен башн игл игл деревень деревн матери мат матерью мат матерей мат матерям мат мать мат
        дочь доч дочери доч дочерей доч имя им имени им имена им имен им именем им время врем времени врем времена врем времен врем временем врем
        пламя плам пламени плам семя сем семени сем семена сем небо неб небеса неб небес неб небесах неб
        дерево дерев деревья дерев деревьев дерев деревьям дерев деревьями дерев деревьях дерев братья брат братьев брат братьям брат
        друг друг друзья друг друзей друг друзьям друг друзьями друг друзьях друг
        """
    );

    public static void Stem(ref StemWord word)
    {
        if (Irregular.Stem(ref word))
            return;

        // Nothing is taken from before the first vowel.
        var region = word.Letters.IndexOfAny(Vowels) + 1;
        region = Math.Max(region, 2);
        if (!CutAfterA(ref word, GerundsAfterA, region) && !word.CutFirst(Gerunds, region))
        {
            word.CutFirst(Reflexives, region);
            if (word.CutFirst(Adjectives, region))
            {
                if (!CutAfterA(ref word, ParticiplesAfterA, region))
                    word.CutFirst(Participles, region);
            }
            else if (!CutVerb(ref word, region))
            {
                word.CutFirst(Nouns, region);
            }
        }

        if (word.Last == 'и' && word.Length > region)
            word.Cut(1);
        word.CutFirst(Superlatives, region + 1);
        if (word.EndsWith("нн") || (word.Last == 'ь' && word.Length > region))
            word.Cut(1);
        CutFleetingVowel(ref word);
    }

    // рисунок and рисунки, сказка and сказок, отец and отцы: the vowel between the last consonants comes and goes.
    private static void CutFleetingVowel(ref StemWord word)
    {
        var isFleeting =
            (word.Length > 4 && (word.EndsWith("ок") || word.EndsWith("ек")) || (word.Length > 3 && word.EndsWith("ец")))
            && !Vowels.Contains(word[word.Length - 3]);
        if (isFleeting)
            word.Replace(2, word.Last == 'ц' ? "ц" : "к");
    }

    // The longest ending of both groups counts.
    private static bool CutVerb(ref StemWord word, int region)
    {
        var before = word.Length;
        var other = word;
        var cutAfterA = CutAfterA(ref other, VerbsAfterA, region);
        var cut = word.CutFirst(Verbs, region);
        if (cutAfterA && (!cut || other.Length < word.Length))
            word = other;
        return word.Length < before;
    }

    private static bool CutAfterA(ref StemWord word, string[] endings, int region)
    {
        foreach (var ending in endings)
        {
            var rest = word.Length - ending.Length;
            if (ending[^1] != word.Last || rest < region || !word.EndsWith(ending) || word[rest - 1] is not ('а' or 'я'))
                continue;
            word.Cut(ending.Length);
            return true;
        }

        return false;
    }

    private static string[] Sorted(string endings) => [.. endings.Split(' ').OrderByDescending(ending => ending.Length)];
}
