namespace Dala.Search.Tests.Searching;

public sealed class LikeRunTests
{
    private static readonly IndexChange[] Courses =
    [
        Library.Put("1", "Photosynthesis in green leaves", "en", "How chlorophyll catches light"),
        Library.Put("2", "Leaves and photosynthesis", "en", "Chlorophyll under the microscope"),
        Library.Put("3", "Leaves of grass", "en", "Poems of light"),
        Library.Put("4", "The French revolution", "en", "Paris in 1789"),
        Library.Put("5", "Paris today", "en", "A walk"),
    ];

    [Fact]
    public void Finds_what_shares_the_telling_words_the_likest_first_and_not_the_document_itself()
    {
        using var library = new Library();
        library.Apply(Courses);

        Assert.Equal(["2", "3"], Like(library, "1", 10));
        Assert.Equal(["2"], Like(library, "1", 1));
        Assert.Equal(["5"], Like(library, "4", 10));
        Assert.Empty(Like(library, "1", 0));
    }

    [Fact]
    public void Finds_for_a_document_that_is_not_in_the_index_too()
    {
        using var library = new Library();
        library.Apply(Courses);
        var unknown = new IndexDocument { Key = "new", Texts = [new("title", "Chlorophyll and photosynthesis", "en")] };

        Assert.Equal(["2", "1"], library.Index.Like(unknown, 10).Select(hit => hit.Key));
    }

    [Fact]
    public void Finds_nothing_for_words_that_nobody_else_or_everybody_has()
    {
        using var library = Library.Of([.. Enumerable.Range(0, 300).Select(i => $"Lesson unique{i}x")]);

        Assert.Empty(library.Index.Like(new IndexDocument { Key = "1", Texts = [new("title", "Lesson unique0x")] }, 10));
        Assert.Empty(library.Index.Like(new IndexDocument { Key = "1", Texts = [] }, 10));
    }

    private static IEnumerable<string> Like(Library library, string key, int count)
    {
        var document = Courses.OfType<IndexChange.Put>().Single(put => put.Key == key).Document;
        return library.Index.Like(document, count).Select(hit => hit.Key);
    }
}
