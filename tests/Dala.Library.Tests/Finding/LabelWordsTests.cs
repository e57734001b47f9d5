using Dala.Library.Finding;

namespace Dala.Library.Tests.Finding;

public class LabelWordsTests
{
    [Theory]
    [InlineData("Children's  rights", "childrenʻs rights")]
    [InlineData("Sogʻliq", "sogʻliq")]
    [InlineData("SOG'LIQ", "sogʻliq")]
    [InlineData("Учёт", "учет")]
    [InlineData("الرياضيات", "رياضيات")]
    [InlineData("رِيَاضِيَّات", "رياضيات")]
    [InlineData("أدب", "ادب")]
    [InlineData("الله", "الله")]
    [InlineData("数学", "数学")]
    [InlineData("'", "")]
    public void One_name_is_one_key_however_it_is_typed(string label, string key) => Assert.Equal(key, LabelWords.Key(label));

    [Fact]
    public void A_word_knows_where_it_stands()
    {
        var words = LabelWords.Of("  Oʻzbek, (tili)");

        Assert.Equal([("oʻzbek", 2, 8), ("tili", 11, 15)], words.Select(word => (word.Folded, word.Start, word.End)));
    }
}
