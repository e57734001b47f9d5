namespace Dala.Search.Tests.Searching;

public sealed class DidYouMeanTests
{
    [Fact]
    public void Replaces_only_the_word_that_is_mistyped()
    {
        using var library = Library.Of("Linear algebra", "Linear algebra for all", "Geometry");

        Assert.Equal("linear algebra for all", Ask(library, "linear algerba for all"));
        Assert.Equal("-geometry linear", Ask(library, "-geometry linaer"));
        Assert.Equal("\"linear algebra\" geometry", Ask(library, "\"linear algebra\" geometyr"));
    }

    [Fact]
    public void Says_nothing_of_words_that_are_known_or_like_no_other()
    {
        using var library = Library.Of("Linear algebra", "Geometry");

        Assert.Null(Ask(library, "linear algebra"));
        Assert.Null(Ask(library, "linear geometry"));
        Assert.Null(Ask(library, "zzzzzz"));
        Assert.Null(Ask(library, ""));
    }

    [Fact]
    public void Prefers_of_two_words_that_are_as_near_the_more_frequent()
    {
        using var library = Library.Of("Physics", "Physics again", "Physico");

        Assert.Equal("physics", Ask(library, "physicq"));
    }

    [Fact]
    public void Prefers_a_word_at_one_letter_to_more_frequent_ones_at_two()
    {
        using var library = Library.Of("University", "University", "University", "Universite");

        Assert.Equal("universite", Ask(library, "universitez"));
    }

    [Fact]
    public void Replaces_a_word_that_a_few_have_mistyped_where_a_great_many_have_not()
    {
        using var library = Library.Of([.. Enumerable.Repeat("Mathematics", 60), "Mathematcis"]);

        Assert.Equal("mathematics", Ask(library, "mathematcis"));
        Assert.Null(Ask(library, "mathematics"));
    }

    [Fact]
    public void Is_silent_when_each_word_means_itself_and_on_later_pages()
    {
        using var library = Library.Of("Algebra", "Algebra", "Algebra");
        var first = library.Index.Search(new SearchQuery { Text = "algerba", Size = 1 });

        Assert.Equal("algebra", first.DidYouMean);
        Assert.Null(
            library
                .Index.Search(
                    new SearchQuery
                    {
                        Text = "algerba",
                        Size = 1,
                        After = first.Next,
                    }
                )
                .DidYouMean
        );
        Assert.Null(library.Index.Search(new SearchQuery { Text = "algerba", Furthest = MatchLevel.Same }).DidYouMean);
    }

    private static string? Ask(Library library, string text) => library.Index.Search(new SearchQuery { Text = text }).DidYouMean;
}
