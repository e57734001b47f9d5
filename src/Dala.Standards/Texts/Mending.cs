using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Dala.Standards.Texts;

/// <summary>How often each kind of dirt was mended in a text.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Mends
{
    /// <summary>Control characters, lone surrogates, U+FFFE/U+FFFF and byte order marks that were taken out.</summary>
    public int Controls { get; init; }

    /// <summary>1 if the text was not in Unicode's normal form C.</summary>
    public int Normalised { get; init; }

    /// <summary>CR LF and CR that became LF.</summary>
    public int LineEnds { get; init; }

    /// <summary>No-break, doubled or surplus blanks (and, in one-line values, line breaks) that became one blank or went.</summary>
    public int Blanks { get; init; }

    /// <summary>HTML entities such as <c>&amp;rlm;</c> that became the character they name.</summary>
    public int Entities { get; init; }

    public bool None => this == default;
}

/// <summary>A text after mending, and what was mended in it.</summary>
public readonly record struct Mended(string Value, Mends Mends);

/// <summary>
/// Takes the dirt out of texts that nobody could have meant. Marks that steer the direction of writing stay,
/// and so do joiners: Persian and Hindi are spelt with them.
/// </summary>
public static partial class Mending
{
    private const int MostRounds = 8;

    /// <summary>As deep as lists in stored texts are indented.</summary>
    private const int DeepestIndent = 40;

    /// <summary>A value of one line, such as a title: line breaks and tabs become blanks.</summary>
    public static Mended MendLine(string text) => Mend(text, oneLine: true);

    /// <summary>A text that may have several lines; line breaks and tabs stay, blanks at the ends of lines go.</summary>
    public static Mended Mend(string text) => Mend(text, oneLine: false);

    private static Mended Mend(string text, bool oneLine)
    {
        var mended = new Mended(text, default);
        // Mending one thing can lay bare another (an entity that names a control character); a few rounds settle all.
        for (var round = 0; round < MostRounds && !IsClean(mended.Value, oneLine); round++)
        {
            var next = Once(mended, oneLine);
            if (next.Value == mended.Value)
                break;
            mended = next;
        }

        return mended;
    }

    private static Mended Once(Mended before, bool oneLine)
    {
        var (value, entities) = DecodeEntities(before.Value);
        (value, var controls, var lineEnds) = TakeOut(value);
        var normalised = 0;
        if (!value.IsNormalized(NormalizationForm.FormC))
        {
            value = value.Normalize(NormalizationForm.FormC);
            normalised = 1;
        }

        (value, var blanks) = Squeeze(value, oneLine);
        return new(
            value,
            new Mends
            {
                Controls = before.Mends.Controls + controls,
                Normalised = Math.Max(before.Mends.Normalised, normalised),
                LineEnds = before.Mends.LineEnds + lineEnds,
                Blanks = before.Mends.Blanks + blanks,
                Entities = before.Mends.Entities + entities,
            }
        );
    }

