namespace Dala.Search.Tests.Analysis;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("ГЕОМЕТРИЯ", "геометрия")]
    [InlineData("Géométrie", "geometrie")]
    [InlineData("Ge\u0301ome\u0301trie", "géométrie")]
    [InlineData("Μαθηματικά", "μαθηματικα")]
    [InlineData("ΛΟΓΟΣ", "λόγος")]
    [InlineData("Ёлка", "елка")]
    [InlineData("зелёный", "ЗЕЛЕНЫЙ")]
    [InlineData("за\u0301мок", "замок")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Øresund", "oresund")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("IŞIK", "ışık")]
    [InlineData("Łódź", "lodz")]
    [InlineData("cœur", "coeur")]
    [InlineData("Ｆｕｌｌ　ｗｉｄｔｈ", "full width")]
    [InlineData("ﬁnite", "finite")]
    [InlineData("H₂O", "h2o")]
    [InlineData("ｶﾞｲﾄﾞ", "ガイド")]
    [InlineData("co\u00ADoperate", "cooperate")]
    [InlineData("zero\u200Bwidth", "zerowidth")]
    [InlineData("\u202Bkitob\u202C", "kitob")]
    [InlineData("\uFEFFkitob", "kitob")]
    [InlineData("العَرَبِيَّة", "العربية")]
    [InlineData("الـــرياضيات", "الرياضيات")]
    [InlineData("أحمد", "احمد")]
    [InlineData("إسلام", "اسلام")]
    [InlineData("آداب", "اداب")]
    [InlineData("مستشفى", "مستشفي")]
    [InlineData("مدرسة", "مدرسه")]
    [InlineData("\uFEEA\uFE8D", "\u0647\u0627")]
    [InlineData("٣٠", "30")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("и\u0306од", "йод")]
    [InlineData("пәнi", "пәні")]
    [InlineData("кoмпьютер", "компьютер")]
    [InlineData("TЕМА", "тема")]
    [InlineData("\U0001D400\U0001D401", "ab")]
    public void Finds_a_word_in_either_spelling(string one, string other)
    {
        using var ones = Library.Of(one);
        using var others = Library.Of(other);

        Assert.Equal(["1"], ones.Find(other));
        Assert.Equal(["1"], others.Find(one));
    }

    [Theory]
    [InlineData("қар", "кар")]
    [InlineData("таң", "тан")]
    [InlineData("өрік", "орік")]
    [InlineData("үн", "ун")]
    [InlineData("йод", "иод")]
    [InlineData("ўйин", "уйин")]
    [InlineData("їжа", "іжа")]
    [InlineData("ғылым", "гылым")]
    [InlineData("кӯҳ", "куҳ")]
    [InlineData("ӣд", "ид")]
    [InlineData("කි", "ක")]
    [InlineData("कि", "की")]
    public void Keeps_letters_apart_that_are_distinct_in_a_language(string one, string other)
    {
        using var library = Library.Of(one, other);

        Assert.Equal(["1"], library.Find(one));
        Assert.Equal(["2"], library.Find(other));
    }

    [Theory]
    [InlineData("o'zbek")]
    [InlineData("o\u2018zbek")]
    [InlineData("o\u2019zbek")]
    [InlineData("o\u02BBzbek")]
    [InlineData("o\u02BCzbek")]
    [InlineData("o`zbek")]
    [InlineData("o\u00B4zbek")]
    [InlineData("O\u02BBZBEK")]
    public void Finds_uzbek_words_with_any_apostrophe(string query)
    {
        using var library = Library.Of(
            "O'zbek tili",
            "O\u2018zbek tili",
            "O\u2019zbek tili",
            "O\u02BBzbek tili",
            "O\u02BCzbek tili",
            "Tog\u02BB va bog\u02BB"
        );

        Assert.Equal(["1", "2", "3", "4", "5"], library.Find(query));
        Assert.Equal(["6"], library.Find("tog'"));
        Assert.Equal(["6"], library.Find("\"tog‘ va bog’\""));
    }

    [Fact]
    public void Finds_words_behind_an_elided_article_and_with_it()
    {
        using var library = Library.Of(
            "La structure de l'atome",
            "L\u2019eau et l\u2019air",
            "Un atome",
            "Dell'acqua",
            "Qu'est-ce que l’énergie ?"
        );

        Assert.Equal(["1", "3"], library.Find("atome"));
        Assert.Equal(["1", "3"], library.Find("l'atome"));
        Assert.Equal(["2"], library.Find("eau"));
        Assert.Equal(["4"], library.Find("acqua"));
        Assert.Equal(["5"], library.Find("energie"));
        Assert.Equal(["1"], library.Find("\"de l'atome\""));
    }

    [Fact]
    public void Finds_english_words_with_apostrophes()
    {
        using var library = Library.Of("Don't panic", "Newton’s laws", "O'Neill");

        Assert.Equal(["1"], library.Find("dont"));
        Assert.Equal(["1"], library.Find("don’t"));
        Assert.Equal(["2"], library.Find("newton"));
        Assert.Equal(["2"], library.Find("newton's"));
        Assert.Equal(["3"], library.Find("oneill"));
        Assert.Empty(library.Find("neill"));
    }

    [Fact]
    public void Finds_chinese_by_one_character_by_two_and_by_a_phrase()
    {
        using var library = Library.Of("高等数学教育", "数字图书馆", "大学数学", "学数");

        Assert.Equal(["1", "3"], library.Find("数学"));
        Assert.Equal(["1", "2", "3", "4"], library.Find("数"));
        Assert.Equal(["1"], library.Find("数学教育"));
        Assert.Equal(["1"], library.Find("\"等数学教\""));
        Assert.Equal(["2"], library.Find("图书馆"));
        Assert.Equal(["2"], library.Find("图*"));
        Assert.Equal(["2", "4"], library.Find("数 -数学"));
    }

    [Fact]
    public void Finds_words_of_scripts_without_spaces()
    {
        using var library = Library.Of(
            "คณิตศาสตร์สำหรับเด็ก",
            "ཀློག་དེབ་དང་པོ",
            "မြန်မာစာ",
            "គណិតវិទ្យា",
            "ひらがなとカタカナ",
            "𠀀𠀁𠀂"
        );

        Assert.Equal(["1"], library.Find("คณิตศาสตร์"));
        Assert.Equal(["2"], library.Find("དེབ"));
        Assert.Equal(["3"], library.Find("မြန်မာ"));
        Assert.Equal(["4"], library.Find("វិទ្យា"));
        Assert.Equal(["5"], library.Find("カタカナ"));
        Assert.Equal(["6"], library.Find("𠀁𠀂"));
        Assert.Equal(["6"], library.Find("𠀁"));
    }

    [Fact]
    public void Cuts_a_word_without_end()
    {
        using var library = Library.Of(new string('a', 10_000), string.Concat(Enumerable.Repeat("\U00010437", 5_000)));

        Assert.Equal(["1"], library.Find(new string('a', 64)));
        Assert.Equal(["2"], library.Find(string.Concat(Enumerable.Repeat("\U00010437", 40))));
    }
}
