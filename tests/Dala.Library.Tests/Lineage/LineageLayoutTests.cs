using Dala.Library.Lineage;
using Dala.Standards.Licences;

namespace Dala.Library.Tests.Lineage;

public sealed class LineageLayoutTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(200)]
    public void Boxes_stand_inside_and_never_on_each_other_and_the_older_generation_is_above(int made)
    {
        var found = Family(made);

        var layout = LineageLayout.Of(found, fromTheRight: false);

        Assert.Equal(Math.Min(made + 2, LineageLayout.MostBoxes), layout.Boxes.Count);
        Assert.Contains(layout.Boxes, box => box.Node.Key == "root");
        Assert.All(
            layout.Boxes,
            box =>
            {
                Assert.InRange(box.X, 0, layout.Width - LineageLayout.BoxWidth);
                Assert.InRange(box.Y, 0, layout.Height - LineageLayout.BoxHeight);
                Assert.DoesNotContain(layout.Boxes, other => other != box && Overlap(box, other));
            }
        );
        Assert.All(layout.Lines, line => Assert.True(line.FromY > line.ToY));
        Assert.Equal(layout.Boxes.Count - 1, layout.Lines.Count);
    }

    [Fact]
    public void From_right_to_left_the_first_stands_on_the_right()
    {
        var ltr = LineageLayout.Of(Family(3), fromTheRight: false);
        var rtl = LineageLayout.Of(Family(3), fromTheRight: true);

        Assert.Equal(ltr.Boxes.Select(box => ltr.Width - box.X - LineageLayout.BoxWidth), rtl.Boxes.Select(box => box.X));
    }

    [Theory]
    [InlineData("The hungry crocodile", 25, "The hungry crocodile")]
    [InlineData("The very hungry crocodile of the river", 25, "The very hungry crocodile…")]
    [InlineData("饥饿的鳄鱼和其他许多故事的集子", 20, "饥饿的鳄鱼和其他许多…")]
    [InlineData("ཨ༌ད༌\u0F7Cམ", 25, "ཨ༌ད༌\u0F7Cམ")]
    public void A_title_is_cut_between_letters(string title, int most, string shown)
    {
        Assert.Equal(shown, LineageLayout.Short(title, most));
    }

    private static bool Overlap(LineageBox one, LineageBox other) =>
        Math.Abs(one.X - other.X) < LineageLayout.BoxWidth && Math.Abs(one.Y - other.Y) < LineageLayout.BoxHeight;

    private static FoundLineage Family(int made)
    {
        var root = Node("root", 0);
        var children = Enumerable.Range(0, made).Select(number => Node($"made{number}", -1)).ToList();
        return new FoundLineage
        {
            Root = root,
            Nodes = [Node("source", 1), root, .. children],
            Edges =
            [
                new LineageEdge(LineageKind.BasedOn, "root", "source", []),
                .. children.Select(child => new LineageEdge(LineageKind.TranslationOf, child.Key, "root", [])),
            ],
            Refused = [],
            Cut = false,
        };
    }

    private static LineageNode Node(string key, int generation) =>
        new()
        {
            Key = key,
            Id = null,
            Generation = generation,
            Title = key,
            Creators = [],
            Licence = Licences.Recognise(null),
        };
}
