namespace Dala.Search.Analysis;

/// <summary>
/// What is left of a word when it does not matter in which script and with which keyboard it was written: ўзбек, oʻzbek and ozbek, қазақ and
/// qazaq, Пушкин and Pushkin have one key.
/// </summary>
/// <remarks>
/// The correspondences are those of the alphabets: Uzbek of 1995, Kazakh drafts of 2017 to 2021, Turkmen of 1999, Azerbaijani of 1992, ISO 9 and
/// the BGN/PCGN systems for Russian, Kyrgyz and Tajik. In a key <c>x</c> is ш, <c>q</c> is ч, <c>j</c> is ж and дж, <c>i</c> is every i, ı, ы and
/// й, <c>h</c> is х, ҳ and һ; vowels are kept, because words that differ in them are other words. Letters that are written in two ways
/// (ў also as у, w as в or у) give a second key, by which the rarer way is found.
/// </remarks>
internal static class ScriptKey
{
    public const int Longest = 3 * Words.Longest;

    /// <summary>What the Uzbek oʻ and gʻ are as one letter each.</summary>
    public const char OtherO = 'õ';

    public const char OtherG = 'ḡ';

    private static readonly string?[] Letters = new string?[0x0530];

    private static readonly string?[] RarerLetters = new string?[0x0530];

    // The key of a letter that is always one letter, whatever stands behind it; most are.
    private static readonly char[] Simple = new char[0x0530];

    // Several letters for one sound. Longer groups stand before their beginnings.
    private static readonly (string Letters, string Key)[]?[] Groups = ByFirstLetter(
        ("shch", "x"),
        ("sh", "x"),
        ("ch", "q"),
        ("dzh", "j"),
        ("dj", "j"),
        ("дж", "j"),
        ("zh", "j"),
        ("kh", "h"),
        ("gh", "g"),
        ("gʻ", "g"),
        ("oʻ", "o"),
        ("ye", "e"),
        ("ýe", "e"),
        ("йе", "e"),
        ("йэ", "e")
    );

    // The draft of 2017 with digraphs, German without umlauts, Uzbek oʻ for which many write u.
    private static readonly (string Letters, string Key)[]?[] RarerGroups = ByFirstLetter(
        ("ae", "a"),
        ("oe", "o"),
        ("oʻ", "u"),
        ("ue", "u")
    );

    static ScriptKey()
    {
        Set(Letters, "abcdefghijklmnoprstuvz", "abcdefghijklmnoprstuvz");
        Set(Letters, "qxwy", "khvi");
        Set(Letters, "äåáöóüúūñńňğǵşžýıəɵç", "aaaoouuunnnggxjiiaoq");
        Set(Letters, "абвгдеэжзийіїыклмнопрстуфхчшщ", "abvgdeejziiiiiklmnoprstufhqxx");
        Set(Letters, "әғқңөүұһҳҷӣӯўґєҹҝҗј", "agknouuhhjiuogecgji");
        Set(Letters, "ц", "ts");
        Set(Letters, "ю", "iu");
        Set(Letters, "я", "ia");
        Set(Letters, "ё", "io");
        Set(Letters, "ъ", "");
        Set(Letters, "ь", "");
        Set(Letters, "ʻ", "");
        for (var digit = '0'; digit <= '9'; digit++)
            Letters[digit] = digit.ToString();

        Set(RarerLetters, "ўýwəşçžҷ", "uuuesczq");
        for (var letter = 0; letter < Letters.Length; letter++)
        {
            if (Letters[letter] is [var key] && key is not ('i' or 'e') && Groups[letter] is null)
                Simple[letter] = key;
        }
    }

    /// <summary>Writes the key of a folded word; 0 for a word with letters of another script, which has none.</summary>
    public static int Of(ReadOnlySpan<char> folded, Span<char> key) => Write(folded, key, [], rarer: false, out _);

    /// <summary>Writes the key, and for each of its letters the one of the word that it came from.</summary>
    public static int Of(ReadOnlySpan<char> folded, Span<char> key, Span<char> origins) =>
        Write(folded, key, origins, rarer: false, out _);

    /// <summary>Writes the second key of a folded word; 0 for a word that has none.</summary>
    public static int Second(ReadOnlySpan<char> folded, Span<char> key)
    {
        if (!HasRarer(folded))
            return 0;
        var length = Write(folded, key, [], rarer: true, out var differs);
        return differs ? length : 0;
    }

    // Whether a letter or the end of a group occurs that is read in two ways; nearly no word has one.
    private static bool HasRarer(ReadOnlySpan<char> folded)
    {
        var before = '\0';
        foreach (var c in folded)
        {
            if ((c is 'e' or 'ʻ' && before is 'a' or 'o' or 'u') || (c < RarerLetters.Length && RarerLetters[c] is not null))
                return true;
            before = c;
        }

        return false;
    }

    private static int Write(ReadOnlySpan<char> folded, Span<char> key, Span<char> origins, bool rarer, out bool differs)
    {
        differs = false;
        var length = 0;
        for (var at = 0; at < folded.Length; )
        {
            if (!rarer && folded[at] < Simple.Length && Simple[folded[at]] is not '\0' and var simple)
            {
                if (length == key.Length)
                    return length;
                if (!origins.IsEmpty)
                    origins[length] = folded[at];
                key[length++] = simple;
                at++;
                continue;
            }

            var rest = folded[at..];
            if (rarer && Group(RarerGroups, rest, out var group))
            {
                differs = true;
            }
            else if (!Group(Groups, rest, out group))
            {
                var c = rest[0];
                if (c >= Letters.Length || Letters[c] is not { } plain)
                    return 0;
                group = (1, plain);
                if (rarer && RarerLetters[c] is { } other)
                {
                    group = (1, other);
                    differs = true;
                }
            }

            // й before е and after и is heard in neither spelling: Мария and Maria, әйел and ayel.
            foreach (var sound in group.Key)
            {
                if (length == key.Length)
                    return length;
                if (sound == 'i' && length > 0 && key[length - 1] == 'i')
                    continue;
                if (sound == 'e' && length > 1 && key[length - 1] == 'i' && key[length - 2] is 'a' or 'o' or 'u')
                    length--;
                if (!origins.IsEmpty)
                    origins[length] = Origin(rest[..group.Length]);
                key[length++] = sound;
            }

            at += group.Length;
        }

        return length;
    }

    // oʻ and gʻ are one letter each.
    private static char Origin(ReadOnlySpan<char> letters) =>
        letters switch
        {
            "oʻ" => OtherO,
            "gʻ" => OtherG,
            _ => letters[0],
        };

    private static bool Group(
        (string Letters, string Key)[]?[] groups,
        ReadOnlySpan<char> rest,
        out (int Length, string Key) found
    )
    {
        found = default;
        if (rest[0] >= groups.Length || groups[rest[0]] is not { } candidates)
            return false;
        foreach (var (letters, key) in candidates)
        {
            if (!rest.StartsWith(letters))
                continue;
            found = (letters.Length, key);
            return true;
        }

        return false;
    }

    private static (string Letters, string Key)[]?[] ByFirstLetter(params (string Letters, string Key)[] groups)
    {
        var table = new (string Letters, string Key)[]?[0x0530];
        foreach (var sameFirst in groups.GroupBy(group => group.Letters[0]))
            table[sameFirst.Key] = [.. sameFirst];
        return table;
    }

    private static void Set(string?[] table, string letters, string keys)
    {
        if (letters.Length == 1)
        {
            table[letters[0]] = keys;
            return;
        }

        for (var i = 0; i < letters.Length; i++)
            table[letters[i]] = keys[i].ToString();
    }
}
