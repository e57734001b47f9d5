using System.Globalization;
using System.Net;
using System.Text;

namespace Dala.Standards.Licences;

/// <summary>
/// Brings a name into the form in which phrases are compared: small letters without accents, blanks and punctuation,
/// so that "Share-Alike", "ShareAlike" and "share alike" are one. What may change the meaning (?, *, /, +) stays and matches nothing.
/// </summary>
internal sealed class LabelKey
{
    /// <summary>Stands between two numbers that the statement keeps apart.</summary>
    public const char Gap = ' ';

    /// <summary>Stands for an address that was read before.</summary>
    public const char Address = '\u0001';

    private const string Structure = "?*/\\|;+=<>~^%$#@©";

    private LabelKey(string text, HashSet<int>? opened)
    {
        Text = text;
        Opened = opened;
    }

    public string Text { get; }

    /// <summary>The places before which a bracket is opened: "CC BY(-SA)" is not "CC BY-SA".</summary>
    public HashSet<int>? Opened { get; }

    /// <summary>The key of a phrase, of which brackets are a part like commas.</summary>
    public static string Of(string phrase) => Read(phrase).Text;

    public static LabelKey Read(string name)
    {
        if (name.Contains('&', StringComparison.Ordinal) && name.Contains(';', StringComparison.Ordinal))
            name = WebUtility.HtmlDecode(name);
        if (!Ascii.IsValid(name))
            name = name.Normalize(NormalizationForm.FormKD);

        var text = new StringBuilder(name.Length);
        HashSet<int>? opened = null;
        var apart = false;
        for (var at = 0; at < name.Length; at++)
        {
            var letter = name[at];
            if (char.IsDigit(letter))
            {
                if (apart && text.Length > 0 && char.IsAsciiDigit(text[^1]))
                    text.Append(Gap);
                text.Append((char)('0' + (int)char.GetNumericValue(letter)));
                apart = false;
            }
            else if (IsPoint(name, at))
            {
                text.Append('.');
                apart = false;
            }
            else if (IsMark(letter))
            {
                // Accents and the vowel signs of Arabic: people write with and without them.
            }
            else if (
                char.IsLetter(letter)
                || letter == Address
                || CharUnicodeInfo.GetUnicodeCategory(letter)
                    is UnicodeCategory.SpacingCombiningMark
                        or UnicodeCategory.NonSpacingMark
            )
            {
                text.Append(letter == 'ı' ? 'i' : char.ToLowerInvariant(letter));
                apart = false;
            }
            else if (Structure.Contains(letter, StringComparison.Ordinal) || letter == '…')
            {
                text.Append(letter);
                apart = false;
            }
            else
            {
                apart = true;
                if (letter is '(' or '[')
                    (opened ??= []).Add(text.Length);
            }
        }

        return new(text.ToString(), opened);
    }

    /// <summary>The point of a version; in some languages a comma, in Arabic its own sign.</summary>
    private static bool IsPoint(string name, int at) =>
        name[at] is '.' or ',' or '٫'
        && at > 0
        && at + 1 < name.Length
        && char.IsDigit(name[at - 1])
        && char.IsDigit(name[at + 1]);

    private static bool IsMark(char letter) =>
        letter is >= '\u0300' and <= '\u036F' or >= '\u064B' and <= '\u065F' or '\u0670' or 'ـ';
}
