namespace Dala.Search.Tests;

public sealed class QueryTests
{
    [Fact]
    public void Wants_every_word_in_any_field()
    {
        using var library = new Library();
        library.Apply(
            Library.Put("1", "Algebra", description: "for school"),
            Library.Put("2", "Algebra", description: "for university"),
            Library.Put("3", "School rules")
        );

        Assert.Equal(["1"], library.Find("algebra school"));
        Assert.Equal(["1", "2"], library.Find("ALGEBRA"));
        Assert.Empty(library.Find("algebra rules"));
    }

    [Fact]
    public void Finds_a_phrase_only_within_one_value()
    {
        using var library = new Library();
        library.Apply(
            new IndexChange.Put(
                new IndexDocument { Key = "1", Texts = [new("title", "open educational"), new("title", "resources today")] }
            ),
            new IndexChange.Put(new IndexDocument { Key = "2", Texts = [new("title", "On open educational resources")] }),
            new IndexChange.Put(new IndexDocument { Key = "3", Texts = [new("title", "educational open resources")] }),
            new IndexChange.Put(
                new IndexDocument { Key = "4", Texts = [new("title", "open"), new("description", "educational resources")] }
            )
        );

        Assert.Equal(["2"], library.Find("\"open educational resources\""));
        Assert.Equal(["1", "2"], library.Find("\"open educational\""));
        Assert.Equal(["2", "4"], library.Find("«educational resources»"));
        Assert.Equal(["1", "2"], library.Find("“open educational”"));
        Assert.Equal(["1", "3", "4"], library.Find("resources -\"open educational resources\""));
    }

    [Fact]
    public void Finds_a_phrase_of_words_with_several_forms()
    {
        using var library = Library.Of("L'atome d'hydrogène et l'atome d'hélium", "Atome hydrogène", "D'hydrogène l'atome");

        Assert.Equal(["1", "2"], library.Find("\"l'atome d'hydrogène\""));
        Assert.Equal(["1"], library.Find("\"l'atome d'hydrogène et l'atome d'hélium\""));
        Assert.Equal(["1", "2"], library.Find("\"atome hydrogene\""));
    }

