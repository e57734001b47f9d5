using Dala.Search.Analysis;

namespace Dala.Search.Tests.Analysis;

public sealed class WordsTests
{
    [Theory]
    [InlineData("tr", "IŞIK İstanbul", "ışık istanbul")]
    [InlineData("en", "IŞIK İstanbul", "isik istanbul")]
    [InlineData("az", "Qırmızı ŞƏHƏR", "qırmızı şəhər")]
    [InlineData("sv", "Räkna på Ängö", "räkna på ängö")]
    [InlineData("en", "Ångström", "angstrom")]
    [InlineData("de", "Über Straßen", "über strassen")]
    [InlineData("es", "El año, ¿qué?", "el año que")]
    [InlineData("tk", "Türkmen diliniň ýazuwy", "türkmen diliniň ýazuwy")]
    [InlineData(
        "uz",
        "o'zbek o\u2018zbek o\u2019zbek o\u02BBzbek o\u02BCzbek õzbek",
        "oʻzbek oʻzbek oʻzbek oʻzbek oʻzbek oʻzbek"
    )]
    [InlineData("uz", "tog' va bog'", "togʻ va bogʻ")]
    [InlineData("uz", "'tog' dedi", "tog dedi")]
    [InlineData("uz", "ma'no san\u2019at", "mano sanat")]
    [InlineData("kk", "Qazaqtyn' s'an'yrag'y", "qazaqtyñ şañyrağy")]
    [InlineData("kk", "пәнi", "пәні")]
    [InlineData("tg", "ёр", "ёр")]
    [InlineData("ru", "ёлка", "елка")]
    [InlineData("fr", "l'atome", "latome atome")]
    [InlineData("en", "C++ and C#, F# or .NET; ASP.NET", "c++ and c# f# or .net net asp .net net")]
    [InlineData("en", "example.net a+b #1", "example net a b 1")]
    public void Folds_by_language(string language, string text, string forms) =>
        Assert.Equal(forms.Split(' '), Analysed.Forms(text, language));

    [Theory]
    [InlineData("o'zbek", "ozbek özbek oʻzbek")]
    [InlineData("får", "far får")]
    [InlineData("ёзув", "езув ёзув")]
    [InlineData("kitob", "kitob")]
    [InlineData("C++", "c++")]
    [InlineData(".net", ".net")]
    public void Gives_every_form_of_a_query_word_of_unknown_language(string query, string forms)
    {
        var words = Analysed.Words(query, null, WordUse.Query);

        Assert.Equal(forms.Split(' ').Order(), words.Select(word => word.Form).Order());
        Assert.All(words, word => Assert.Equal(0, word.Position));
    }
}
