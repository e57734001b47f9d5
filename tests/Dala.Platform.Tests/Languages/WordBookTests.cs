using Dala.Platform.Languages;

namespace Dala.Platform.Tests.Languages;

public sealed class WordBookTests
{
    private static readonly WordBook Book = new(
        new[] { "ar", "kk", "en", "ru", "fr" }.Select(language => new TextFile(language, "test", """{ "sample": "…" }"""))
    );

    [Fact]
    public void Lists_the_languages_in_a_stable_order_with_their_own_names()
    {
        Assert.Equal(
            [
                ("en", "English", "ltr"),
                ("ru", "Русский", "ltr"),
                ("kk", "Қазақша", "ltr"),
                ("fr", "Français", "ltr"),
                ("ar", "العربية", "rtl"),
            ],
            Book.Languages.Select(language => (language.Tag, language.Name, language.Direction))
        );
    }

    [Theory]
    [InlineData("kk", "kk")]
    [InlineData("kk-KZ, ru;q=0.9, en;q=0.8", "kk")]
    [InlineData("ky, ru;q=0.5, en;q=0.8", "en")]
    [InlineData("de, fr;q=0", "en")]
    [InlineData("AR-eg", "ar")]
    [InlineData("fr;q=0.3, ru;q=0.7", "ru")]
    [InlineData("*", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    [InlineData(";;q=,,=;q=9, kk;q=x, ru;q=0.001", "ru")]
    public void Chooses_the_most_wanted_language_that_the_interface_speaks(string? header, string expected) =>
        Assert.Equal(expected, Book.Choose(header));

    [Fact]
    public void Refuses_a_key_that_two_modules_bring()
    {
        TextFile[] files = [new("en", "one", """{ "same": "a" }"""), new("en", "other", """{ "same": "b" }""")];

        var fault = Assert.Throws<InvalidDataException>(() => new WordBook(files));

        Assert.Equal("other: the text same stands in another file too, or twice in this one.", fault.Message);
    }

    [Theory]
    [InlineData("""{ "key": 7 }""")]
    [InlineData("""{ "key": { "one": "no other form" } }""")]
    [InlineData("""{ "key": "an {open hole" }""")]
    [InlineData("""{ "key": "an empty {} hole" }""")]
    public void Refuses_a_text_that_cannot_be_filled(string json) =>
        Assert.Throws<InvalidDataException>(() => new WordBook([new TextFile("en", "test", json)]));

    [Fact]
    public void Refuses_a_language_without_a_name() =>
        Assert.Throws<InvalidDataException>(() => new WordBook([new TextFile("tlh", "test", "{}")]));
}
