using System.Text.RegularExpressions;
using Dala.Library;
using Dala.Platform.Languages;
using Dala.Standards.Amb;
using Dala.Standards.Records;
using Dala.Testing;

namespace Dala.Tests.Docs;

/// <summary>Every text that the code asks for is there, in every language, with the same holes and all plural forms.</summary>
[Trait("Kind", "Docs")]
public sealed partial class TextsTests
{
    private static readonly WordBook Book = new(Modules.All.Select(module => module.GetType().Assembly));

    /// <summary>Literals that look like keys and are not: names of jobs, settings, measures and files.</summary>
    private static readonly string[] OtherNames = ["library.index", "library.noncommercial", "dala.job.duration", "dala.process"];

    public static TheoryData<string> Translations =>
        [.. Book.Languages.Select(language => language.Tag).Where(tag => tag != "en")];

    [Fact]
    public void The_interface_speaks_the_five_languages_of_the_first_issue() =>
        Assert.Equal(["en", "ru", "kk", "fr", "ar"], Book.Languages.Select(language => language.Tag).Take(5));

    [Fact]
    public void Every_key_in_the_code_is_an_English_text()
    {
        var known = Book.Outline("en");

        var lost = SourceFiles()
            .SelectMany(file =>
                Key.Matches(File.ReadAllText(file))
                    .Select(match => (File: Path.GetFileName(file), Key: match.Groups["key"].Value))
            )
            .Where(used => !known.ContainsKey(used.Key) && !OtherNames.Contains(used.Key))
            .Distinct();

        Assert.Empty(lost);
    }

    [Fact]
    public void Every_key_that_is_put_together_from_data_is_an_English_text()
    {
        var known = Book.Outline("en");
        var made = Modules
            .Settings.Select(setting => "setting." + setting.Name)
            .Concat(Fields.All.Select(LibraryNames.FieldKey))
            .Concat(Subjects.Codes.Select(Subjects.Key))
            .Concat(LibraryNames.Types.Select(LibraryNames.TypeKey))
            .Concat(LibraryNames.Levels.Select(LibraryNames.LevelKey))
            .Concat(LibraryNames.Audiences.Select(LibraryNames.AudienceKey))
            .Concat(Enum.GetNames<Standards.Licences.Tier>().Select(LibraryNames.TierKey))
            .Concat(RecordFaults.All.Keys)
            .Concat(AmbSchema.MessageKeys);

        Assert.Empty(made.Except(known.Keys));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Has_the_same_keys(string language)
    {
        var (english, translated) = (Book.Outline("en").Keys, Book.Outline(language).Keys);

        Assert.Empty(english.Except(translated));
        Assert.Empty(translated.Except(english));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Has_the_same_holes(string language)
    {
        var translated = Book.Outline(language);

        Assert.Empty(
            Book.Outline("en")
                .Where(text => translated.ContainsKey(text.Key))
                .Where(text => !text.Value.Holes.SequenceEqual(translated[text.Key].Holes))
                .Select(text =>
                    $"{text.Key}: {string.Join(',', text.Value.Holes)} / {string.Join(',', translated[text.Key].Holes)}"
                )
        );
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Has_the_plural_forms_of_its_language(string language)
    {
        var needed = PluralRules.Forms(language).Order(StringComparer.Ordinal).ToList();
        var translated = Book.Outline(language);

        Assert.Empty(
            Book.Outline("en")
                .Where(text => text.Value.Forms.Count > 0 && translated.ContainsKey(text.Key))
                .Where(text => !needed.SequenceEqual(translated[text.Key].Forms.Order(StringComparer.Ordinal)))
                .Select(text => $"{text.Key}: {string.Join(',', translated[text.Key].Forms)}")
        );
    }

    private static IEnumerable<string> SourceFiles() =>
        Directory
            .EnumerateFiles(Path.Combine(SharedData.Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"));

    // A literal that ends in a dot begins a key that is put together; one that ends in the name of a kind of file is a file.
    [GeneratedRegex(
        """
            "(?<key>(dala|platform|library|standards|records|setting)\.[a-z0-9.-]*[a-z0-9](?<!\.(json|db|lock|css|js)))"
            """,
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Key { get; }
}
