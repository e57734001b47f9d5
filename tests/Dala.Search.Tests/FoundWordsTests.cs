namespace Dala.Search.Tests;

/// <summary>What a search says to mark: the words by which it found, however they are related to what was typed.</summary>
public sealed class FoundWordsTests
{
    [Theory]
    [InlineData("kitob", "uz", "Китоблар ва kitobim", "[Китоблар] ва [kitobim]")]
    [InlineData("bibliotek", "sv", "Ett skolbibliotek i skolan", "Ett [skolbibliotek] i skolan")]
    [InlineData("geometrry", "en", "Plane geometry", "Plane [geometry]")]
    [InlineData("geo*", "en", "Geology, geometry", "[Geology], [geometry]")]
    [InlineData("\"plane geometry\"", "en", "Plane geometry", "[Plane] [geometry]")]
    [InlineData("geometry -logic", "en", "Geometry, illogical", "[Geometry], illogical")]
    [InlineData("", "en", "Plane geometry", "Plane geometry")]
    public void Marks_what_met_the_query(string query, string language, string text, string marked)
    {
        using var library = new Library();
        library.Apply(Library.Put("it", "it", language, text), Library.Put("other", "other", "de", "ganz anderes"));

        var passage = library.Index.Search(new SearchQuery { Text = query }).Highlighter.Best(text, language, 200);

        Assert.Equal(marked, Marked(passage));
    }

    [Fact]
    public void Marks_a_beginning_that_very_many_words_have()
    {
        using var library = new Library();
        var text = string.Join(
            ' ',
            Enumerable.Range(0, 400).Select(number => $"geo{(char)('a' + (number % 20))}{(char)('a' + (number / 20))}")
        );
        library.Apply(Library.Put("it", "it", "en", text));

        var passage = library.Index.Search(new SearchQuery { Text = "geo*" }).Highlighter.Best("geoax, other, geobx", "en", 200);

        Assert.Equal("[geoax], other, [geobx]", Marked(passage));
    }

    private static string Marked(Passage passage)
    {
        var text = passage.Text;
        foreach (var mark in passage.Marks.Reverse())
            text = text.Insert(mark.Start + mark.Length, "]").Insert(mark.Start, "[");
        return text;
    }
}
