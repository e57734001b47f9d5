using Dala.Search.Analysis;

namespace Dala.Search.Tests.Analysis;

public sealed class StopWordsTests
{
    [Theory]
    [InlineData("en", "the")]
    [InlineData("fr", "été")]
    [InlineData("ru", "её")]
    [InlineData("ar", "إلى")]
    [InlineData("zh", "的")]
    [InlineData("kk", "және")]
    [InlineData("ky", "менен")]
    [InlineData("tg", "барои")]
    [InlineData("uz", "boʻyicha")]
    [InlineData("uz", "бўйича")]
    [InlineData("tr", "için")]
    [InlineData("az", "və")]
    [InlineData("tk", "üçin")]
    [InlineData("uk", "що")]
    [InlineData("be", "або")]
    [InlineData("de", "für")]
    [InlineData("sv", "på")]
    [InlineData("es", "qué")]
    [InlineData("pt", "não")]
    public void Knows_the_words_of_grammar(string language, string word) =>
        Assert.True(StopWords.Contains(Analysed.Forms(word, language)[0], SearchLanguage.Of(language)));

    [Fact]
    public void Every_language_has_some_and_no_word_of_content_is_among_them()
    {
        for (byte language = 1; language < SearchLanguage.Count; language++)
        {
            Assert.False(StopWords.Contains("school", language));
            Assert.False(StopWords.Contains("книга", language));
        }

        Assert.False(StopWords.Contains("the", SearchLanguage.Of("ru")));
    }
}
