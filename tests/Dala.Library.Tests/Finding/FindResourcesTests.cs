using Dala.Library.Finding;
using Dala.Testing;

namespace Dala.Library.Tests.Finding;

public sealed class FindResourcesTests
{
    [Fact]
    public async Task Finds_what_is_tagged_by_the_name_of_its_subject_or_language_in_any_language()
    {
        await using var library = new TestLibrary();
        await library.Import("phet-simulation-titles", SharedData.At("phet-simulation-titles/titles.jsonl.gz"));
        await library.Index();
        string[] questions = ["数学", "математика", "mathématiques", "الرياضيات", "o'zbek", "oʻzbek", "казахский", "қазақ"];

        var without = new List<string>();
        foreach (var question in questions)
        {
            if ((await library.Find(new Find { Text = question })).Total is 0 or 77)
                without.Add(question);
        }

        Assert.Empty(without);
    }

    [Fact]
    public async Task A_keyword_in_one_language_is_found_by_the_concepts_name_in_another_and_says_so()
    {
        await using var library = new TestLibrary();
        await Shelf.Put(
            library,
            new Book("1", "Монеталар мен сүйектер", "kk") { Keyword = "Ықтималдықтар теориясы" },
            new Book("2", "Roses", "en") { Keyword = "Botany" }
        );

        var found = await library.Find(new Find { Text = "probability theory", Explain = true });
        var botany = await library.Titles(new Find { Text = "ботаника" });
        var typed = await library.Titles(new Find { Text = "probability theory", Exact = true });

        var item = Assert.Single(found.Items);
        Assert.Equal("Монеталар мен сүйектер", item.Summary.Title);
        var match = Assert.Single(item.Why!.Words);
        Assert.Equal(("probability theory", "unesco:11319", Search.MatchLevel.Meaning), (match.Asked, match.Found, match.Level));
        Assert.Equal(["Roses"], botany);
        Assert.Empty(typed);
    }

    [Fact]
    public async Task Dates_bound_what_is_found_and_what_has_none_is_outside_of_all()
    {
        await using var library = new TestLibrary();
        await Shelf.Put(
            library,
            new Book("1", "Old") { Published = "2015-06-01" },
            new Book("2", "New") { Published = "2020-01-01" },
            new Book("3", "Undated")
        );

        Assert.Equal(["New"], await library.Titles(new Find { From = new DateOnly(2016, 1, 1) }));
        Assert.Equal(["Old"], await library.Titles(new Find { To = new DateOnly(2015, 6, 1) }));
        Assert.Equal([], await library.Titles(new Find { To = new DateOnly(2015, 5, 31) }));
        Assert.Equal(["New", "Old", "Undated"], await library.Titles(new Find { Order = Search.SearchOrder.Newest }));
    }

    [Fact]
    public async Task One_of_the_words_is_enough_where_that_is_asked()
    {
        await using var library = new TestLibrary();
        await Shelf.Put(library, new Book("1", "Red apples"), new Book("2", "Green pears"));

        Assert.Equal([], await library.Titles(new Find { Text = "apples pears" }));
        Assert.Equal(
            ["Green pears", "Red apples"],
            (await library.Titles(new Find { Text = "apples pears", Any = true })).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_language_of_whoever_reads_comes_first_unless_another_or_none_is_preferred()
    {
        await using var library = new TestLibrary();
        await Shelf.Put(library, new Book("1", "Atom", "en"), new Book("2", "Atom", "fr"), new Book("3", "Atom", "sv"));

        Assert.Equal("fr", await First(new Find { Text = "atom" }, "fr"));
        Assert.Equal("sv", await First(new Find { Text = "atom", Preferred = ["sv", "en"] }, "fr"));
        Assert.Equal(["fr"], (await library.Find(new Find { Text = "atom" }, "fr")).Preferred);
        Assert.Equal(
            await Order(new Find { Text = "atom", Preferred = [] }, "fr"),
            await Order(new Find { Text = "atom", Preferred = [] }, "sv")
        );

        async Task<string> First(Find find, string language) => (await Order(find, language))[0];
        async Task<List<string>> Order(Find find, string language) =>
            [.. (await library.Find(find, language)).Items.Select(item => item.Summary.Languages[0])];
    }

    [Fact]
    public async Task A_list_shows_what_changed_as_soon_as_the_index_has_heard_of_it()
    {
        await using var library = new TestLibrary();
        await Shelf.Put(library, new Book("1", "First name"));
        var before = await library.Titles(new Find { Text = "name" });

        await Shelf.Put(library, new Book("1", "Second name"));
        var after = await library.Titles(new Find { Text = "name" });

        Assert.Equal(["First name"], before);
        Assert.Equal(["Second name"], after);
    }

    [Fact]
    public async Task What_a_list_shows_is_read_once_for_each_language()
    {
        await using var library = new TestLibrary();
        await Shelf.Put(library, new Book("1", "Once"));

        var first = await library.Find(new Find());
        var again = await library.Find(new Find());
        var other = await library.Find(new Find(), "kk");

        Assert.Same(first.Items[0].Summary, again.Items[0].Summary);
        Assert.NotSame(first.Items[0].Summary, other.Items[0].Summary);
    }

    [Fact]
    public async Task Similar_resources_share_words_and_are_neither_the_resource_itself_nor_unlike_it()
    {
        await using var library = new TestLibrary();
        await Shelf.Put(
            library,
            new Book("1", "Photosynthesis in green leaves"),
            new Book("2", "Leaves and photosynthesis"),
            new Book("3", "Steuern", "de")
        );
        var first = (await library.Find(new Find { Text = "green" })).Items[0].Summary.Id;

        var similar = Use<FindSimilar>(library).Run(first.ToString(), "en").Value;

        Assert.Equal(["Leaves and photosynthesis"], similar.Items.Select(item => item.Title));
        Assert.Equal("library.resource.unknown", Use<FindSimilar>(library).Run("nothing", "en").Problem?.Code);
    }

    private static T Use<T>(TestLibrary library)
        where T : notnull => (T)library.Services.GetService(typeof(T))!;
}
