using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dala.Platform.Web;

/// <summary>
/// Writes letters beyond ASCII as they are: the renderer writes each as a character reference, which makes a Kazakh or Arabic page four
/// times as large and its source unreadable. And ends void elements as HTML does, not as XML did.
/// </summary>
internal static partial class ReadableHtml
{
    private const string Opening = "&#x";

    public static string Of(string html)
    {
        var output = new StringBuilder(html.Length);
        var rest = html.AsSpan();
        while (rest.IndexOf(Opening, StringComparison.Ordinal) is var start and >= 0)
        {
            output.Append(rest[..start]);
            rest = rest[start..];
            var length = rest[..Math.Min(rest.Length, 10)].IndexOf(';') + 1;
            if (length > 0 && IsSeen(rest[Opening.Length..(length - 1)], out var rune))
            {
                output.Append(rune.ToString());
                rest = rest[length..];
            }
            else
            {
                output.Append(Opening);
                rest = rest[Opening.Length..];
            }
        }

        return VoidElement.Replace(output.Append(rest).ToString(), "${start}>");
    }

    // What has a meaning in HTML lies below U+00A0. What cannot be seen stays a reference, so that whoever reads the source sees it.
    private static bool IsSeen(ReadOnlySpan<char> digits, out Rune rune)
    {
        rune = default;
        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && code > 0xA0
            && Rune.TryCreate(code, out rune)
            && Rune.GetUnicodeCategory(rune)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned
                );
    }

    // Values hold no angle brackets: the renderer has encoded them. Elements of SVG are not in the list and keep their slash.
    [GeneratedRegex(
        "(?<start><(?:meta|link|input|br|hr|img|col|source)\\b[^<>]*?) ?/>",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex VoidElement { get; }
}
