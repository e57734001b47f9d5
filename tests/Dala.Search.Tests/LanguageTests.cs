namespace Dala.Search.Tests;

/// <summary>What a person expects of a search who asks in a language, in cases that the judged sets do not single out.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("ru", "что такое вода", "Свойства воды")]
    [InlineData("kk", "климат деген не", "Климат туралы")]
    [InlineData("zh", "北京的地图", "北京市地图")]
    [InlineData("zh", "什么是光合作用？", "光合作用")]
    [InlineData("en", "how does the heart work", "The heart at work")]
    public void A_question_is_answered_without_its_question_words(string language, string question, string title)
    {
        using var library = new Library();
        library.Apply(Library.Put("1", title, language), Library.Put("2", "12345", language));

        Assert.Equal(["1"], Find(library, question));
    }

    [Theory]
    [InlineData("en", "to be or not to be", "To Be or Not to Be")]
    [InlineData("zh", "什么", "什么")]
    public void A_query_of_nothing_but_small_words_is_not_emptied(string language, string query, string title)
    {
        using var library = new Library();
        library.Apply(Library.Put("1", title, language), Library.Put("2", "12345", language));

        Assert.Equal(["1"], Find(library, query));
    }

    [Theory]
    [InlineData("zh", "數學", "小学数学")]
    [InlineData("zh", "数学", "數學之美")]
    [InlineData("en", "colour", "A color wheel")]
    [InlineData("en", "organize", "Organising a library")]
    [InlineData("tg", "точики", "Забони тоҷикӣ")]
    [InlineData("ru", "Alexander", "Александр Пушкин")]
    [InlineData("fr", "Пушкин", "Alexandre Pouchkine")]
    [InlineData("kk", "университтет", "Университеттер")]
    [InlineData("uz", "oʻzbekistn", "Ўзбекистон тарихи")]
    [InlineData("uz", "ўзбекистн", "Oʻzbekiston tarixi")]
    [InlineData("ru", "дня", "День и ночь")]
    [InlineData("ar", "لغة", "برمجة بلغة بايثون")]
    [InlineData("sv", "bok", "Läroboken")]
    public void Finds_a_word_however_it_is_written(string language, string query, string title)
    {
        using var library = new Library();
        library.Apply(Library.Put("1", title, language), Library.Put("2", "12345", language));

        Assert.Equal(["1"], Find(library, query));
    }

    [Theory]
    [InlineData("es", "año", "El ano")]
    [InlineData("ky", "көл", "Кол менен")]
    [InlineData("es", "casa", "Un caso")]
    [InlineData("en", "атом", "Look at me")]
    [InlineData("sv", "bok", "Bokstäver")]
    [InlineData("sv", "träd", "Tillträde")]
    public void Leaves_out_another_word_that_is_like_it(string language, string query, string title)
    {
        using var library = new Library();
        library.Apply(Library.Put("1", title, language), Library.Put("2", query, language));

        Assert.Equal(["2"], Find(library, query));
    }

    private static IReadOnlyList<string> Find(Library library, string text) =>
        [.. library.Index.Search(new SearchQuery { Text = text }).Items.Select(item => item.Key)];
}
