using System.Text.RegularExpressions;

namespace Dala.Standards.Records;

/// <summary>
/// A story as the African Storybook writes it down: a title, pages between lines of <c>##</c>, and on the last page what is to be said
/// of it (<c>* License: [CC-BY]</c>), with a summary behind it in some.
/// </summary>
internal sealed partial record Story(string Title, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>What stands between two pages of the text.</summary>
    public const string PageBreak = "⁂";

    public static Story Of(string markdown, string entry)
    {
        var lines = markdown.TrimStart('\ufeff').Split('\n').Select(line => line.TrimEnd()).ToList();
        var heading = lines.FindIndex(line => line.StartsWith("# ", StringComparison.Ordinal));
        var title = heading < 0 ? "" : lines[heading][2..].Trim();
        if (heading >= 0)
            lines.RemoveAt(heading);

        var said = new List<KeyValuePair<string, string>>();
        var page = lines.LastIndexOf("##") + 1;
        var closing = lines.FindIndex(page, line => Saying().IsMatch(line));
        if (closing >= 0)
        {
            said = Said(lines.Skip(closing));
            lines.RemoveRange(closing, lines.Count - closing);
        }

        return new Story(title, [new("title", title), new("text", Text(lines)), .. said, .. Named(entry)]);
    }

    private static List<KeyValuePair<string, string>> Said(IEnumerable<string> lines)
    {
        var said = new List<KeyValuePair<string, string>>();
        var summary = new List<string>();
        var open = false;
        foreach (var line in lines)
        {
            if (Saying().Match(line) is { Success: true } match)
            {
                said.Add(new(match.Groups["name"].Value, match.Groups["value"].Value.Trim()));
                open = true;
            }
            else if (open && line.Length > 0)
                said[^1] = new(said[^1].Key, $"{said[^1].Value} {line.Trim()}"); // a long value is wrapped
            else
            {
                summary.Add(line);
                open = false;
            }
        }

        said.Add(new("summary", string.Join('\n', summary).Trim()));
        return said;
    }

    private static string Text(IEnumerable<string> lines)
    {
        var pages = new List<List<string>> { new() };
        foreach (var line in lines)
        {
            if (line == "##")
                pages.Add([]);
            else
                pages[^1].Add(line);
        }

        var texts = pages.Select(page => Blank().Replace(string.Join('\n', page).Trim(), "\n\n")).Where(page => page.Length > 0);
        return string.Join($"\n\n{PageBreak}\n\n", texts);
    }

    private static IEnumerable<KeyValuePair<string, string>> Named(string entry)
    {
        var file = entry[(entry.LastIndexOf('/') + 1)..];
        var folder = entry[..Math.Max(0, entry.Length - file.Length - 1)];
        yield return new("@folder", folder[(folder.LastIndexOf('/') + 1)..]);
        if (Numbered().Match(file) is not { Success: true } match)
            yield break;
        yield return new("@number", match.Groups["number"].Value);
        yield return new("@slug", match.Groups["slug"].Value);
    }

    [GeneratedRegex(
        @"^\*\s+(?<name>\p{Lu}[\p{L} ]{0,39}):(?<value>.*)$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Saying();

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(
        @"^(?<number>\d+)_(?<slug>.*)\.md$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Numbered();
}
