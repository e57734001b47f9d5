namespace Dala.Search.Tests;

public sealed class WordFormsTests
{
    [Theory]
    [InlineData("ru", "математики", "математика")]
    [InlineData("kk", "алгебраны", "алгебра")]
    [InlineData("uz", "kitoblar", "китоб")]
    [InlineData("fr", "l’atome", "atomes")]
    [InlineData("en", "Studies", "study")]
    public void Forms_of_one_word_have_one_stem(string language, string one, string other) =>
        Assert.Equal(WordForms.Stem(one, language), WordForms.Stem(other, language));

    [Theory]
    [InlineData("xx", "Kitoblar", "kitoblar")]
    [InlineData("en", "", "")]
    public void Where_no_stem_is_known_it_is_the_folded_word(string language, string word, string stem) =>
        Assert.Equal(stem, WordForms.Stem(word, language));
}
