using Dala.Search.Searching;
using Dala.Search.Tests.Segments;

namespace Dala.Search.Tests.Searching;

public sealed class RecentBeginningsTests
{
    [Fact]
    public void What_took_long_to_read_is_kept_and_stays_whole_after_it_was_let_go()
    {
        var segment = SomeSegment.Of(
            Enumerable
                .Range(0, 200)
                .Select(i => new IndexDocument { Key = $"{i:D3}", Texts = [new("title", $"word{i} words {i}")] })
        );

        var first = segment.Beginnings.Of(new QueryWord(0, ["wo"]), segment);
        first.Dispose();
        var other = segment.Beginnings.Of(new QueryWord(0, ["w"]), segment);
        other.Dispose();
        var again = segment.Beginnings.Of(new QueryWord(0, ["wo"]), segment);

        Assert.Same(first, again);
        Assert.NotSame(first, other);
        Assert.Equal((201, 400L), (again.Words, again.Occurrences));
        Assert.All(Enumerable.Range(0, 200), document => Assert.Equal(1u, again.FieldsOf(document)));
    }

    [Fact]
    public void What_few_documents_have_is_read_again()
    {
        var segment = SomeSegment.Of(
            Enumerable.Range(0, 200).Select(i => new IndexDocument { Key = $"{i:D3}", Texts = [new("title", $"word{i}")] })
        );

        var first = segment.Beginnings.Of(new QueryWord(0, ["word19"]), segment);
        var again = segment.Beginnings.Of(new QueryWord(0, ["word19"]), segment);

        Assert.NotSame(first, again);
        Assert.Equal(11, again.Words);
        first.Dispose();
        again.Dispose();
    }
}
