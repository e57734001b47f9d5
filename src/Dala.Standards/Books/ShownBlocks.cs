namespace Dala.Standards.Books;

/// <summary>
/// The blocks of a part that say something. Empty lines, items and headings go, and no level of heading is left out on the way down: that
/// confuses whoever goes from heading to heading by ear.
/// </summary>
internal static class ShownBlocks
{
    private const int Deepest = 4;

    public static IEnumerable<BookBlock> Of(BookPart part)
    {
        var level = 0;
        foreach (var block in part.Blocks)
        {
            switch (block)
            {
                case BookBlock.Heading heading when IsShown(heading.Line):
                    level = Math.Min(Math.Clamp(heading.Level, 1, Deepest), level + 1);
                    yield return heading with
                    {
                        Level = level,
                    };
                    break;
                case BookBlock.Paragraph paragraph when Shown(paragraph.Lines) is { Count: > 0 } lines:
                    yield return new BookBlock.Paragraph(lines);
                    break;
                case BookBlock.Bullets bullets when Shown(bullets.Items) is { Count: > 0 } items:
                    yield return new BookBlock.Bullets(items);
                    break;
                case BookBlock.Steps steps when Shown(steps.Items) is { Count: > 0 } items:
                    yield return new BookBlock.Steps(Math.Clamp(steps.First, 0, 999_999), items);
                    break;
                case BookBlock.PageBreak or BookBlock.Picture:
                    yield return block;
                    break;
                default:
                    break;
            }
        }
    }

    private static List<BookLine> Shown(IReadOnlyList<BookLine> lines) => [.. lines.Where(IsShown)];

    private static bool IsShown(BookLine line) => line.Runs.Any(run => !string.IsNullOrWhiteSpace(BookText.Clean(run.Text)));
}
