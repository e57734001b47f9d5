using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Dala.Standards.Books;

/// <summary>The lists of a document: one kind of bullets, and numbers that begin anew in each list.</summary>
internal sealed class DocxNumbering
{
    public const int Bullets = 1;

    private const int BulletKind = 0;
    private const int NumberKind = 1;
    private const int Levels = 9;

    /// <summary>Twentieths of a point from one level to the next.</summary>
    private const int Step = 360;

    private readonly List<int> starts = [];

    /// <summary>A numbered list that begins at a number.</summary>
    public int Numbers(int first)
    {
        starts.Add(first);
        return Bullets + starts.Count;
    }

    public Numbering Definitions()
    {
        var numbering = new Numbering(
            Kind(BulletKind, NumberFormatValues.Bullet, _ => "•"),
            Kind(NumberKind, NumberFormatValues.Decimal, level => $"%{level + 1}.")
        );
        numbering.AppendChild(new NumberingInstance(new AbstractNumId { Val = BulletKind }) { NumberID = Bullets });
        foreach (var (index, first) in starts.Index())
            numbering.AppendChild(
                new NumberingInstance(
                    new AbstractNumId { Val = NumberKind },
                    new LevelOverride(new StartOverrideNumberingValue { Val = first }) { LevelIndex = 0 }
                )
                {
                    NumberID = Bullets + 1 + index,
                }
            );
        return numbering;
    }

    private static AbstractNum Kind(int id, NumberFormatValues format, Func<int, string> text) =>
        new([
            new MultiLevelType { Val = MultiLevelValues.HybridMultilevel },
            .. Enumerable
                .Range(0, Levels)
                .Select(level => new Level(
                    new StartNumberingValue { Val = 1 },
                    new NumberingFormat { Val = format },
                    new LevelText { Val = text(level) },
                    new LevelJustification { Val = LevelJustificationValues.Left },
                    new PreviousParagraphProperties(
                        new Indentation
                        {
                            Start = ((level + 1) * Step).ToString(CultureInfo.InvariantCulture),
                            Hanging = Step.ToString(CultureInfo.InvariantCulture),
                        }
                    )
                )
                {
                    LevelIndex = level,
                }),
        ])
        {
            AbstractNumberId = id,
        };
}
