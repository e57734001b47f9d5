using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Dala.Testing;

namespace Dala.Search.Tests;

public sealed partial class HighlighterTests
{
    [Theory]
    [InlineData("atome", "La structure de l'atome", "La structure de [l'atome]")]
    [InlineData("o'zbek", "Oʻzbek tili va o‘zbeklar", "[Oʻzbek] tili va [o‘zbeklar]")]
    [InlineData("o'zbek*", "Oʻzbek tili va o‘zbeklar", "[Oʻzbek] tili va [o‘zbeklar]")]
    [InlineData("数学教育", "高等数学教育论", "高等[数学教育]论")]
    [InlineData("数", "高等数学", "高等[数]学")]
    [InlineData("елка -дом", "Ёлка и дом", "[Ёлка] и дом")]
    [InlineData("\"plane geometry\"", "Plane Geometry.", "[Plane] [Geometry].")]
    [InlineData("geometrie", "Ge\u0301ome\u0301trie", "[Géométrie]")]
    [InlineData("", "Anything", "Anything")]
    [InlineData("x", "", "")]
    public void Marks_the_words_of_the_query(string query, string text, string marked)
    {
        Assert.Equal(marked, Marked(new Highlighter(query).Best(text, null, 200)));
    }

    [Fact]
    public void Shows_the_passage_with_the_most_words_of_the_query()
    {
        var text =
            "Physics is old. "
            + string.Concat(Enumerable.Repeat("Nothing to see here. ", 30))
            + "Modern physics and chemistry meet. "
            + string.Concat(Enumerable.Repeat("And so on. ", 30));

        var passage = new Highlighter("physics chemistry").Best(text, "en", 60);

        Assert.Equal("Modern [physics] and [chemistry] meet. And so on. And so on. And", Marked(passage));
        Assert.True(passage.IsCutBefore && passage.IsCutAfter);
        Assert.InRange(passage.Text.Length, 1, 60);
    }

    [Fact]
    public void Shows_the_beginning_when_no_word_is_there()
    {
        var passage = new Highlighter("absent").Best("One two three four five", null, 12);

        Assert.Equal(new Passage("One two", [], IsCutBefore: false, IsCutAfter: true) with { Marks = passage.Marks }, passage);
        Assert.Empty(passage.Marks);
    }

    [Theory]
    [InlineData("kaz", "kk", "құқықтары")]
    [InlineData("kir", "ky", "укуктары")]
    [InlineData("uzn_latn", "uz", "bo'lib")]
    [InlineData("uzn_cyrl", "uz", "ҳуқуқлари")]
    [InlineData("tgk", "tg", "ҳуқуқи")]
    [InlineData("arb", "ar", "الإنسان")]
    [InlineData("arb", "ar", "الانسان")]
    [InlineData("cmn_hans", "zh", "人权")]
    [InlineData("cmn_hant", "zh", "人權")]
    [InlineData("tha", "th", "มนุษย์")]
    [InlineData("mya", "my", "လူ")]
    [InlineData("hin", "hi", "मानव")]
    [InlineData("fra", "fr", "homme")]
    [InlineData("ell_monotonic", "el", "ΑΝΘΡΩΠΟΣ")]
    [InlineData("rus", "ru", "человека")]
    public void Finds_and_marks_words_of_the_declaration_of_human_rights(string file, string language, string query)
    {
        var text = Declaration(file);
        using var library = new Library();
        library.Apply(Library.Put("it", file, language, text), Library.Put("other", "other", "sv", Declaration("swe")));

        Assert.Equal(["it"], library.Find(query));
        var highlighter = new Highlighter(query);
        var passage = highlighter.Best(text, language, 160);
        Assert.InRange(passage.Text.Length, 1, 160);
        Assert.NotEmpty(passage.Marks);
        foreach (var mark in passage.Marks)
        {
            // What is marked finds the text, too.
            var marked = passage.Text.Substring(mark.Start, mark.Length);
            Assert.Equal(["it"], library.Find($"\"{marked}\""));
        }
    }

    [Fact]
    public void Never_cuts_outside_the_text_nor_through_a_character()
    {
        var random = new Random(3);
        string[] pieces = ["слово", "数学", "कि", " ", " ", "\U0001F600", "e\u0301", "\u00AD", "l'atome", "\uD800", "\"", "𠀀"];
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)]));
            var passage = new Highlighter("слово 数 कि atom* 𠀀").Best(text, null, random.Next(1, 40));

            Assert.All(
                passage.Marks,
                mark => Assert.True(mark.Start >= 0 && mark.Length > 0 && mark.Start + mark.Length <= passage.Text.Length)
            );
            Assert.False(passage.Text.Length > 1 && char.IsLowSurrogate(passage.Text[0]));
        }
    }

    private static string Marked(Passage passage)
    {
        var text = passage.Text;
        foreach (var mark in passage.Marks.Reverse())
            text = text.Insert(mark.Start + mark.Length, "]").Insert(mark.Start, "[");
        return text;
    }

    private static string Declaration(string file)
    {
        using var stream = new GZipStream(File.OpenRead(SharedData.At($"udhr/{file}.html.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        return WebUtility.HtmlDecode(Tag().Replace(reader.ReadToEnd(), " "));
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Tag();
}
