using System.Collections.Frozen;

namespace Dala.Search.Analysis;

/// <summary>
/// What a letter of a query says against a word with the same <see cref="ScriptKey"/>. Who cannot type a letter types a plainer one, so that кол
/// may mean көл; but who has typed ө had it, and did not mean о.
/// </summary>
internal static class TypedLetters
{
    // A letter and those of its own script that it is not. ё, ӣ and ı are often left out by those who have them too.
    private static readonly FrozenDictionary<char, string> Others = Pairs(
        """
        ә а ғ г қ к ң н ө о ұ уү ү уұ һ х і иый ҳ х ҷ ж ӯ у ў уо ы ий и ы
        ä aå å aä ö o ü u ñ n ğ g ş s ç c ž z ň n ə ae ū uü õ ou ḡ g
        """
    );

    // In Cyrillic ө and ү have keys wherever there are such words; but Erdoğan is Эрдоган.
    private static readonly FrozenDictionary<char, string> OthersInCyrillic = Pairs("ö о ü у õ о");

    /// <summary>Whether a form of a word was written with letters that not every keyboard has.</summary>
    public static bool HasMarked(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
        {
            if (c is 'ʻ' or 'ё' || (c is not ('и' or 'ы') && Others.ContainsKey(c)))
                return true;
        }

        return false;
    }

    /// <summary>Whether the letters of a query's word show that a term of the same key is another word.</summary>
    public static bool Contradict(ReadOnlySpan<char> typed, ReadOnlySpan<char> term)
    {
        Span<char> room = stackalloc char[4 * ScriptKey.Longest];
        var typedKey = room[..ScriptKey.Longest];
        var typedLetters = room.Slice(ScriptKey.Longest, ScriptKey.Longest);
        var termKey = room.Slice(2 * ScriptKey.Longest, ScriptKey.Longest);
        var termLetters = room[(3 * ScriptKey.Longest)..];
        var length = ScriptKey.Of(typed, typedKey, typedLetters);
        length = Math.Min(length, ScriptKey.Of(term, termKey, termLetters));
        for (var i = 0; i < length; i++)
        {
            if (IsOther(typedLetters[i], termLetters[i]))
                return true;
            // Behind the stem the words go ways of their own.
            if (typedKey[i] != termKey[i] && !(IsVowel(typedKey[i]) && IsVowel(termKey[i])))
                return false;
        }

        return false;
    }

    private static bool IsOther(char typed, char letter) =>
        Others.TryGetValue(typed, out var others) && others.Contains(letter)
        || OthersInCyrillic.TryGetValue(typed, out others) && others.Contains(letter);

    private static bool IsVowel(char key) => key is 'a' or 'e' or 'o' or 'u' or 'i';

    private static FrozenDictionary<char, string> Pairs(string pairs) =>
        pairs
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Chunk(2)
            .ToFrozenDictionary(pair => pair[0][0], pair => pair[1]);
}
