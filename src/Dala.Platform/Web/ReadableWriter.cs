using System.Globalization;
using System.Text;

namespace Dala.Platform.Web;

/// <summary>
/// Writes letters beyond ASCII as they are. The renderer writes each as a character reference, which makes a Kazakh or Arabic page four
/// times as large and its source unreadable.
/// </summary>
internal sealed class ReadableWriter(StringBuilder output) : StringWriter(output, CultureInfo.InvariantCulture)
{
    private const string Opening = "&#x";

    public override void Write(string? value)
    {
        if (value is null || !value.Contains(Opening, StringComparison.Ordinal))
        {
            base.Write(value);
            return;
        }

        var rest = value.AsSpan();
        while (rest.IndexOf(Opening, StringComparison.Ordinal) is var start and >= 0)
        {
            base.Write(rest[..start]);
            rest = rest[start..];
            var end = rest.IndexOf(';');
            // Letters and marks only: what has a meaning in HTML, what cannot be seen and what is no character stays a reference.
            if (
                end is > 3 and < 10
                && int.TryParse(rest[3..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                && code > 0xA0
                && Rune.TryCreate(code, out var rune)
            )
            {
                base.Write(rune.ToString());
                rest = rest[(end + 1)..];
            }
            else
            {
                base.Write(Opening);
                rest = rest[Opening.Length..];
            }
        }

        base.Write(rest);
    }
}
