using System.Runtime.InteropServices;
using System.Text;

namespace Dala.Library.Finding;

/// <summary>A word of a label or a question, as it is compared and where it stands.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LabelWord(string Folded, int Start, int End);

/// <summary>
/// Reads the words by which labels of vocabularies and questions, both in NFC, are compared: small letters, one apostrophe for the many of Uzbek, ё as е,
/// Arabic without vowel signs, hamza seats and the article. Stems are what <see cref="LabelForms"/> knows of. The index folds further; this
/// only decides which concepts a question names.
/// </summary>
public static class LabelWords
{
    private const string Apostrophes = "'\u2018\u2019\u02BB\u02BC`\u00B4";

    /// <summary>A word of at least so many letters may begin with the Arabic article; in a shorter one its letters are of the root.</summary>
    private const int ShortestWithArticle = 5;

    /// <summary>The words of a text that is in NFC; one that is not is nobody's name.</summary>
    public static List<LabelWord> Of(string text)
    {
        var words = new List<LabelWord>();
        var word = new StringBuilder();
        var start = 0;
        for (var place = 0; place <= text.Length; place++)
        {
            var letter = place < text.Length ? text[place] : ' ';
            if (IsIgnored(letter))
                continue;
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || (word.Length > 0 && IsInside(text, place)))
            {
                if (word.Length == 0)
                    start = place;
                word.Append(Folded(letter));
            }
            else if (word.Length > 0)
            {
                words.Add(new LabelWord(WithoutArticle(word.ToString()), start, place));
                word.Clear();
            }
        }

        return words;
    }

    /// <summary>The whole label as it is looked up.</summary>
    public static string Key(string label) => Key(Of(label));

    /// <summary>The same of words that were read.</summary>
    public static string Key(IEnumerable<LabelWord> words) => string.Join(' ', words.Select(word => word.Folded));

    private static bool IsInside(string text, int place) =>
        place + 1 < text.Length && Apostrophes.Contains(text[place]) && char.IsLetter(text[place + 1]);

    // Vowel signs and tatweel of Arabic, the soft hyphen.
    private static bool IsIgnored(char letter) => letter is (>= '\u064B' and <= '\u0652') or '\u0670' or '\u0640' or '\u00AD';

    private static char Folded(char letter) =>
        char.ToLowerInvariant(letter) switch
        {
            'ё' => 'е',
            'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
            'ى' or 'ی' => 'ي',
            'ک' => 'ك',
            'ة' => 'ه',
            var small => Apostrophes.Contains(small) ? '\u02BB' : small,
        };

    private static string WithoutArticle(string word) =>
        word.Length >= ShortestWithArticle && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;
}