    private static (string Value, int Controls, int LineEnds) TakeOut(string text)
    {
        var controls = 0;
        var lineEnds = 0;
        var builder = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\r')
            {
                lineEnds++;
                if (at + 1 == text.Length || text[at + 1] != '\n')
                    builder.Append('\n');
            }
            else if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                builder.Append(letter).Append(text[++at]);
            }
            else if (IsDirt(letter))
            {
                controls++;
            }
            else
            {
                builder.Append(letter);
            }
        }

        return (controls + lineEnds == 0 ? text : builder.ToString(), controls, lineEnds);
    }

    /// <summary>Looks without allocating; what it passes needs no mending.</summary>
    private static bool IsClean(string text, bool oneLine)
    {
        var afterBlank = true;
        var surelyNormal = true;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter is '\r' or '\t' or '\u00A0' or '\u202F' or '\u2007' || (letter == '\n' && (oneLine || afterBlank)))
                return false;
            if (letter == '\n')
            {
                if (at + 1 < text.Length && text[at + 1] == '\n')
                    at++;
                var start = at + 1;
                while (at + 1 < text.Length && text[at + 1] == ' ')
                    at++;
                if (at + 1 == text.Length || text[at + 1] == '\n' || at + 1 - start > DeepestIndent)
                    return false;
                continue;
            }

            if (letter == ' ' && afterBlank)
                return false;
            afterBlank = letter == ' ';
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                surelyNormal &= text[at++] is '\uD83C' or '\uD83D' or '\uD83E';
            else if (IsDirt(letter))
                return false;
            else
                surelyNormal &= IsSurelyNormal(letter);
        }

        return !(afterBlank && text.Length > 0)
            && !(text.Contains('&', StringComparison.Ordinal) && Entity().IsMatch(text))
            && (surelyNormal || text.IsNormalized(NormalizationForm.FormC));
    }

    /// <summary>
    /// Letters and signs that are in form C whatever stands beside them (Unicode's NFC_Quick_Check is Yes), so that the
    /// common scripts need no call that allocates.
    /// </summary>
    private static bool IsSurelyNormal(char letter) =>
        letter
            is < '\u0300'
                or (>= '\u0388' and <= '\u0482')
                or (>= '\u048A' and <= '\u0590')
                or (>= '\u05D0' and <= '\u060F')
                or (>= '\u061B' and <= '\u064A')
                or (>= '\u0660' and <= '\u066F')
                or (>= '\u0671' and <= '\u06D5')
                or (>= '\u200B' and <= '\u205E')
                or (>= '\u3001' and <= '\u3029')
                or (>= '\u30A1' and <= '\u30FA')
                or (>= '\u4E00' and <= '\u9FFF')
                or (>= '\uAC00' and <= '\uD7A3')
                or (>= '\uFF01' and <= '\uFFEF');

    private static bool IsDirt(char letter) =>
        letter is '\uFEFF' or '\uFFFE' or '\uFFFF'
        || char.IsSurrogate(letter)
        || (char.IsControl(letter) && letter is not ('\t' or '\n'));

    private static (string Value, int Count) Squeeze(string text, bool oneLine)
    {
        var builder = new StringBuilder(text.Length);
        var count = 0;
        var lines = 0;
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            var breaks = 0;
            while (at < text.Length && IsBlank(text[at]))
            {
                if (text[at] == '\n')
                    breaks++;
                at++;
            }

            var run = text.AsSpan(start, at - start);
            if (run.Length > 0)
            {
                var keep =
                    builder.Length == 0 || at == text.Length ? ""
                    : oneLine ? " "
                    : Between(run, breaks);
                if (!run.SequenceEqual(keep))
                    count++;
                builder.Append(keep);
                lines += breaks;
            }

            start = at;
            while (at < text.Length && !IsBlank(text[at]))
                at++;
            builder.Append(text, start, at - start);
        }

        return (count == 0 ? text : builder.ToString(), count);
    }

    /// <summary>What stays between two words: one blank, one tab, or at most one empty line and the next line's indent.</summary>
    private static string Between(ReadOnlySpan<char> run, int breaks)
    {
        if (breaks == 0)
            return run is "\t" ? "\t" : " ";
        var indent = run.Length - 1 - run.LastIndexOf('\n');
        var plain = indent > 0 && run[^indent..].Trim(' ').Length == 0 ? Math.Min(indent, DeepestIndent) : 0;
        return (breaks > 1 ? "\n\n" : "\n") + new string(' ', plain);
    }

    private static bool IsBlank(char letter) => letter is ' ' or '\t' or '\n' or '\u00A0' or '\u202F' or '\u2007';

    /// <summary>
    /// Entities by name and by number, also those that were escaped more than once. Those that would make markup
    /// (&amp;lt; and &amp;gt;) stay, freed of the repeated escape.
    /// </summary>
    private static (string Value, int Count) DecodeEntities(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal))
            return (text, 0);

        var count = 0;
        var decoded = Entity().Replace(text, match => Decode(match, ref count));
        return (decoded, count);
    }

    private static string Decode(Match match, ref int count)
    {
        var entity = $"&{match.Groups["name"].ValueSpan};";
        var letter = WebUtility.HtmlDecode(entity);
        var value =
            letter == entity || letter is "<" or ">" || letter.Contains('\uFFFD', StringComparison.Ordinal) ? entity : letter;
        if (value != match.Value)
            count++;
        return value;
    }

    [GeneratedRegex(
        "&((amp|AMP|#0*38|#[xX]0*26);)*(?<name>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Entity();
}
