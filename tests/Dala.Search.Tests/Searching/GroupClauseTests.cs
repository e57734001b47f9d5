namespace Dala.Search.Tests.Searching;

/// <summary>Words that name a value of a facet field: a concept in one language finds what is tagged with it in any.</summary>
public sealed class GroupClauseTests
{
    private static readonly Equivalent Algebra = new("linear algebra", "level", "0541");

    [Fact]
    public void A_value_meets_all_the_words_that_name_it()
    {
        using var library = Tagged();

        Assert.Equal(["1", "2", "3"], Find(library, "linear algebra", Algebra));
        Assert.Equal(
            ["1", "2"],
            Find(library, "Algebra, Linear!", Algebra, new Equivalent("linear algebra", "level", "none")).Take(2)
        );
        Assert.Equal(["1"], Find(library, "linear algebra"));
    }

    [Fact]
    public void The_other_words_of_the_query_must_be_met_besides()
    {
        using var library = Tagged();

        Assert.Equal(["2"], Find(library, "сызықтық linear algebra", Algebra));
        Assert.Equal(["1", "3"], Find(library, "linear algebra -сызықтық", Algebra));
    }

    [Fact]
    public void Some_of_the_words_that_name_a_value_are_not_met_by_it()
    {
        using var library = Tagged();

        Assert.Equal(["1", "4"], Find(library, "algebra", Algebra));
        Assert.Equal(["1"], Find(library, "\"linear algebra\"", Algebra));
        Assert.Equal(["1"], Find(library, "title:linear algebra", Algebra));
    }

    [Fact]
    public void The_words_themselves_rank_above_what_means_the_same()
    {
        using var library = Tagged();

        var found = library.Index.Search(new SearchQuery { Text = "linear algebra", Equivalents = [Algebra] });

        Assert.Equal("1", found.Items[0].Key);
        Assert.True(found.Items[0].Score > found.Items[1].Score);
        Assert.Equal(found.Items[1].Score, found.Items[2].Score);
    }

    [Fact]
    public void A_value_that_no_document_has_finds_nothing_and_a_field_that_is_unknown_is_refused()
    {
        using var library = Tagged();

        Assert.Equal(["1"], Find(library, "linear algebra", Algebra with { Value = "9999" }));
        Assert.Throws<ArgumentException>(() => Find(library, "linear algebra", Algebra with { Field = "colour" }));
    }

    private static Library Tagged()
    {
        var library = new Library();
        library.Apply(
            Library.Put("1", "Linear algebra", "en", levels: ["0541"]),
            Library.Put("2", "Сызықтық теңдеулер", "kk", levels: ["0541"]),
            Library.Put("3", "线性代数", "zh", levels: ["0541", "0000"]),
            Library.Put("4", "Algebra of sets", "en", levels: ["0540"])
        );
        return library;
    }

    private static IEnumerable<string> Find(Library library, string text, params Equivalent[] equivalents) =>
        library
            .Index.Search(
                new SearchQuery
                {
                    Text = text,
                    Equivalents = equivalents,
                    Furthest = MatchLevel.Form,
                }
            )
            .Items.Select(item => item.Key)
            .Order(StringComparer.Ordinal);
}
