using Dala.Search.Analysis;

namespace Dala.Search.Tests.Analysis;

public sealed class SearchLanguageTests
{
    [Theory]
    [InlineData("kk", "kk")]
    [InlineData("kk-Latn", "kk")]
    [InlineData("uz-Cyrl-UZ", "uz")]
    [InlineData("zh-Hans", "zh")]
    [InlineData("EN_gb", "en")]
    [InlineData("kaz", "kk")]
    [InlineData("ger", "de")]
    [InlineData("tgk", "tg")]
    [InlineData("tt", "und")]
    [InlineData("", "und")]
    [InlineData(null, "und")]
    public void Reads_tags(string? tag, string language) => Assert.Equal(language, SearchLanguage.Tag(SearchLanguage.Of(tag)));

    [Theory]
    [InlineData("қазақ", "kk tg uz", "ru ky tk")]
    [InlineData("ұлт", "kk", "ky uz tg ru")]
    [InlineData("ўқиш", "uz", "kk be ru")]
    [InlineData("ҷаҳон", "tg", "uz kk")]
    [InlineData("книга", "ru kk ky tg uz az tk", "be en")]
    [InlineData("oʻzbek", "uz", "en tr")]
    [InlineData("school", "en fr es pt de sv tr az tk uz kk ky tg", "ru ar zh")]
    [InlineData("şəhər", "az", "tr tk")]
    [InlineData("får", "sv", "de en")]
    [InlineData("数学", "zh", "en ar")]
    [InlineData("كتاب", "ar", "en zh")]
    public void Knows_in_which_languages_a_word_may_be(string word, string may, string mayNot)
    {
        var candidates = SearchLanguage.Candidates(word);

        Assert.All(may.Split(' '), tag => Assert.NotEqual(0UL, candidates & SearchLanguage.Bit(SearchLanguage.Of(tag))));
        Assert.All(mayNot.Split(' '), tag => Assert.Equal(0UL, candidates & SearchLanguage.Bit(SearchLanguage.Of(tag))));
        Assert.Equal(1UL, candidates & 1);
    }

    // Sentences of the Universal Declaration of Human Rights.
    [Theory]
    [InlineData("en", "Everyone has the right to life, liberty and the security of person.")]
    [InlineData("fr", "Tout individu a droit à la vie, à la liberté et à la sûreté de sa personne.")]
    [InlineData("es", "Todo individuo tiene derecho a la vida, a la libertad y a la seguridad de su persona.")]
    [InlineData("pt", "Todo ser humano tem direito à vida, à liberdade e à segurança pessoal.")]
    [InlineData("de", "Jeder hat das Recht auf Leben, Freiheit und Sicherheit der Person.")]
    [InlineData("sv", "Envar har rätt till liv, frihet och personlig säkerhet.")]
    [InlineData("ru", "Каждый человек имеет право на жизнь, на свободу и на личную неприкосновенность.")]
    [InlineData("uk", "Кожна людина має право на життя, на свободу і на особисту недоторканність.")]
    [InlineData("be", "Кожны чалавек мае права на жыццё, на свабоду і на асабістую недатыкальнасць.")]
    [InlineData("kk", "Әр адамның өмір сүруге, бостандыққа және жеке басына тиіспеушілікке құқығы бар.")]
    [InlineData("ky", "Ар бир адам жашоого, эркиндикке жана жеке кол тийбестикке укуктуу.")]
    [InlineData("tg", "Ҳеҷ кас набояд дар ғуломӣ ё ҳолати маҷбурӣ нигоҳ дошта шавад.")]
    [InlineData("uz", "Har bir inson yashash, erkinlik va shaxsiy daxlsizlik huquqiga egadir.")]
    [InlineData("uz", "Ҳар бир инсон яшаш, эркинлик ва шахсий дахлсизлик ҳуқуқига эгадир.")]
    [InlineData("tr", "Yaşamak, hürriyet ve kişi emniyeti her ferdin hakkıdır.")]
    [InlineData("az", "Hər bir şəxsin yaşamaq, azadlıq və şəxsi toxunulmazlıq hüququ var.")]
    [InlineData("az", "Һәр бир шәхсин јашамаг, азадлыг вә шәхси тохунулмазлыг һүгугу вар.")]
    [InlineData("tk", "Her bir adamyň ýaşamaga, erkin bolmaga we şahsy eldegrilmesizlige hukugy bardyr.")]
    [InlineData("tk", "Хич ким гулчулыкда я‐да табынлыкда сакланмалы дәлдир.")]
    [InlineData("ar", "لكل فرد الحق في الحياة والحرية وسلامة شخصه.")]
    [InlineData("zh", "人人有权享有生命、自由和人身安全。")]
    [InlineData("kk", "Қазақ тілі мен әдебиеті")]
    [InlineData("ru", "Введение в историю математики")]
    [InlineData("en", "An introduction to the history of science")]
    [InlineData("de", "Einführung in die Geschichte der Naturwissenschaften")]
    [InlineData("sv", "En bok om hur man räknar med bråk")]
    [InlineData("uz", "Oʻzbek tili va adabiyoti")]
    [InlineData("tg", "Забон ва адабиёти тоҷик")]
    public void Detects_the_language_of_a_text(string language, string text) =>
        Assert.Equal(language, SearchLanguage.Tag(SearchLanguage.Detect(Folding.Compose(text))));

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("GeoGebra")]
    [InlineData("O2")]
    [InlineData("ひらがなの本")]
    [InlineData("שלום עולם")]
    [InlineData("هر کس حق زندگی، آزادی و امنیت شخصی دارد گچ پژ")]
    [InlineData("Każdy człowiek ma prawo do życia, wolności i bezpieczeństwa swojej osoby.")]
    [InlineData("Jokaisella on oikeus elämään, vapauteen ja henkilökohtaiseen turvallisuuteen.")]
    [InlineData("Һәр кешенең яшәргә, ирекле булырга һәм шәхси кагылгысызлыкка хокукы бар.")]
    public void Says_where_it_is_unsure(string text) =>
        Assert.Equal("und", SearchLanguage.Tag(SearchLanguage.Detect(Folding.Compose(text))));
}
