namespace Dala.Search.Analysis;

/// <summary>One word of a spaced script as it was read and folded.</summary>
/// <param name="Length">How many folded characters it has; what does not fit is left out.</param>
/// <param name="End">Where it has ended in the text, without marks and apostrophes behind it.</param>
/// <param name="Apostrophe">How many folded characters stand before its first apostrophe; -1 without one.</param>
internal readonly record struct FoldedWord(int Length, int End, int Apostrophe)
{
    /// <summary>Folds the word that begins at a place by the rules of a language, and moves the place behind it.</summary>
    public static FoldedWord Read(string text, byte language, ref int at, Span<char> word)
    {
        var rules = FoldingRules.Of(language);
        var length = 0;
        var start = at;
        var end = at;
        var apostrophe = -1;

        while (at < text.Length)
        {
            var plain = Folding.ReadPlain(text.AsSpan(at), language, word[length..], out var folded);
            length += folded;
            at += plain;
            if (plain > 0)
                end = at;
            if (at == text.Length)
                break;
            var c = text[at];
            var kind = Folding.KindOf(c, language);
            if (kind is CharacterKind.Ignored)
            {
                at++;
            }
            else if (kind is CharacterKind.Expanding)
            {
                length = Append(word, length, Folding.Expand(c, language));
                end = ++at;
            }
            else if (
                kind is CharacterKind.Apostrophe
                && length > 0
                && rules is not null
                && rules.WithApostrophe.TryGetValue(word[length - 1], out var letter)
                && (WordGoesOn(text, at + 1) || !IsQuoted(text, start))
            )
            {
                length = Append(word, length - 1, letter);
                end = ++at;
            }
            else if (kind is CharacterKind.Apostrophe && WordGoesOn(text, at + 1))
            {
                if (apostrophe < 0)
                    apostrophe = length;
                at++;
            }
            else if (
                kind is CharacterKind.Surrogate
                && !Folding.IsSupplementaryHan(text, at)
                && Folding.Supplementary(text, at) is { } supplementary
            )
            {
                length = Append(word, length, supplementary);
                at += 2;
                end = at;
            }
            else
            {
                break;
            }
        }

        LookAlikes.Mend(word[..length]);
        return new FoldedWord(length, end, apostrophe);
    }

    private static bool WordGoesOn(string text, int at)
    {
        while (at < text.Length && Folding.KindOf(text[at]) is CharacterKind.Ignored)
            at++;
        return at < text.Length && Folding.KindOf(text[at]) is CharacterKind.Word or CharacterKind.Expanding;
    }

    // The sign at the end of togʻ is a letter; that at the end of 'tog' closes a quotation.
    private static bool IsQuoted(string text, int start) =>
        start > 0 && Folding.KindOf(text[start - 1]) is CharacterKind.Apostrophe;

    // Never half a surrogate pair: what does not fit whole is left out.
    private static int Append(Span<char> word, int length, string more)
    {
        if (length + more.Length > word.Length)
            return length;
        more.CopyTo(word[length..]);
        return length + more.Length;
    }
}
