namespace Dala.Search.Tests.Searching;

public sealed class ExplainRunTests
{
    private static readonly Equivalent[] Meanings =
    [
        new("algebra", "level", "0541"),
        new("algebra", "level", "math"),
        new("algebra", "language", "kk"),
        new("linear algebra", "level", "linear"),
        new("linear algebra", "level", "0541"),
    ];

    [Theory]
    [InlineData("algebra")]
    [InlineData("linear algebra")]
    [InlineData("algebra book")]
    [InlineData("alg* book")]
    [InlineData("\"linear algebra\"")]
    [InlineData("algebre")]
    [InlineData("linear books -tables")]
    [InlineData("title:algebra description:book")]
    public void The_parts_add_up_to_the_score_with_several_equivalents_too(string text)
    {
        using var library = Shelf();
        foreach (var any in (bool[])[false, true])
        {
            var found = library.Index.Search(
                new SearchQuery
                {
                    Text = text,
                    Any = any,
                    Explain = true,
                    Equivalents = Meanings,
                    PreferredLanguages = ["kk", "en"],
                    Size = 100,
                }
            );

            Assert.NotEmpty(found.Items);
            foreach (var hit in found.Items)
                Assert.Equal(1, hit.Why!.Words.Sum(word => word.Score) * hit.Why.Preference / hit.Score, 1e-4);
        }
    }

    [Fact]
    public void A_document_that_means_it_twice_says_so_once()
    {
        using var library = Shelf();

        var hit = library
            .Index.Search(
                new SearchQuery
                {
                    Text = "algebra",
                    Explain = true,
                    Equivalents = Meanings,
                }
            )
            .Items.Single(item => item.Key == "3");

        var match = Assert.Single(hit.Why!.Words);
        Assert.Equal(("algebra", "0541", MatchLevel.Meaning), (match.Asked, match.Found, match.Level));
        Assert.Equal(["level"], match.Fields);
    }

    [Fact]
    public void A_document_with_some_of_the_words_only_is_explained_by_what_it_means()
    {
        using var library = Shelf();

        var hit = library
            .Index.Search(
                new SearchQuery
                {
                    Text = "linear algebra",
                    Explain = true,
                    Equivalents = Meanings[3..],
                }
            )
            .Items.Single(item => item.Key == "4");

        Assert.Equal(["linear"], hit.Why!.Words.Select(word => word.Found));
        Assert.Equal(MatchLevel.Meaning, hit.Why.Words[0].Level);
    }

    private static Library Shelf()
    {
        var library = new Library();
        library.Apply(
            Library.Put("1", "Linear algebra", "en", "A book of linear algebra and books", "0541", "math"),
            Library.Put("2", "Algebra", "en", "Tables", "primary"),
            Library.Put("3", "Кітап", "kk", null, "0541", "math"),
            Library.Put("4", "Algebra tables", "fr", "book of books", "linear"),
            Library.Put("5", "Линейная алгебра", "ru", "book", "0541", "linear")
        );
        return library;
    }
}
