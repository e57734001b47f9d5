using System.Text;
using System.Text.RegularExpressions;

namespace Dala.Standards.Records;

/// <summary>
/// What a bullet says of its first link, in the way of the free-programming-books lists:
/// <c>[title](url) - authors (formats) (notes) *(notes)*</c>.
/// </summary>
internal sealed partial record LinkEntry(string Title, string Url)
{
    // Marks that only steer the direction of the text (UAX #9) are of no use at the ends of a value.
    private const string Edges = " \t\u00a0\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    private static readonly HashSet<string> KnownFormats = new(StringComparer.OrdinalIgnoreCase)
    {
        "PDF",
        "HTML",
        "HTM",
        "EPUB",
        "MOBI",
        "AZW3",
        "AZW",
        "KINDLE",
        "ODT",
        "DOC",
        "DOCX",
        "RTF",
        "TXT",
        "TEXT",
        "PS",
        "POSTSCRIPT",
        "DJVU",
        "DJV",
        "CHM",
        "TEX",
        "LATEX",
        "MARKDOWN",
        "MD",
        "ASCIIDOC",
        "RST",
        "ZIP",
        "IPYNB",
        "PPT",
        "PPTX",
        "ORG",
        "XML",
        "FB2",
    };

    public string Authors { get; private set; } = "";
    public List<string> Formats { get; } = [];
    public List<string> Notes { get; } = [];
    public List<string> Alternatives { get; } = [];

    /// <summary>The entry of a bullet, or null when it has no link to the web.</summary>
    public static LinkEntry? Of(MarkdownLine line)
    {
        var first = 0;
        while (first < line.Pieces.Count && !IsWeb(line.Pieces[first].Url))
            first++;
        if (first == line.Pieces.Count)
            return null;

        var entry = new LinkEntry(line.Pieces[first].Text.Trim(Edges.ToCharArray()), line.Pieces[first].Url!);
        entry.Note(string.Concat(line.Pieces.Take(first).Select(piece => piece.Text)));
        entry.Follow(line.Pieces.Skip(first + 1));
        return entry;
    }

    private static bool IsWeb(string? url) => url is not null && Web().IsMatch(url);

    private void Follow(IEnumerable<MarkdownPiece> pieces)
    {
        var plain = new StringBuilder();
        var group = new StringBuilder();
        var emphasis = new StringBuilder();
        var depth = 0;
        foreach (var piece in pieces)
        {
            if (IsWeb(piece.Url))
                Alternatives.Add($"{piece.Text.Trim('(', ')')} <{piece.Url}>");
            if (piece.Emphasised && depth == 0)
            {
                EndPlain(plain);
                emphasis.Append(piece.Text);
                continue;
            }

            EndGroup(emphasis);
            foreach (var character in piece.Text)
            {
                if (character is '(' or '（' && depth++ == 0)
                    EndPlain(plain);
                else if (character is ')' or '）' && depth > 0 && --depth == 0)
                    EndGroup(group);
                else
                    (depth > 0 ? group : plain).Append(character);
            }
        }

        EndGroup(emphasis);
        EndGroup(group);
        EndPlain(plain);
    }

    private void EndPlain(StringBuilder plain)
    {
        var text = plain.ToString();
        plain.Clear();
        foreach (var sign in Sign().EnumerateMatches(text))
            Note(text.Substring(sign.Index, sign.Length));
        text = Sign().Replace(text, " ");

        if (Authors.Length == 0 && Dash().Match(text) is { Success: true } dash)
        {
            Note(text[..dash.Index]);
            Authors = Trimmed(text[(dash.Index + dash.Length)..]).TrimEnd(',', '،', '、').TrimEnd();
        }
        else
            Note(text);
    }

    private void EndGroup(StringBuilder group)
    {
        var text = group.ToString();
        group.Clear();
        var parts = text.Split([',', '،', '、', ';', '/']).Select(Trimmed).ToList();
        if (parts.Any(KnownFormats.Contains))
        {
            Formats.AddRange(parts.Where(KnownFormats.Contains));
            Note(string.Join(", ", parts.Where(part => part.Length > 0 && !KnownFormats.Contains(part))));
        }
        else
            Note(text);
    }

    private void Note(string text)
    {
        var note = Trimmed(text);
        if (note is ['(', .., ')'])
            note = Trimmed(note[1..^1]);
        if (note.Any(char.IsLetterOrDigit))
            Notes.Add(note);
    }

    private static string Trimmed(string text) => text.Trim(Edges.ToCharArray());

    [GeneratedRegex(
        "^(?:https?|ftp)://",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Web();

    [GeneratedRegex(@"(?:^|[\s\u200e\u200f])[-–—]+\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dash();

    [GeneratedRegex(":[a-z][a-z_]{2,}:", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sign();
}
