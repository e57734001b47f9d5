using System.Text;

namespace Dala.Standards.Records;

/// <summary>Reads lists of links in Markdown: each bullet with a link to the web is a record, under the headings and bullets above it.</summary>
internal sealed class LinkListReader(ReadingContext context, ByteWindow window)
{
    /// <summary>A line of a list that is longer is no line of a list; the Markdown parser is spared it.</summary>
    private const int LongestLine = 1 << 16;
    private readonly List<(int Level, string Title)> sections = [];
    private readonly List<(int Indent, string Title)> parents = [];
    private bool inComment;
    private bool inCode;

    public IEnumerable<Reading> Read()
    {
        var limit = Math.Min(LongestLine, context.Limits.MaxRecordBytes);
        foreach (var line in Lines.Of(window, limit))
        {
            if (line.TooLong)
            {
                yield return ReadingContext.Refuse(
                    context.Next(line.Number, null),
                    RecordFaults.TooLong,
                    line.Bytes,
                    null,
                    ("limit", ReadingContext.Number(limit))
                );
            }
            else if (ReadingContext.InvalidUtf8At(line.Bytes) is { } at)
            {
                yield return ReadingContext.Refuse(
                    context.Next(line.Number, null),
                    RecordFaults.InvalidUtf8,
                    line.Bytes,
                    null,
                    ("offset", ReadingContext.Number(at))
                );
            }
            else if (OfLine(line) is { } reading)
                yield return reading;
        }
    }

    private Reading? OfLine(Line line)
    {
        var text = Encoding.UTF8.GetString(line.Bytes);
        var trimmed = text.AsSpan().Trim();
        if (Hidden(trimmed) || trimmed.IsEmpty)
            return null;

        var indent = Indent(text);
        if (indent < 4 && HeadingLevel(trimmed) is > 0 and var level)
        {
            parents.Clear();
            sections.RemoveAll(section => section.Level >= level);
            var title = trimmed[level..].Trim().TrimEnd('#').TrimEnd().ToString();
            sections.Add((level, MarkdownLine.Parse(title)?.Text ?? title));
            return null;
        }

        return BulletLength(trimmed) is > 0 and var marker ? OfBullet(line, indent, trimmed[marker..].Trim().ToString()) : null;
    }

    private Reading? OfBullet(Line line, int indent, string content)
    {
        if (MarkdownLine.Parse(content) is not { } bullet)
            return ReadingContext.Refuse(context.Next(line.Number, null), RecordFaults.InvalidMarkdown, line.Bytes);

        parents.RemoveAll(parent => parent.Indent >= indent);
        var above = parents.Select(parent => parent.Title).ToList();
        var entry = LinkEntry.Of(bullet);
        parents.Add((indent, entry?.Title ?? bullet.Text));
        if (entry is null)
            return WithoutWebAddress(line, bullet);

        var place = context.Next(line.Number, null);
        List<KeyValuePair<string, string>> fields =
        [
            new("title", entry.Title),
            new("url", entry.Url),
            new("authors", entry.Authors),
            .. entry.Formats.Select(format => KeyValuePair.Create("formats", format)),
            .. entry.Notes.Select(note => KeyValuePair.Create("notes", note)),
            .. entry.Alternatives.Select(link => KeyValuePair.Create("alternatives", link)),
            .. sections.Select(section => KeyValuePair.Create("@section", section.Title)),
            .. above.Select(title => KeyValuePair.Create("@parents", title)),
        ];
        if (entry.Title.Length == 0)
            return ReadingContext.Refuse(place, RecordFaults.NoTitle, line.Bytes, "title");
        return new Reading.Read(new FieldRecord(place, line.Bytes, fields));
    }

    /// <summary>A table of contents and the neighbouring lists are passed over; an address that leads nowhere is told.</summary>
    private Reading.Refused? WithoutWebAddress(Line line, MarkdownLine bullet)
    {
        var wrong = bullet.Pieces.FirstOrDefault(piece => piece.Url is { } url && !url.StartsWith('#') && !IsNeighbour(url));
        return wrong.Url is null
            ? null
            : ReadingContext.Refuse(
                context.Next(line.Number, null),
                RecordFaults.NotWebAddress,
                line.Bytes,
                "url",
                ("address", wrong.Url)
            );
    }

    private static bool IsNeighbour(string url) =>
        !url.Contains(':', StringComparison.Ordinal) && url.Split('#')[0].EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private bool Hidden(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("```") || line.StartsWith("~~~"))
        {
            inCode = !inCode;
            return true;
        }

        if (inCode)
            return true;
        var was = inComment;
        if (line.LastIndexOf("<!--") is >= 0 and var open)
            inComment = !line[open..].Contains("-->", StringComparison.Ordinal);
        else if (was && line.Contains("-->", StringComparison.Ordinal))
            inComment = false;
        return was || line.StartsWith("<");
    }

    private static int Indent(string line)
    {
        var indent = 0;
        foreach (var character in line)
        {
            if (character == '\t')
                indent += 4 - indent % 4;
            else if (character == ' ')
                indent++;
            else
                break;
        }

        return indent;
    }

    private static int HeadingLevel(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        return level is > 0 and <= 6 && line[level] is ' ' or '\t' ? level : 0;
    }

    private static int BulletLength(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        if (
            digits is > 0 and <= 9
            && line.Length > digits + 1
            && line[digits] is '.' or ')'
            && char.IsWhiteSpace(line[digits + 1])
        )
            return digits + 1;
        return line.Length > 1 && line[0] is '*' or '-' or '+' && char.IsWhiteSpace(line[1]) ? 1 : 0;
    }
}
