using System.Text;
using System.Text.RegularExpressions;

namespace Dala.Standards.Books;

/// <summary>Writes plain text so that a reader of Markdown (CommonMark 0.31, and GitHub's tables and strokes) gives just that text back.</summary>
internal static partial class MarkdownText
{
    /// <summary>A line as it stands at the beginning of a line: what would begin a heading, a list or an underline there is escaped too.</summary>
    public static string Line(BookLine line)
    {
        var text = new StringBuilder();
        foreach (var run in line.Runs)
            text.Append(Run(run.Text, run.Address));
        return Block(text.ToString());
    }

    /// <inheritdoc cref="Line(BookLine)"/>
    public static string Line(string text) => Block(Inline(text));

    /// <summary>Words inside a line, and where they lead.</summary>
    public static string Run(string text, string? address) =>
        BookText.Address(address) is { } target ? $"[{Inline(text)}]({Destination(target)})" : Inline(text);

    /// <summary>Words inside a line.</summary>
    public static string Inline(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var before = ' ';
        foreach (var letter in BookText.Clean(text))
        {
            // A # ends a heading only behind a blank (§4.2).
            if (
                letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '&' or '~' or '|'
                || (letter == '#' && before is ' ' or '#')
            )
                escaped.Append('\\');
            escaped.Append(letter);
            before = letter;
        }

        // A link behind an exclamation mark would be a picture.
        if (before == '!')
            escaped.Insert(escaped.Length - 1, '\\');
        return escaped.ToString();
    }

    /// <summary>A value of YAML in quotes; there are no control characters left that would need an escape.</summary>
    public static string Yaml(string text) =>
        '"'
        + BookText.Clean(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        + '"';

    /// <summary>A name for a file that people can read on any system: letters and digits of any script, and hyphens.</summary>
    public static string FileName(string title)
    {
        var name = new StringBuilder();
        foreach (var rune in BookText.Clean(title).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || IsMark(rune))
                name.Append(Rune.ToLowerInvariant(rune));
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
            if (name.Length >= LongestName)
                break;
        }

        return name.ToString().TrimEnd('-');
    }

    // Systems bound names at 255 bytes, and a letter may take four.
    private const int LongestName = 50;

    /// <summary>Vowel signs of many scripts are no letters, and words are wrong without them.</summary>
    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static string Block(string line) => Opening().Replace(line.Trim(), @"${number}\${sign}", 1);

    private static string Destination(string address) =>
        // Entities are read in addresses too (§2.5), and brackets need pairs or angles around (§6.3).
        address.IndexOfAny(['(', ')']) < 0
            ? address.Replace("&", "&amp;", StringComparison.Ordinal)
            : $"<{address.Replace("&", "&amp;", StringComparison.Ordinal)}>";

    [GeneratedRegex(
        @"^(?<number>[0-9]{0,9})(?<sign>(?<=[0-9])[.)]|(?<![0-9])[-+=])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Opening();
}
