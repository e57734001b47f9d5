using System.Globalization;
using System.Text;

namespace Dala.Search.Analysis;

/// <summary>What a UTF-16 code unit does in a text that is cut into words.</summary>
internal enum CharacterKind : byte
{
    Separator,

    /// <summary>Takes part in nothing: soft hyphens, zero-width and bidi marks, accents left after composition, tatweel.</summary>
    Ignored,
    Word,

    /// <summary>Stands for several characters (ß, ﬁ, Arabic ligatures).</summary>
    Expanding,

    /// <summary>A character of a script written without spaces.</summary>
    Unspaced,

    /// <summary>A sign that belongs to the unspaced character before it.</summary>
    UnspacedMark,
    Apostrophe,
    Surrogate,
}

/// <summary>Folds characters to the form in which they are compared, by Unicode NFKC and case, with exceptions by script.</summary>
internal static class Folding
{
    // The five of Uzbek, the two ASCII and Latin-1 stand-ins, and what keyboards and scanners put in their place.
    private const string Apostrophes = "'\u2018\u2019\u02BB\u02BC`\u00B4\u02B9\u02BD\u02BE\u02BF\u201B\u2032\uFF07";

    // Letters without a canonical decomposition that keyboards of other languages lack, Arabic letters that are written one for the other
    // (after Larkey, Ballesteros and Connell, "Light stemming for Arabic", 2007), and ё.
    private static readonly Dictionary<char, string> Exceptions = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ħ'] = "h",
        ['ŧ'] = "t",
        ['ı'] = "i",
        ['ς'] = "σ",
        ['ё'] = "е",
        ['ѐ'] = "е",
        ['ѝ'] = "и",
        ['أ'] = "ا",
        ['إ'] = "ا",
        ['آ'] = "ا",
        ['ٱ'] = "ا",
        ['ى'] = "ي",
        ['ی'] = "ي",
        ['ک'] = "ك",
        ['ة'] = "ه",
    };

    // By language, then by the high byte. Languages share the pages on which they do not differ.
    private static readonly Page?[][] Pages = [.. Enumerable.Range(0, SearchLanguage.Count).Select(_ => new Page?[256])];

    public static CharacterKind KindOf(char c, byte language = SearchLanguage.Unknown) => PageOf(c, language).Kinds[c & 0xFF];

    /// <summary>The one character that a <see cref="CharacterKind.Word"/> or unspaced character folds to.</summary>
    public static char Of(char c, byte language = SearchLanguage.Unknown) => PageOf(c, language).Folded[c & 0xFF];

    /// <summary>Folds the <see cref="CharacterKind.Word"/> characters that a text begins with; how many they are, and how many of them had room.</summary>
    public static int ReadPlain(ReadOnlySpan<char> text, byte language, Span<char> word, out int folded)
    {
        // Neighbours are of one page nearly always, so it is looked up once for all of them.
        folded = 0;
        for (var at = 0; at < text.Length; )
        {
            var number = text[at] >> 8;
            var page = PageOf(text[at], language);
            var (kinds, letters) = (page.Kinds, page.Folded);
            for (; at < text.Length && text[at] >> 8 == number; at++)
            {
                var low = text[at] & 0xFF;
                if (kinds[low] is not CharacterKind.Word)
                    return at;
                if (folded < word.Length)
                    word[folded++] = letters[low];
            }
        }

        return text.Length;
    }

    /// <summary>What an <see cref="CharacterKind.Expanding"/> character folds to.</summary>
    public static string Expand(char c, byte language = SearchLanguage.Unknown) => PageOf(c, language).Expansions[c];

    /// <summary>
    /// The text with letters and their marks composed (NFC), so that й written as и and breve is й; the same object when nothing is to do.
    /// Half-width kana are widened, because their voicing marks compose only then.
    /// </summary>
    public static string Compose(string text)
    {
        var compose = false;
        var widen = false;
        foreach (var c in text)
        {
            if (c < '\u0300')
                continue;
            compose |= c is <= '\u036F' or (>= '\u0653' and <= '\u0655') or (>= '\u1100' and <= '\u11FF') or '\u3099' or '\u309A';
            widen |= c is >= '\uFF66' and <= '\uFF9F';
        }

        return compose || widen
            ? WithoutLoneSurrogates(text).Normalize(widen ? NormalizationForm.FormKC : NormalizationForm.FormC)
            : text;
    }

    /// <summary>The folded words of a text with single spaces between them: what titles are sorted by.</summary>
    public static string Line(string text)
    {
        text = Compose(text);
        var line = new StringBuilder(text.Length);
        var space = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var kind = KindOf(c);
            if (kind is CharacterKind.Ignored or CharacterKind.Apostrophe)
                continue;
            if (kind is CharacterKind.Surrogate && Supplementary(text, i) is { } folded)
            {
                Space();
                line.Append(folded);
                i++;
            }
            else if (kind is CharacterKind.Separator or CharacterKind.Surrogate)
            {
                space = line.Length > 0;
            }
            else
            {
                Space();
                if (kind is CharacterKind.Expanding)
                    line.Append(Expand(c));
                else
                    line.Append(Of(c));
            }
        }

        return line.ToString();

        void Space()
        {
            if (space)
                line.Append(' ');
            space = false;
        }
    }

    /// <summary>What the pair of surrogates at a place folds to, if it is a letter, a digit or a mark.</summary>
    public static string? Supplementary(string text, int at)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune) || !IsWord(Rune.GetUnicodeCategory(rune)))
            return null;
        return rune.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    /// <summary>Whether the pair of surrogates at a place is a Han character (planes 2 and 3).</summary>
    public static bool IsSupplementaryHan(string text, int at) =>
        Rune.TryGetRuneAt(text, at, out var rune) && rune.Value is >= 0x20000 and < 0x40000;

    private static Page PageOf(char c, byte language) => Volatile.Read(ref Pages[language][c >> 8]) ?? Find(c >> 8, language);

    // Found when first met, because a text touches few of the 256 pages. Two threads may make the same page; both are right.
    private static Page Find(int number, byte language)
    {
        var rules = FoldingRules.Of(language);
        var page =
            rules is not null ? Make(number, rules)
            : language is SearchLanguage.Unknown ? Make(number, rules: null)
            : PageOf((char)(number << 8), SearchLanguage.Unknown);
        Volatile.Write(ref Pages[language][number], page);
        return page;
    }

    private static Page Make(int number, FoldingRules? rules)
    {
        var page = new Page();
        for (var low = 0; low < 256; low++)
        {
            var c = (char)(number << 8 | low);
            var kind = Classify(c);
            if (kind is CharacterKind.Word or CharacterKind.Unspaced or CharacterKind.UnspacedMark)
            {
                var folded = rules?.Fold(c) ?? Fold(c);
                if (folded.Length == 1)
                {
                    page.Folded[low] = folded[0];
                    // A half-width or enclosed form goes where the plain one goes.
                    if (kind is CharacterKind.Word && IsUnspaced(folded[0]))
                        kind = CharacterKind.Unspaced;
                }
                else if (folded.Length == 0)
                {
                    kind = CharacterKind.Separator;
                }
                else
                {
                    kind = CharacterKind.Expanding;
                    page.Expansions[c] = folded;
                }
            }

            page.Kinds[low] = kind;
        }

        return page;
    }

    private static CharacterKind Classify(char c)
    {
        if (char.IsSurrogate(c))
            return CharacterKind.Surrogate;
        if (Apostrophes.Contains(c))
            return CharacterKind.Apostrophe;
        var category = CharUnicodeInfo.GetUnicodeCategory(c);
        if (category is UnicodeCategory.Format || c is '\u0640' or '\u3099' or '\u309A' || IsAccent(c))
            return CharacterKind.Ignored;
        if (!IsWord(category))
            return CharacterKind.Separator;
        if (IsUnspaced(c) && category is not UnicodeCategory.DecimalDigitNumber)
            return category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                ? CharacterKind.UnspacedMark
                : CharacterKind.Unspaced;
        return CharacterKind.Word;
    }

    private static string Fold(char c)
    {
        if (TraditionalHan.Simplified(c) is { } simplified)
            return simplified.ToString();
        if (CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit)
            return ((char)('0' + digit)).ToString();
        var lower = char.ToLowerInvariant(c);
        if (Exceptions.TryGetValue(lower, out var exception))
            return exception;
        // Cyrillic й ў ї ӣ ӯ and their like have decompositions, but are letters of their own. Indic signs and Thai stay as they are written.
        if (
            c
            is (>= '\u0400' and <= '\u052F')
                or (>= '\u0900' and <= '\u0957')
                or (>= '\u0E00' and <= '\u0EFF')
                or (>= '\uAC00' and <= '\uD7A3')
        )
            return lower.ToString();

        var letter = c.ToString();
        var decomposed = letter.Normalize(NormalizationForm.FormKD);
        var plain = IsLatinOrGreek(decomposed[0]) ? WithoutAccents(decomposed) : letter.Normalize(NormalizationForm.FormKC);
        var folded = new StringBuilder();
        foreach (var part in plain)
        {
            var small = char.ToLowerInvariant(part);
            var kind = Classify(small);
            if (kind is CharacterKind.Separator)
            {
                // ½ is no word, but Arabic ligatures may be whole phrases, with spaces.
                if (c is >= '\uFB50' and <= '\uFEFF')
                    continue;
                return "";
            }

            if (kind is not (CharacterKind.Ignored or CharacterKind.Apostrophe))
                folded.Append(Exceptions.TryGetValue(small, out var other) ? other : small.ToString());
        }

        return folded.ToString();
    }

    private static string WithoutAccents(string decomposed) => string.Concat(decomposed.Where(c => !IsAccent(c)));

    private static bool IsLatinOrGreek(char c) =>
        c is < '\u0250' or (>= '\u1E00' and <= '\u1FFF') or (>= '\u0370' and <= '\u03FF');

    // Accents of Latin and Greek, Hebrew points, Arabic vowels; not the vowel signs of Indic and other scripts, which are letters.
    private static bool IsAccent(char c) =>
        c
            is (>= '\u0300' and <= '\u036F')
                or (>= '\u0483' and <= '\u0489')
                or (>= '\u0591' and <= '\u05C7' and not '\u05BE' and not '\u05C0' and not '\u05C3' and not '\u05C6')
                or (>= '\u0610' and <= '\u061A')
                or (>= '\u064B' and <= '\u065F')
                or '\u0670'
                or (>= '\u06D6' and <= '\u06DC')
                or (>= '\u06DF' and <= '\u06E4')
                or '\u06E7'
                or '\u06E8'
                or (>= '\u06EA' and <= '\u06ED')
                or (>= '\u08D3' and <= '\u08FF' and not '\u08E2')
                or (>= '\u1AB0' and <= '\u1AFF')
                or (>= '\u1DC0' and <= '\u1DFF')
                or (>= '\u20D0' and <= '\u20FF')
                or (>= '\uFE00' and <= '\uFE0F')
                or (>= '\uFE20' and <= '\uFE2F');

    // Han, kana, Thai, Lao, Burmese, Khmer. Tibetan writes a tsheg between syllables, which is punctuation and parts them.
    private static bool IsUnspaced(char c) =>
        c
            is (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1000' and <= '\u109F')
                or (>= '\u1780' and <= '\u17DD')
                or (>= '\u3005' and <= '\u3007')
                or (>= '\u3021' and <= '\u30FF')
                or (>= '\u31F0' and <= '\u31FF')
                or (>= '\u3400' and <= '\u4DBF')
                or (>= '\u4E00' and <= '\u9FFF')
                or (>= '\uA9E0' and <= '\uA9FF')
                or (>= '\uAA60' and <= '\uAA7F')
                or (>= '\uF900' and <= '\uFAFF');

    private static bool IsWord(UnicodeCategory category) =>
        category
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber;

    private static string WithoutLoneSurrogates(string text)
    {
        var lone = false;
        for (var i = 0; i < text.Length && !lone; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else
                lone = char.IsSurrogate(text[i]);
        }

        return lone ? string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())) : text;
    }

    private sealed class Page
    {
        public CharacterKind[] Kinds { get; } = new CharacterKind[256];

        public char[] Folded { get; } = new char[256];

        public Dictionary<char, string> Expansions { get; } = [];
    }
}
