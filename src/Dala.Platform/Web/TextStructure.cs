using System.Globalization;
using System.Text.RegularExpressions;

namespace Dala.Platform.Web;

/// <summary>One block of a long text.</summary>
public abstract record TextBlock
{
    /// <summary>Lines that belong together.</summary>
    public sealed record Paragraph(IReadOnlyList<string> Lines) : TextBlock;

    /// <summary>A list whose order does not matter.</summary>
    public sealed record Bullets(IReadOnlyList<string> Items) : TextBlock;

    /// <summary>A numbered list.</summary>
    public sealed record Steps(int First, IReadOnlyList<string> Items) : TextBlock;

    /// <summary>Where a page of the printed work ended.</summary>
    public sealed record PageBreak : TextBlock;
}

/// <summary>
/// Reads long texts as the store keeps them: a blank line parts paragraphs, <c>• </c> begins an item, <c>1. </c> a step, and <c>⁂</c>
/// alone is a page break.
/// </summary>
public static partial class TextStructure
{
    private enum Kind
    {
        Line,
        Bullet,
        Step,
    }

    public static IReadOnlyList<TextBlock> Blocks(string? text)
    {
        var blocks = new List<TextBlock>();
        var lines = new List<string>();
        foreach (var line in (text ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line.Trim());
                continue;
            }

            blocks.AddRange(BlocksOf(lines));
            lines.Clear();
        }

        blocks.AddRange(BlocksOf(lines));
        return blocks;
    }

    /// <summary>Cuts a line where web addresses begin and end; each piece says whether it is one.</summary>
    public static IEnumerable<(string Piece, bool IsAddress)> Pieces(string line)
    {
        var end = 0;
        foreach (Match match in Address.Matches(line))
        {
            var address = WithoutPunctuation(match.Value);
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
                continue;
            if (match.Index > end)
                yield return (line[end..match.Index], false);
            yield return (address, true);
            end = match.Index + address.Length;
        }

        if (end < line.Length)
            yield return (line[end..], false);
    }

    private static IEnumerable<TextBlock> BlocksOf(List<string> lines)
    {
        if (lines is ["⁂"])
        {
            yield return new TextBlock.PageBreak();
            yield break;
        }

        for (var start = 0; start < lines.Count; )
        {
            var kind = KindOf(lines[start]);
            var end = start + 1;
            while (end < lines.Count && KindOf(lines[end]) == kind)
                end++;
            var run = lines[start..end];
            yield return kind switch
            {
                Kind.Bullet => new TextBlock.Bullets([.. run.Select(line => line[1..].Trim())]),
                Kind.Step => new TextBlock.Steps(NumberOf(run[0]), [.. run.Select(line => Step.Replace(line, ""))]),
                _ => new TextBlock.Paragraph(run),
            };
            start = end;
        }
    }

    private static Kind KindOf(string line) =>
        line.StartsWith("• ", StringComparison.Ordinal) ? Kind.Bullet
        : Step.IsMatch(line) ? Kind.Step
        : Kind.Line;

    private static int NumberOf(string line) =>
        int.Parse(line.AsSpan(0, line.IndexOf('.', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    // "(see https://example.org/a_(b))." ends after the bracket that the address itself opened.
    private static string WithoutPunctuation(string address)
    {
        while (
            address[^1] is var last
            && (".,;:!?'\"»”’…*".Contains(last) || (last == ')' && address.Count(')') > address.Count('(')))
        )
            address = address[..^1];
        return address;
    }

    private static int Count(this string text, char letter) => text.AsSpan().Count(letter);

    [GeneratedRegex(
        @"https?://[^\s<>""\\^`{|}\p{C}]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"^[0-9]{1,4}\. +", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step { get; }
}
