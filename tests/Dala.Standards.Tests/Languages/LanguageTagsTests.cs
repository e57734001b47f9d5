using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Dala.Standards.Languages;
using Dala.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Dala.Standards.Tests.Languages;

public sealed class LanguageTagsTests
{
    [Theory]
    [InlineData("kk", "kk", "exact")]
    [InlineData("uz-Cyrl", "uz-Cyrl", "exact")]
    [InlineData("zh-Hant-TW", "zh-Hant-TW", "exact")]
    [InlineData("es-419", "es-419", "exact")]
    [InlineData("kk-baku1926", "kk-baku1926", "exact")]
    [InlineData("de-DE-u-co-phonebk", "de-DE-u-co-phonebk", "exact")]
    [InlineData("en-x-dala", "en-x-dala", "exact")]
    [InlineData("i-default", "i-default", "exact")]
    [InlineData(" ckb ", "ckb", "exact")]
    [InlineData("adx", "adx", "exact")]
    [InlineData("se", "se", "exact")]
    [InlineData("kg", "kg", "exact")]
    [InlineData("KK", "kk", "case")]
    [InlineData("pt-br", "pt-BR", "case")]
    [InlineData("UZ-CYRL", "uz-Cyrl", "case")]
    [InlineData("ha-ne", "ha-NE", "case")]
    [InlineData("pt_BR", "pt-BR", "underscore")]
    [InlineData("zh_tw", "zh-TW", "underscore")]
    [InlineData("iw", "he", "deprecated")]
    [InlineData("in", "id", "deprecated")]
    [InlineData("IN", "id", "deprecated")]
    [InlineData("mo", "ro", "deprecated")]
    [InlineData("my-BU", "my-MM", "deprecated")]
    [InlineData("zh-yue", "yue", "deprecated")]
    [InlineData("zh-yue-HK", "yue-HK", "deprecated")]
    [InlineData("i-klingon", "tlh", "deprecated")]
    [InlineData("eng", "en", "alias")]
    [InlineData("kaz", "kk", "alias")]
    [InlineData("uzb_Latn", "uz-Latn", "alias")]
    [InlineData("ger", "de", "alias")]
    [InlineData("nav", "nv", "alias")]
    [InlineData("English", "en", "name")]
    [InlineData("Deutsch", "de", "name")]
    [InlineData("Русский", "ru", "name")]
    [InlineData("қазақ тілі", "kk", "name")]
    [InlineData("Kyrgyz", "ky", "name")]
    [InlineData("العربية", "ar", "name")]
    [InlineData("ўзбекча", "uz-Cyrl", "name")]
    [InlineData("Brazilian Portuguese", "pt-BR", "name")]
    [InlineData("KG", "ky", "country-code")]
    public void Reads_what_means_one_language(string raw, string tag, string rule) =>
        Assert.Equal(new LanguageReading(tag, rule, raw), LanguageTags.Read(raw));

    [Theory]
    [InlineData("KZ")]
    [InlineData("UZ-cyr")]
    [InlineData("sp")]
    [InlineData("pr")]
    [InlineData("ef")]
    [InlineData("lgg-official")]
    [InlineData("fa_DA")]
    [InlineData("de/en")]
    [InlineData("en|ar")]
    [InlineData("en-")]
    [InlineData("-en")]
    [InlineData("en--US")]
    [InlineData("en-a")]
    [InlineData("de-1996-1996")]
    [InlineData("qaa")]
    [InlineData("x-private")]
    [InlineData("a language nobody knows")]
    public void Asks_rather_than_guess(string raw) =>
        Assert.Equal(new LanguageReading(null, "unknown", raw), LanguageTags.Read(raw));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void Says_that_none_is_stated(string? raw) =>
        Assert.Equal(new LanguageReading(null, "missing", raw ?? ""), LanguageTags.Read(raw));

