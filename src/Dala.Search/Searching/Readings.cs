using Dala.Search.Analysis;

namespace Dala.Search.Searching;

/// <summary>
/// In which languages a word of a query, as it was typed, is each of its forms: año is <c>año</c> in Spanish and nowhere <c>ano</c> there, though
/// it is <c>ano</c> in a text in English.
/// </summary>
internal static class Readings
{
    private const ulong Every = ulong.MaxValue;

    /// <summary>The form that shows best which letters were typed.</summary>
    public static string Typed(QueryWord word)
    {
        foreach (var form in word.Forms)
        {
            if (TypedLetters.HasMarked(form))
                return form;
        }

        return word.Forms[0];
    }

    /// <summary>A mask of the languages in which the word is this form.</summary>
    public static ulong LanguagesOf(QueryWord word, string form)
    {
        if (word.Forms.Count == 1)
            return Every;
        if (TypedLetters.HasMarked(form))
            return Standing(form) | SearchLanguage.Bit(SearchLanguage.Unknown);
        var languages = Every;
        foreach (var other in word.Forms)
        {
            if (TypedLetters.HasMarked(other))
                languages &= ~Standing(other);
        }

        return languages | SearchLanguage.Bit(SearchLanguage.Unknown);
    }

    // The languages whose folding leaves a form as it is.
    private static ulong Standing(string form)
    {
        Span<char> folded = stackalloc char[Words.Longest];
        var standing = 0UL;
        for (byte language = 1; language < SearchLanguage.Count; language++)
        {
            var at = 0;
            var read = FoldedWord.Read(form, language, ref at, folded);
            if (form.AsSpan().SequenceEqual(folded[..read.Length]))
                standing |= SearchLanguage.Bit(language);
        }

        return standing;
    }
}
