using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dala.Standards.Languages;

namespace Dala.Standards.Books;

/// <summary>Makes text fit for a file: only characters that XML 1.0 allows (§2.2) and that validators of HTML do not refuse.</summary>
internal static partial class BookText
{
    /// <summary>
    /// Control characters and byte order marks go; half a character becomes U+FFFD, so that one sees that something was there. A line break
    /// inside a line is a blank. Marks that steer the direction of writing stay.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var at = FirstUnfit(text);
        if (at < 0)
            return text;

        var clean = new StringBuilder(text, 0, at, text.Length);
        foreach (var rune in text.AsSpan(at).EnumerateRunes()) // gives U+FFFD for half a pair
        {
            if (IsBlank(rune.Value))
                clean.Append(' ');
            else if (!IsUnfit(rune.Value))
                clean.Append(rune);
        }

        return clean.ToString();
    }

    /// <summary>An address that one can follow without harm, spelt as a URI; null for any other.</summary>
    public static string? Address(string? address) =>
        !string.IsNullOrWhiteSpace(address)
        && Uri.TryCreate(Clean(address).Trim(), UriKind.Absolute, out var uri)
        && (
            uri.Scheme == Uri.UriSchemeMailto
            || ((uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.IdnHost.Length > 0)
        )
            ? uri.GetComponents(UriComponents.AbsoluteUri, UriFormat.UriEscaped)
            : null;

    /// <summary>A language tag that is well-formed enough for every format; <c>und</c> where none is.</summary>
    public static string Tag(string? language) => language is not null && WellFormed().IsMatch(language) ? language : "und";

    /// <summary>The value of <c>dir</c>.</summary>
    public static string Direction(string? language) => IsRightToLeft(language) ? "rtl" : "ltr";

    public static bool IsRightToLeft(string? language) => LanguageTags.Direction(language) == TextDirection.RightToLeft;

    /// <summary>A title that is never empty: lists of contents and metadata have to show something.</summary>
    public static string Title(string title) => Clean(title).Trim() is { Length: > 0 } clean ? clean : "…";

    /// <summary>A moment as all the formats want it: UTC, to the second.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static int FirstUnfit(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                if (IsUnfit(char.ConvertToUtf32(letter, text[at + 1])))
                    return at;
                at++;
            }
            else if (char.IsSurrogate(letter) || IsBlank(letter) || IsUnfit(letter))
                return at;
        }

        return -1;
    }

    private static bool IsBlank(int letter) => letter is '\n' or '\r' or '\t' or 0x85 or 0x2028 or 0x2029;

    private static bool IsUnfit(int letter) =>
        letter is < 0x20 or (>= 0x7F and <= 0x9F) or 0xFEFF or (>= 0xFDD0 and <= 0xFDEF) || (letter & 0xFFFE) == 0xFFFE;

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,9}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WellFormed();
}
