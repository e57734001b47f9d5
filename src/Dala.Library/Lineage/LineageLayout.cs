using System.Text;

namespace Dala.Library.Lineage;

/// <summary>A box of the picture, by its upper left corner.</summary>
public sealed record LineageBox(LineageNode Node, int X, int Y);

/// <summary>A line of the picture, from the work that came of the other up to that one.</summary>
public sealed record LineageLine(LineageKind Kind, int FromX, int FromY, int ToX, int ToY);

/// <summary>Where the works of a lineage stand in its picture: a band for each generation, the oldest on top.</summary>
/// <param name="Root">The key of the work in question.</param>
public sealed record LineageLayout(
    string Root,
    int Width,
    int Height,
    IReadOnlyList<LineageBox> Boxes,
    IReadOnlyList<LineageLine> Lines
)
{
    public const int BoxWidth = 230;
    public const int BoxHeight = 64;

    /// <summary>Works in the picture, those nearest to the one in question; all of them stand in the list.</summary>
    public const int MostBoxes = 60;

    private const int Gap = 26;
    private const int BandGap = 56;
    private const int Margin = 12;

    /// <summary>Boxes beside each other; a generation with more has several rows.</summary>
    private const int MostInRow = 4;

    /// <summary>Places the works of a lineage.</summary>
    /// <param name="fromTheRight">Whether the first work of a generation stands on the right, as the readers' script begins there.</param>
    public static LineageLayout Of(FoundLineage found, bool fromTheRight)
    {
        // The work in question leads its generation, and its parents stand where they were first named.
        var order = found.Edges.SelectMany(edge => new[] { edge.From, edge.To }).Prepend(found.Root.Key).Distinct().ToList();
        var drawn = found
            .Nodes.OrderBy(node => Math.Abs(node.Generation))
            .ThenBy(node => order.IndexOf(node.Key))
            .Take(MostBoxes)
            .ToList();
        var width =
            2 * Margin
            + Math.Min(MostInRow, drawn.GroupBy(node => node.Generation).Max(band => band.Count())) * (BoxWidth + Gap)
            - Gap;
        var boxes = new Dictionary<string, LineageBox>(StringComparer.Ordinal);
        var y = Margin;
        foreach (var band in drawn.GroupBy(node => node.Generation).OrderByDescending(band => band.Key))
        {
            foreach (var row in band.Chunk(MostInRow))
            {
                var start = (width - row.Length * (BoxWidth + Gap) + Gap) / 2;
                for (var place = 0; place < row.Length; place++)
                {
                    var x = start + place * (BoxWidth + Gap);
                    boxes[row[place].Key] = new LineageBox(row[place], fromTheRight ? width - x - BoxWidth : x, y);
                }

                y += BoxHeight + Gap;
            }

            y += BandGap - Gap;
        }

        return new LineageLayout(
            found.Root.Key,
            width,
            y - BandGap + Margin,
            [.. drawn.OrderByDescending(node => node.Generation).Select(node => boxes[node.Key])],
            [
                .. found
                    .Edges.Where(edge =>
                        edge.Kind != LineageKind.SameWork && boxes.ContainsKey(edge.From) && boxes.ContainsKey(edge.To)
                    )
                    .Select(edge => Line(edge.Kind, boxes[edge.From], boxes[edge.To])),
            ]
        );
    }

    /// <summary>A text that fits into a box: wide letters count for two, and what is left out is said by three dots.</summary>
    public static string Short(string text, int most)
    {
        var taken = new StringBuilder();
        var width = 0;
        var letters = System.Globalization.StringInfo.GetTextElementEnumerator(text.ReplaceLineEndings(" "));
        while (letters.MoveNext())
        {
            var letter = letters.GetTextElement();
            // From Hangul Jamo on, where the scripts of East Asia begin, letters are as wide as high; but not Latin, Greek and signs.
            width += letter[0] is >= '\u1100' and not (>= '\u1E00' and <= '\u2E7F') ? 2 : 1;
            if (width > most)
                return taken.ToString().TrimEnd() + "…";
            taken.Append(letter);
        }

        return taken.ToString();
    }

    private static LineageLine Line(LineageKind kind, LineageBox from, LineageBox to) =>
        from.Y == to.Y
            ? new(kind, from.X + BoxWidth / 2, from.Y + BoxHeight, to.X + BoxWidth / 2, to.Y + BoxHeight)
            : new(kind, from.X + BoxWidth / 2, from.Y, to.X + BoxWidth / 2, to.Y + BoxHeight);
}
