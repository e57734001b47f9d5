namespace Dala.Search.Tests.Searching;

public sealed class WordTermsTests
{
    [Theory]
    [InlineData("kk", "algebra", "Алгебра", MatchLevel.Script)]
    [InlineData("kk", "алгебра", "Algebra", MatchLevel.Script)]
    [InlineData("kk", "алгебраны", "Алгебра", MatchLevel.Form)]
    [InlineData("uz", "kitob", "Китоблар", MatchLevel.Script)]
    [InlineData("uz", "kitob", "Kitoblar", MatchLevel.Form)]
    [InlineData("uz", "китоб", "Китоб", MatchLevel.Same)]
    [InlineData("ru", "algebra", "Алгебра", MatchLevel.Script)]
    [InlineData("en", "books", "A book", MatchLevel.Form)]
    public void Tells_another_form_from_another_script(string language, string typed, string title, MatchLevel level)
    {
        using var library = new Library();
        library.Apply(Library.Put("1", title, language));

        var found = library.Index.Search(new SearchQuery { Text = typed, Explain = true });

        Assert.Equal(level, Assert.Single(Assert.Single(found.Items).Why!.Words).Level);
    }

    [Fact]
    public void Looks_no_further_than_asked_for_a_form_in_another_script()
    {
        using var library = new Library();
        library.Apply(Library.Put("1", "Алгебра", "kk"), Library.Put("2", "Algebralar", "kk"));

        var found = library.Index.Search(new SearchQuery { Text = "algebra", Furthest = MatchLevel.Form });

        Assert.Equal(["2"], found.Items.Select(item => item.Key));
    }
}
