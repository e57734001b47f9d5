using Dala.Platform.Languages;

namespace Dala.Platform.Tests.Languages;

/// <summary>Every language file that there is says everything that the English one says, and nothing else.</summary>
public sealed class TextsTests
{
    private static readonly WordBook Book = new([typeof(Words).Assembly]);

    public static TheoryData<string> Languages => [.. Book.Languages.Select(language => language.Tag)];

    [Theory, MemberData(nameof(Languages))]
    public void Has_exactly_the_keys_of_English(string language)
    {
        var expected = Book.Outline("en").Keys.Order(StringComparer.Ordinal);

        Assert.Equal(expected, Book.Outline(language).Keys.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Has_the_holes_of_English(string language)
    {
        var english = Book.Outline("en");

        Assert.All(
            Book.Outline(language),
            text =>
                Assert.Equal(
                    (text.Key, string.Join(' ', english[text.Key].Holes)),
                    (text.Key, string.Join(' ', text.Value.Holes))
                )
        );
    }

    [Theory, MemberData(nameof(Languages))]
    public void Has_every_plural_form_of_its_language_where_English_has_forms(string language)
    {
        var plural = Book.Outline("en").Where(text => text.Value.Forms.Count > 0).Select(text => text.Key);
        var outline = Book.Outline(language);

        Assert.All(plural, key => Assert.Equal((key, Sorted(PluralRules.Forms(language))), (key, Sorted(outline[key].Forms))));
    }

    [Fact]
    public void Has_a_text_for_every_key_that_the_code_names()
    {
        var source = Path.Combine(Dala.Testing.SharedData.Root, "src", "Dala.Platform");
        var words = Book.In("en");
        var named =
            from file in Directory.EnumerateFiles(source, "*.*", SearchOption.AllDirectories)
            where
                Path.GetExtension(file) is ".cs" or ".razor"
                && !Path.GetRelativePath(source, file).StartsWith("obj", StringComparison.Ordinal)
            from System.Text.RegularExpressions.Match match in System.Text.RegularExpressions.Regex.Matches(
                File.ReadAllText(file),
                "\"(platform\\.[a-z0-9.-]*[a-z0-9])\""
            )
            select match.Groups[1].Value;

        Assert.Equal([], named.Distinct().Where(key => !words.Has(key)).Order(StringComparer.Ordinal));
    }

    private static string Sorted(IEnumerable<string> forms) => string.Join(' ', forms.Order(StringComparer.Ordinal));
}
