using System.Text;

namespace Dala.Library.Sources;

/// <summary>The first bytes of a record so that a person can look at them: what is no text is shown by signs.</summary>
public static class Excerpt
{
    private const int Longest = 600;

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var rune in Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, Longest)]).EnumerateRunes())
        {
            // The pictures of control characters, U+2400 and on.
            if (rune.Value < 0x20 && rune.Value is not ('\n' or '\t'))
                text.Append((char)(0x2400 + rune.Value));
            else if (
                Rune.GetUnicodeCategory(rune)
                    is System.Globalization.UnicodeCategory.Format
                        or System.Globalization.UnicodeCategory.Control
                && rune.Value >= 0x7F
            )
                text.Append('␦');
            else
                text.Append(rune.ToString());
        }

        return bytes.Length > Longest ? text.Append(" …").ToString() : text.ToString();
    }
}