    [Fact]
    public void Never_throws_and_reads_its_own_answer_the_same() =>
        Prop.ForAll<string>(raw =>
            {
                var tag = LanguageTags.Read(raw).Tag;
                return tag is null || LanguageTags.Read(tag).Tag == tag;
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_tag_of_the_registry_is_read_and_its_reading_is_canonical()
    {
        using var file = new GZipStream(
            File.OpenRead(SharedData.At("vocab-languages-regions/bcp47/registry.json.gz")),
            CompressionMode.Decompress
        );
        using var registry = JsonDocument.Parse(file);
        foreach (var entry in registry.RootElement.EnumerateArray())
        {
            var tag = entry.TryGetProperty("Tag", out var whole) ? whole.GetString()! : null;
            if (entry.GetProperty("Type").GetString() == "language" && !entry.TryGetProperty("Scope", out _))
                tag = entry.GetProperty("Subtag").GetString()!;
            if (tag is null)
                continue;

            var read = LanguageTags.Read(tag);

            Assert.True(read.Tag is not null, tag);
            Assert.Equal(read.Tag, LanguageTags.Read(read.Tag).Tag);
            if (entry.TryGetProperty("Preferred-Value", out var preferred))
                Assert.Equal(preferred.GetString(), read.Tag);
        }
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("fa")]
    [InlineData("ur")]
    [InlineData("ps")]
    [InlineData("ckb")]
    [InlineData("prs")]
    [InlineData("aeb")]
    [InlineData("he")]
    [InlineData("yi")]
    [InlineData("ug")]
    [InlineData("dv")]
    [InlineData("uz-Arab")]
    [InlineData("uz-AF")]
    [InlineData("kk-Arab")]
    [InlineData("ar-SA")]
    [InlineData("pa-PK")]
    public void Is_written_from_right_to_left(string tag) => Assert.Equal(TextDirection.RightToLeft, LanguageTags.Direction(tag));

    [Theory]
    [InlineData("en")]
    [InlineData("kk")]
    [InlineData("uz")]
    [InlineData("uz-Cyrl")]
    [InlineData("tg-Cyrl")]
    [InlineData("az")]
    [InlineData("ar-Latn")]
    [InlineData("zh")]
    [InlineData("bo")]
    [InlineData("pa")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("nonsense-tag-that-is-none")]
    public void Is_written_from_left_to_right(string? tag) =>
        Assert.Equal(TextDirection.LeftToRight, LanguageTags.Direction(tag));

    [Theory]
    [InlineData("ru", "Cyrl")]
    [InlineData("kk", "Cyrl")]
    [InlineData("kk-latn", "Latn")]
    [InlineData("uz", "Latn")]
    [InlineData("zh-TW", "Hant")]
    [InlineData("zh", "Hans")]
    [InlineData("khg", "Tibt")]
    [InlineData("zzz", null)]
    public void Knows_the_script(string tag, string? script) => Assert.Equal(script, LanguageTags.Script(tag));

    [Theory]
    [InlineData("kk", "en", "Kazakh", "en")]
    [InlineData("kk", "kk", "қазақ тілі", "kk")]
    [InlineData("kk", "ru", "казахский", "ru")]
    [InlineData("pt-BR", "en", "Brazilian Portuguese", "en")]
    [InlineData("uz-Cyrl", "en", "Uzbek (Cyrillic)", "en")]
    [InlineData("uz-Cyrl", "ru", "узбекский (кириллица)", "ru")]
    [InlineData("zh-Hant-TW", "en", "Traditional Chinese (Taiwan)", "en")]
    [InlineData("fr", "uz-Cyrl", "французча", "uz-Cyrl")]
    [InlineData("fr", "ar-SA", "الفرنسية", "ar")]
    [InlineData("akk", "tg", "Akkadian", "en")]
    [InlineData("adx", "ru", "adx", "")]
    [InlineData("fr", "xx", "French", "en")]
    public void Names_a_language_and_says_in_which_language_the_name_is(
        string tag,
        string inLanguage,
        string name,
        string language
    ) => Assert.Equal(new LanguageName(name, language), LanguageNames.Of(tag, inLanguage));

    [Theory]
    [InlineData("kk", "қазақ тілі")]
    [InlineData("ru-RU", "русский")]
    [InlineData("uz", "o‘zbek")]
    [InlineData("uz-Cyrl", "ўзбекча")]
    [InlineData("fa", "فارسی")]
    [InlineData("adx", null)]
    public void Names_a_language_in_itself(string tag, string? name) => Assert.Equal(name, LanguageNames.Own(tag));

    [Fact]
    public void Reads_the_languages_of_real_catalogues_and_asks_for_these_only()
    {
        // given
        var statements = RealTables
            .OerCommons()
            .SelectMany(row => row["LANGUAGES"].Split('|'))
            .Concat(RealTables.Read("gutenberg-catalogue/metadata.csv.gz", ',').SelectMany(row => row["language"].Split('/')))
            .Concat(
                RealTables
                    .Read("oer-world-map-repositories/oer_repositories.csv", ',')
                    .SelectMany(row => row["Language(s)"].Split([',', '\n']))
            )
            .Concat(Storybooks())
            .Where(statement => statement.Trim().Length > 0)
            .GroupBy(statement => statement.Trim(), StringComparer.Ordinal)
            .Select(group => LanguageTags.Read(group.Key))
            .ToList();

        // then
        Assert.Equal([], statements.Where(reading => reading.Tag is null).Select(reading => reading.Raw));
        Assert.Equal(
            ["English en name", "gla gd alias", "in id deprecated", "nav nv alias", "oji oj alias", "pt-br pt-BR case"],
            statements
                .Where(reading => reading.Rule != "exact")
                .Select(reading => string.Create(CultureInfo.InvariantCulture, $"{reading.Raw} {reading.Tag} {reading.Rule}"))
                .Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string> Storybooks()
    {
        foreach (var file in new[] { "storybooks/african-storybook.zip", "storybooks/global-storybooks.zip" })
        {
            using var zip = ZipFile.OpenRead(SharedData.At(file));
            foreach (var folder in zip.Entries.Select(entry => entry.FullName.Split('/')[0]).Distinct(StringComparer.Ordinal))
                yield return folder;
        }
    }
}
