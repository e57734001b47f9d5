using Dala.Search.Analysis.Stemming;

namespace Dala.Search.Analysis;

/// <summary>
/// Brings the forms of one word together, lightly: what it writes is a key, not always a word. Words shorter than three letters stay.
/// </summary>
internal static class Stemmer
{
    /// <summary>Room for every stem of a word as <see cref="Words"/> reads it.</summary>
    public const int Longest = 2 * Words.Longest;

    /// <summary>Writes the stem of a folded word in a language and returns its length; the word itself where the language has no stemmer.</summary>
    public static int Stem(ReadOnlySpan<char> folded, byte language, Span<char> stem)
    {
        if (folded.Length > stem.Length)
            folded = folded[..stem.Length];
        var word = new StemWord(stem, Transcribe(folded, language, stem));
        if (word.Length < 3 || char.IsAsciiDigit(folded[0]))
            return word.Length;

        switch (language)
        {
            case SearchLanguage.English:
                English.Stem(ref word);
                break;
            case SearchLanguage.Arabic:
                Arabic.Stem(ref word);
                break;
            case SearchLanguage.Russian:
                Russian.Stem(ref word);
                break;
            case SearchLanguage.Ukrainian:
                Ukrainian.Stem(ref word);
                break;
            case SearchLanguage.Belarusian:
                Belarusian.Stem(ref word);
                break;
            case SearchLanguage.German:
                German.Stem(ref word);
                break;
            case SearchLanguage.Swedish:
                Swedish.Stem(ref word);
                break;
            case SearchLanguage.French:
                French.Stem(ref word);
                break;
            case SearchLanguage.Spanish:
                Spanish.Stem(ref word);
                break;
            case SearchLanguage.Portuguese:
                Portuguese.Stem(ref word);
                break;
            case SearchLanguage.Kazakh:
                Kazakh.Suffixes.Strip(ref word);
                break;
            case SearchLanguage.Kyrgyz:
                Kyrgyz.Suffixes.Strip(ref word);
                break;
            case SearchLanguage.Uzbek:
                Uzbek.Suffixes.Strip(ref word);
                break;
            case SearchLanguage.Turkish:
                Turkish.Suffixes.Strip(ref word);
                break;
            case SearchLanguage.Azerbaijani:
                Azerbaijani.Suffixes.Strip(ref word);
                break;
            case SearchLanguage.Turkmen:
                Turkmen.Suffixes.Strip(ref word);
                break;
            case SearchLanguage.Tajik:
                Tajik.Stem(ref word);
                break;
        }

        return word.Length;
    }

    /// <summary>Writes a second stem by which a word of a text may be found; 0 where there is none.</summary>
    public static int Second(ReadOnlySpan<char> folded, byte language, Span<char> stem)
    {
        if (language != SearchLanguage.Arabic || folded.Length > stem.Length)
            return 0;
        folded.CopyTo(stem);
        var word = new StemWord(stem, folded.Length);
        return Arabic.StemWithoutPreposition(ref word) ? word.Length : 0;
    }

    // A language of two scripts has its stems in one of them.
    private static int Transcribe(ReadOnlySpan<char> folded, byte language, Span<char> stem)
    {
        var transcription = language switch
        {
            SearchLanguage.Kazakh => Transcription.Kazakh,
            SearchLanguage.Kyrgyz => Transcription.Kyrgyz,
            SearchLanguage.Tajik => Transcription.Tajik,
            SearchLanguage.Uzbek => Transcription.Uzbek,
            SearchLanguage.Azerbaijani => Transcription.Azerbaijani,
            SearchLanguage.Turkmen => Transcription.Turkmen,
            _ => null,
        };
        if (transcription is not null)
            return transcription.Write(folded, stem);
        folded.CopyTo(stem);
        return folded.Length;
    }
}
