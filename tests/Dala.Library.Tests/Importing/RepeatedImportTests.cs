using Dala.Library.Finding;
using Dala.Testing;

namespace Dala.Library.Tests.Importing;

public sealed class RepeatedImportTests
{
    [Theory]
    [InlineData(
        "open-textbook-lists",
        1279,
        0,
        "open-textbook-lists/open_textbook_library.tsv",
        "open-textbook-lists/openstax.tsv"
    )]
    [InlineData("oer-commons-csv", 1963, 3, "oer-commons-csv/oer_commons_clean.csv")]
    [InlineData("phet-simulation-titles", 77, 0, "phet-simulation-titles/titles.jsonl.gz")]
    [InlineData("free-programming-books", 6839, 2, "free-programming-books/books/*.md", "free-programming-books/courses/*.md")]
    [InlineData("storybooks", 1851, 0, "storybooks/african-storybook.zip", "storybooks/global-storybooks.zip")]
    [InlineData(
        "tessa-channels",
        230,
        1,
        "tessa-channels/ricecooker_json_tree_ar.json",
        "tessa-channels/ricecooker_json_tree_fr.json"
    )]
    [InlineData("mit-ocw-samples", 10, 0, "mit-ocw-samples/sample_courses.json", "mit-ocw-samples/expected_courses.csv")]
    [InlineData("wlo-sources", 429, 0, "wlo-sources/quellen_korrektur.csv")]
    [InlineData("gutenberg-catalogue", 0, 0, "gutenberg-catalogue/authors.csv.gz")]
    [InlineData(
        "amb",
        10,
        35,
        "amb-schema-examples/20231019/examples/valid/*.json",
        "amb-schema-examples/20231019/examples/invalid/*.json"
    )]
    public async Task A_catalogue_that_is_imported_again_makes_nothing_new_and_changes_nothing(
        string mapping,
        long resources,
        long quarantined,
        params string[] files
    )
    {
        await using var library = new TestLibrary();
        var paths = files.SelectMany(Paths).Order(StringComparer.Ordinal).ToArray();

        var first = (await library.Import(mapping, paths)).Value;
        var second = (await library.Import(mapping, paths)).Value;
        await library.Index();

        Assert.Equal((resources, 0L, 0L, quarantined), (first.New, first.Changed, first.Same, first.Quarantined));
        Assert.Equal((0L, 0L, resources, quarantined), (second.New, second.Changed, second.Same, second.Quarantined));
        Assert.Equal(resources, (await library.Find(new Find())).Total);
    }

    private static string[] Paths(string pattern)
    {
        var path = SharedData.At(pattern);
        return pattern.Contains('*') ? Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path)) : [path];
    }
}