    [Fact]
    public void Finds_beginnings_of_words_and_leaves_words_out()
    {
        using var library = Library.Of("Geometry", "Geography", "Geology of the Alps", "Algebra");

        Assert.Equal(["1", "2", "3"], library.Find("geo*"));
        Assert.Equal(["2", "3"], library.Find("geo* -geometry"));
        Assert.Equal(["4"], library.Find("-geo*"));
        Assert.Equal(["3"], library.Find("geo* al*"));
        Assert.Equal(["1", "3", "4"], library.Find("-geography"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!… — ***")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("-")]
    [InlineData("- \" *")]
    [InlineData("\uD800")]
    [InlineData("\uDC00\u0301")]
    [InlineData("\u0301\u0301")]
    [InlineData("''''")]
    public void Finds_everything_when_the_query_has_no_word(string text)
    {
        using var library = Library.Of("One", "Two");

        Assert.Equal(["1", "2"], library.Find(text));
    }

    [Theory]
    [InlineData("\"open book")]
    [InlineData("open book\"")]
    [InlineData("open\" book")]
    [InlineData("open - book")]
    [InlineData("+open, (book)")]
    [InlineData("open\uD800book")]
    [InlineData("open/book")]
    [InlineData("open open book")]
    public void Reads_what_is_malformed_in_the_kindest_way(string text)
    {
        using var library = Library.Of("An open book", "A book");

        Assert.Equal(["1"], library.Find(text));
    }

    [Fact]
    public void Reads_a_hostile_query_in_bounded_time()
    {
        using var library = Library.Of("An open book");

        Assert.Empty(library.Find(string.Concat(Enumerable.Range(0, 200_000).Select(i => $"w{i}* "))));
        // What stands beyond 10,000 characters is not looked at.
        Assert.Empty(library.Find(new string('"', 9_001) + "x"));
        Assert.Equal(["1"], library.Find(new string('"', 100_001) + "x"));
        Assert.Equal(["1"], library.Find(string.Concat(Enumerable.Repeat("open* -x ", 50_000))));
    }

    [Fact]
    public void Ranks_title_above_description_and_rare_above_frequent()
    {
        using var library = new Library();
        library.Apply(
            Library.Put("1", "Reading", description: "about physics and more"),
            Library.Put("2", "Physics", description: "about reading and more"),
            Library.Put("3", "Physics of a great many other things that are not meant at all", description: "about nothing"),
            Library.Put("4", "Chemistry", description: "about nothing")
        );

        Assert.Equal(["2", "3", "1"], library.Index.Search(new SearchQuery { Text = "physics" }).Items.Select(item => item.Key));
    }

    [Fact]
    public void Ranks_a_little_higher_what_matches_in_a_preferred_language()
    {
        using var library = new Library();
        library.Apply(
            Library.Put("1", "Atlas", "en"),
            Library.Put("2", "Atlas", "kk"),
            Library.Put("3", "Atlas", "ru-RU"),
            Library.Put("4", "Atlas Atlas Atlas", "fr")
        );

        var page = library.Index.Search(new SearchQuery { Text = "atlas", PreferredLanguages = ["kk-Cyrl", "ru"] });

        Assert.Equal(["2", "3", "4", "1"], page.Items.Select(item => item.Key));
        Assert.Equal(
            ["2", "3", "1", "4"],
            library.Index.Search(new SearchQuery { PreferredLanguages = ["kk", "ru"] }).Items.Select(item => item.Key)
        );
    }

    [Fact]
    public void Finds_dates_from_one_to_another_both_included()
    {
        using var library = new Library();
        library.Apply([
            .. Enumerable
                .Range(1, 5)
                .Select(day => new IndexChange.Put(
                    new IndexDocument
                    {
                        Key = $"{day}",
                        Date = day,
                        Texts = [new("title", day % 2 == 0 ? "even day" : "odd day")],
                        Facets = [new("level", "x")],
                    }
                )),
        ]);

        Assert.Equal(["2", "3", "4"], Between(2, 4));
        Assert.Equal(["4", "5"], Between(4, null));
        Assert.Equal(["1", "2"], Between(null, 2));
        Assert.Equal(["3"], Between(2, 4, "odd"));
        Assert.Empty(Between(4, 2));
        Assert.Empty(Between(6, null));
        Assert.Equal(["1", "2", "3", "4", "5"], Between(long.MinValue, long.MaxValue));

        IEnumerable<string> Between(long? from, long? to, string text = "")
        {
            var found = library.Index.Search(
                new SearchQuery
                {
                    Text = text,
                    DateFrom = from,
                    DateTo = to,
                    Facets = ["level"],
                }
            );
            Assert.Equal(found.Total, found.Facets["level"].Sum(count => count.Count));
            Assert.Equal(found.Total, found.Items.Count);
            return found.Items.Select(item => item.Key).Order(StringComparer.Ordinal);
        }
    }

    [Fact]
    public void Looks_for_a_word_in_one_field_only_where_that_is_asked()
    {
        using var library = new Library();
        library.Apply(
            Library.Put("1", "Algebra", description: "for school"),
            Library.Put("2", "School", description: "of algebra"),
            Library.Put("3", "Geometry", description: "title:algebra")
        );

        Assert.Equal(["1"], library.Find("title:algebra"));
        Assert.Equal(["1"], library.Find("TITLE：algebra"));
        Assert.Equal(["2", "3"], library.Find("description:algebra"));
        Assert.Equal(["2"], library.Find("algebra title:school"));
        Assert.Equal(["1"], library.Find("title:alg*"));
        Assert.Equal(["2", "3"], library.Find("-title:algebra"));
        Assert.Equal(["2"], library.Find("description:\"of algebra\""));
        Assert.Empty(library.Find("title:\"of algebra\""));
        // What is no field is a word, and so is a field without anything behind it.
        Assert.Empty(library.Find("colour:algebra"));
        Assert.Equal(["3"], library.Find("title: algebra"));
    }

    [Fact]
    public void Finds_about_a_word_what_differs_by_a_letter_although_the_word_is_known()
    {
        using var library = Library.Of("Colour", "Color", "Colours", "Collar");

        Assert.Equal(["1"], library.Find("colour"));
        Assert.Equal(["1", "2", "3"], About("colour~").Order(StringComparer.Ordinal));
        Assert.Equal("1", About("colour~")[0]);
        Assert.Equal(["2"], About("color~ -colour -colours"));
        Assert.Empty(About("zzzzzz~"));

        IReadOnlyList<string> About(string text) =>
            [.. library.Index.Search(new SearchQuery { Text = text }).Items.Select(item => item.Key)];
    }

    [Fact]
    public void Refuses_a_field_that_the_index_does_not_have()
    {
        using var library = Library.Of("One");

        Assert.Throws<ArgumentException>(() => library.Index.Search(new SearchQuery { Facets = ["colour"] }));
        Assert.Throws<ArgumentException>(() =>
            library.Apply(new IndexChange.Put(new IndexDocument { Key = "2", Texts = [new("colour", "red")] }))
        );
        Assert.Throws<ArgumentException>(() => library.Apply(Library.Remove("")));
        Assert.Equal(["1"], library.Find(""));
    }
}
