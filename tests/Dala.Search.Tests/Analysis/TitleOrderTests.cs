using Dala.Search.Analysis;
using Dala.Search.Segments;

namespace Dala.Search.Tests.Analysis;

public sealed class TitleOrderTests
{
    [Theory]
    [InlineData("sv", "ask zebra ål äng öl")]
    [InlineData("de", "ähre ask öl zebra")]
    [InlineData("ru", "еда ёж ель жук")]
    [InlineData("kk", "ат әке бала кітап қала лай")]
    [InlineData("tr", "ışık iz kaz")]
    [InlineData(null, "10 alpha Beta école zone Игра")]
    public void Titles_stand_in_the_order_of_their_language(string? language, string titles)
    {
        var sorted = titles.Split(' ');
        var shuffled = sorted.Reverse().OrderBy(title => TitleOrder.KeyOf(title, language), ByteOrder.Comparer);

        Assert.Equal(sorted, shuffled);
    }

    [Theory]
    [InlineData("xx-no-such")]
    [InlineData("\uD800")]
    [InlineData("")]
    public void An_unknown_language_sorts_as_all_do(string language) =>
        Assert.Equal(TitleOrder.KeyOf("école", null), TitleOrder.KeyOf("école", language));

    [Fact]
    public void Of_a_long_title_the_beginning_counts() =>
        Assert.InRange(TitleOrder.KeyOf(new string('\uFDFA', 100_000), "ar").Length, 1, ushort.MaxValue);
}
