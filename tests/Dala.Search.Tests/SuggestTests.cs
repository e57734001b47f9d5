namespace Dala.Search.Tests;

public sealed class SuggestTests
{
    [Fact]
    public void Completes_words_and_titles_from_any_word_of_the_title()
    {
        using var library = Library.Of("Géométrie plane", "La géométrie dans l'espace", "Géologie", "Algèbre", "Géométrie plane");

        Assert.Equal(
            [
                new("géométrie", null),
                new("géologie", null),
                new("Géologie", "3"),
                new("Géométrie plane", "1"),
                new("La géométrie dans l'espace", "2"),
            ],
            library.Index.Suggest("geo", 5)
        );
        Assert.Equal([new("La géométrie dans l'espace", "2")], library.Index.Suggest("espace geom", 5));
        Assert.Equal([new("Géométrie plane", "1")], library.Index.Suggest("géométrie pl", 5));
        Assert.Empty(library.Index.Suggest("xyz", 5));
        Assert.Empty(library.Index.Suggest("  ?", 5));
        Assert.Empty(library.Index.Suggest("geo", 0));
    }

    [Fact]
    public void Completes_folded_and_without_what_was_deleted()
    {
        using var library = Library.Of("O\u02BBzbek tili", "数学教育", "Пәнi");
        library.Apply(Library.Put("4", "Oʻzbekiston tarixi"), Library.Remove("1"));

        Assert.Contains(new Suggestion("Oʻzbekiston tarixi", "4"), library.Index.Suggest("o'zb", 5));
        Assert.DoesNotContain(library.Index.Suggest("o'zb", 5), suggestion => suggestion.Key == "1");
        Assert.Equal([new("o\u02BBzbekiston", null), new("Oʻzbekiston tarixi", "4")], library.Index.Suggest("o'zbek", 5));
        Assert.Contains(new Suggestion("数学教育", "2"), library.Index.Suggest("数学", 5));
        Assert.Contains(new Suggestion("Пәнi", "3"), library.Index.Suggest("пәні", 5));
    }
}
