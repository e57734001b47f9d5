namespace Dala.Search.Tests.Analysis;

public sealed class ScriptKeyTests
{
    [Theory]
    [InlineData("ўзбек", "uz", "o'zbek", "uz")]
    [InlineData("ўзбек", "uz", "oʻzbek", "uz")]
    [InlineData("ўзбек", "uz", "ozbek", null)]
    [InlineData("ўзбек", "uz", "узбек", null)]
    [InlineData("oʻqituvchi", "uz", "укитувчи", null)]
    [InlineData("тоғ", "uz", "togʻ", "uz")]
    [InlineData("шаҳар", "uz", "shahar", "uz")]
    [InlineData("ёзув", "uz", "yozuv", "uz")]
    [InlineData("ер", "uz", "yer", "uz")]
    [InlineData("қазақ", "kk", "qazaq", null)]
    [InlineData("қазақ", "kk", "казак", null)]
    [InlineData("қазақ", "kk", "kazak", null)]
    [InlineData("өнер", "kk", "o'ner", "kk")]
    [InlineData("өнер", "kk", "óner", "kk")]
    [InlineData("өнер", "kk", "öner", "kk")]
    [InlineData("өнер", "kk", "oner", null)]
    [InlineData("өнер", "kk", "oener", null)]
    [InlineData("өнер", "kk", "онер", null)]
    [InlineData("шаңырақ", "kk", "s'an'yraq", "kk")]
    [InlineData("шаңырақ", "kk", "shańyraq", "kk")]
    [InlineData("шаңырақ", "kk", "şañyraq", "kk")]
    [InlineData("ғылым", "kk", "g'ylym", "kk")]
    [InlineData("ғылым", "kk", "ǵylym", "kk")]
    [InlineData("ғылым", "kk", "ğylym", "kk")]
    [InlineData("ғылым", "kk", "ghylym", null)]
    [InlineData("жыл", "kk", "jyl", null)]
    [InlineData("жыл", "kk", "zhyl", null)]
    [InlineData("тау", "kk", "taw", null)]
    [InlineData("тау", "kk", "taý", "kk")]
    [InlineData("әйел", "kk", "áıel", "kk")]
    [InlineData("Қырғызстан", "ky", "Kyrgyzstan", null)]
    [InlineData("Кыргызстан", "ky", "Qyrghyzstan", null)]
    [InlineData("үйрөнүү", "ky", "уйронуу", null)]
    [InlineData("тоҷикӣ", "tg", "tojiki", null)]
    [InlineData("китоб", "tg", "kitob", null)]
    [InlineData("ҳуқуқ", "tg", "huquq", null)]
    [InlineData("кӯҳ", "tg", "kuh", null)]
    [InlineData("түркмен", "tk", "Türkmen", "tk")]
    [InlineData("җемгыет", "tk", "jemgyýet", "tk")]
    [InlineData("Азәрбајҹан", "az", "Azərbaycan", "az")]
    [InlineData("Azərbaycan", "az", "Azerbaycan", null)]
    [InlineData("Пушкин", "ru", "Pushkin", "en")]
    [InlineData("Чехов", "ru", "Chekhov", "en")]
    [InlineData("Достоевский", "ru", "Dostoyevsky", "en")]
    [InlineData("Жуковский", "ru", "Zhukovsky", "en")]
    [InlineData("Мария", "ru", "Maria", "en")]
    [InlineData("naïve", "fr", "naive", "en")]
    [InlineData("får", "sv", "far", null)]
    [InlineData("Märchen", "de", "Marchen", null)]
    public void Brings_spellings_together(string one, string? oneLanguage, string other, string? otherLanguage)
    {
        var keys = Analysed.Keys(one, oneLanguage).Intersect(Analysed.Keys(other, otherLanguage));

        Assert.NotEmpty(keys);
    }

    [Theory]
    [InlineData("ship", "sip")]
    [InlineData("chip", "ship")]
    [InlineData("bat", "bet")]
    [InlineData("hut", "hot")]
    [InlineData("king", "kin")]
    [InlineData("zip", "sip")]
    [InlineData("стол", "стул")]
    [InlineData("кот", "кит")]
    [InlineData("шар", "жар")]
    [InlineData("час", "шаш")]
    [InlineData("дом", "том")]
    [InlineData("бар", "вар")]
    [InlineData("тұз", "тіз")]
    [InlineData("бас", "бес")]
    public void Keeps_different_words_apart(string one, string other)
    {
        Assert.Empty(Analysed.Keys(one, null).Intersect(Analysed.Keys(other, null)));
    }

    [Theory]
    [InlineData("数")]
    [InlineData("كتاب")]
    [InlineData("λόγος")]
    [InlineData("c++")]
    public void Has_none_for_other_scripts_and_signs(string word) => Assert.Empty(Analysed.Keys(word, null));
}
