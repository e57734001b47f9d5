using System.Globalization;
using Dala.Platform.Languages;

namespace Dala.Platform.Tests.Languages;

/// <summary>The expected forms were printed by another implementation of CLDR 48 (ICU 78).</summary>
public sealed class PluralRulesTests
{
    [Theory]
    [InlineData("en", "other", "0 2 3 11 21 101 1000 1000000")]
    [InlineData("en", "one", "1")]
    [InlineData("ru", "many", "0 5 6 10 11 12 13 14 15 20 25 99 100 110 111 112 199 1000 10000 1000000 2000000")]
    [InlineData("ru", "one", "1 21 101 121 1001")]
    [InlineData("ru", "few", "2 3 4 22 24 102 103")]
    [InlineData("kk", "other", "0 2 3 11 21 101 1000 1000000")]
    [InlineData("kk", "one", "1")]
    [InlineData("fr", "one", "0 1")]
    [InlineData("fr", "other", "2 3 4 5 11 21 100 101 1000 1001 10000")]
    [InlineData("fr", "many", "1000000 2000000")]
    [InlineData("ar", "zero", "0")]
    [InlineData("ar", "one", "1")]
    [InlineData("ar", "two", "2")]
    [InlineData("ar", "few", "3 4 5 6 10 103 110")]
    [InlineData("ar", "many", "11 12 13 14 15 20 21 22 24 25 99 111 112 121 199")]
    [InlineData("ar", "other", "100 101 102 1000 1001 10000 1000000 2000000")]
    [InlineData("uk", "many", "0 5 6 10 11 12 13 14 15 20 25 99 100 110 111 112 199 1000 10000 1000000 2000000")]
    [InlineData("uk", "one", "1 21 101 121 1001")]
    [InlineData("uk", "few", "2 3 4 22 24 102 103")]
    [InlineData("be", "many", "0 5 6 10 11 12 13 14 15 20 25 99 100 110 111 112 199 1000 10000 1000000 2000000")]
    [InlineData("be", "one", "1 21 101 121 1001")]
    [InlineData("be", "few", "2 3 4 22 24 102 103")]
    [InlineData("es", "one", "1")]
    [InlineData("es", "other", "0 2 3 11 1000 1001")]
    [InlineData("es", "many", "1000000 2000000")]
    [InlineData("pt", "one", "0 1")]
    [InlineData("pt", "other", "2 3 11 1000")]
    [InlineData("pt", "many", "1000000")]
    [InlineData("zh", "other", "0 1 2 11 1000000")]
    [InlineData("de", "one", "1")]
    [InlineData("sv", "other", "0 2")]
    [InlineData("ky", "one", "1")]
    [InlineData("uz", "other", "0 2 21")]
    [InlineData("tr", "one", "1")]
    [InlineData("az", "other", "0 2 21")]
    [InlineData("tk", "one", "1")]
    public void Chooses_the_form_that_CLDR_gives_for_whole_numbers(string language, string form, string numbers)
    {
        var chosen = numbers
            .Split(' ')
            .Select(number => PluralRules.Form(language, decimal.Parse(number, CultureInfo.InvariantCulture)));

        Assert.All(chosen, actual => Assert.Equal(form, actual));
    }

    [Theory]
    [InlineData("en", "0.5=other 1.0=other 1.5=other")]
    [InlineData("ru", "0.5=other 1.0=other 2.0=other 21.1=other")]
    [InlineData("kk", "0.5=other 1.0=one 1.5=other")]
    [InlineData("fr", "0.5=one 1.0=one 1.5=one 2.0=other")]
    [InlineData("ar", "0.5=other 1.0=one 2.0=two 21.1=other")]
    [InlineData("uk", "0.5=other 1.0=other 2.0=other")]
    [InlineData("be", "0.5=other 1.0=one 2.0=few 21.1=other")]
    public void Chooses_the_form_that_CLDR_gives_for_fractions(string language, string expected)
    {
        var actual = expected
            .Split(' ')
            .Select(pair => pair.Split('=')[0])
            .Select(number => $"{number}={PluralRules.Form(language, decimal.Parse(number, CultureInfo.InvariantCulture))}");

        Assert.Equal(expected, string.Join(' ', actual));
    }

    [Fact]
    public void Never_chooses_a_form_that_a_text_need_not_have()
    {
        string[] languages =
        [
            "en",
            "ru",
            "kk",
            "fr",
            "ar",
            "es",
            "zh",
            "ky",
            "tg",
            "ug",
            "uz",
            "tr",
            "az",
            "tk",
            "uk",
            "be",
            "de",
            "sv",
            "pt",
        ];

        foreach (var language in languages)
        {
            var chosen = Enumerable.Range(0, 1200).Select(number => PluralRules.Form(language, number)).Distinct();
            Assert.Empty(chosen.Except(PluralRules.Forms(language)));
        }
    }
}
