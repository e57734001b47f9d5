using System.Text.Json;
using Dala.Library.Importing;
using Dala.Testing;

namespace Dala.Library.Tests.Importing;

/// <summary>The mappings that travel in the program, held against all of the data that they are for.</summary>
public sealed class MappingShippedTests
{
    [Theory]
    [InlineData("open-textbook-lists", "open_textbook_library.tsv", 1221, 0, 0, 0)]
    [InlineData("open-textbook-lists", "openstax.tsv", 75, 0, 0, 0)]
    [InlineData("oer-commons-csv", "oer_commons_clean.csv", 2173, 3, 0, 0)]
    [InlineData("phet-simulation-titles", "titles.jsonl.gz", 5734, 0, 0, 11)]
    [InlineData("phet-simulation-titles", "localeData.json", 0, 0, 1, 0)]
    [InlineData("storybooks", "african-storybook.zip", 929, 0, 0, 0)]
    [InlineData("storybooks", "global-storybooks.zip", 923, 0, 0, 0)]
    [InlineData("tessa-channels", "ricecooker_json_tree_ar.json", 161, 1, 0, 50)]
    [InlineData("tessa-channels", "ricecooker_json_tree_fr.json", 69, 0, 0, 13)]
    [InlineData("mit-ocw-samples", "sample_courses.json", 10, 0, 0, 0)]
    [InlineData("mit-ocw-samples", "expected_courses.csv", 10, 0, 0, 0)]
    [InlineData("mit-ocw-samples", "ocw_topic_to_oer_subject.csv", 0, 0, 328, 0)]
    [InlineData("wlo-sources", "quellen_korrektur.csv", 431, 0, 0, 0)]
    [InlineData("gutenberg-catalogue", "metadata.csv.gz", 57708, 1, 0, 0)]
    [InlineData("gutenberg-catalogue", "subjects.csv.gz", 186157, 0, 0, 0)]
    [InlineData("gutenberg-catalogue", "authors.csv.gz", 0, 0, 21016, 0)]
    public void Every_record_of_a_catalogue_is_described_refused_kept_or_left_out(
        string mapping,
        string file,
        int described,
        int refused,
        int kept,
        int leftOut
    )
    {
        var became = MappingRuns.Map(mapping, $"{mapping}/{file}").GroupBy(pair => pair.Mapped.GetType().Name, pair => 1);

        var counts = became.ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        Assert.Equal(
            (described, refused, kept, leftOut),
            (
                counts.GetValueOrDefault(nameof(Mapped.Described)),
                counts.GetValueOrDefault(nameof(Mapped.Refused)),
                counts.GetValueOrDefault(nameof(Mapped.KeptOnly)),
                counts.GetValueOrDefault(nameof(Mapped.LeftOut))
            )
        );
    }

    [Fact]
    public void The_lists_of_free_programming_books_make_a_resource_of_every_address()
    {
        var lists = Directory
            .EnumerateFiles(SharedData.At("free-programming-books"), "free-*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);

        var mapped = lists
            .SelectMany(list => MappingRuns.MapFile("free-programming-books", list))
            .Select(pair => pair.Mapped)
            .ToList();

        Assert.All(mapped, one => Assert.IsType<Mapped.Described>(one));
        var described = mapped.OfType<Mapped.Described>().ToList();
        Assert.Equal(
            (6937, 6839),
            (described.Count, described.Select(one => one.Identifier).Distinct(StringComparer.Ordinal).Count())
        );
    }

    [Fact]
    public void Takes_every_valid_example_of_AMB_and_refuses_every_invalid_one_with_the_place_and_the_reason()
    {
        List<Mapped> Examples(string kind) =>
            [
                .. Directory
                    .EnumerateFiles(SharedData.At($"amb-schema-examples/20231019/examples/{kind}"), "*.json")
                    .Order(StringComparer.Ordinal)
                    .SelectMany(file => MappingRuns.MapFile("amb", file))
                    .Select(pair => pair.Mapped),
            ];

        var valid = Examples("valid");
        var invalid = Examples("invalid");

        Assert.Equal((33, 35), (valid.Count, invalid.Count));
        Assert.All(valid, mapped => Assert.IsType<Mapped.Described>(mapped));
        Assert.All(
            invalid,
            mapped =>
            {
                var refused = Assert.IsType<Mapped.Refused>(mapped);
                Assert.Equal((RecordRefusals.Amb, 4), (refused.Code, refused.Arguments.Count));
                Assert.NotEmpty(refused.Arguments[1]);
            }
        );
    }

    [Theory]
    [InlineData("open-textbook-lists", "open-textbook-lists/openstax.tsv", "OpenStax/mikroekonomia-podstawy", "OpenStax/physics")]
    [InlineData(
        "open-textbook-lists",
        "open-textbook-lists/open_textbook_library.tsv",
        "Open Textbook Library/intermediate-statistics-with-r",
        "Open Textbook Library/trayectos-1-mi-vida-en-la-universidad-1"
    )]
    [InlineData(
        "oer-commons-csv",
        "oer-commons-csv/oer_commons_clean.csv",
        "https://oercommons.org/courseware/lesson/104685/overview",
        "https://oercommons.org/courseware/lesson/10121/overview",
        "https://oercommons.org/courseware/lesson/15916/overview"
    )]
    [InlineData("storybooks", "storybooks/african-storybook.zip", "en/0001_a-very-tall-man", "ha/0001_wani-dogon-mutum")]
    [InlineData("storybooks", "storybooks/global-storybooks.zip", "sv/0002_titta-på-djuren")]
    [InlineData("tessa-channels", "tessa-channels/ricecooker_json_tree_ar.json", "oucontent:82908 ar")]
    [InlineData("tessa-channels", "tessa-channels/ricecooker_json_tree_fr.json", "oucontent:105334 fr")]
    [InlineData(
        "mit-ocw-samples",
        "mit-ocw-samples/sample_courses.json",
        "https://ocw.mit.edu/courses/cc-111-modern-conceptions-of-freedom-spring-2013"
    )]
    [InlineData(
        "mit-ocw-samples",
        "mit-ocw-samples/expected_courses.csv",
        "https://ocw.mit.edu/courses/cc-111-modern-conceptions-of-freedom-spring-2013"
    )]
    [InlineData(
        "wlo-sources",
        "wlo-sources/quellen_korrektur.csv",
        "4c1df1cc-2d5a-4f55-aeac-039630326b99",
        "b286b1dc-5373-483a-822e-fca3870ee8dd",
        "686f27d1-7835-4ed9-adda-e0c5ee347296"
    )]
    [InlineData("gutenberg-catalogue", "gutenberg-catalogue/metadata.csv.gz", "2", "39", "798")]
    [InlineData("gutenberg-catalogue", "gutenberg-catalogue/subjects.csv.gz", "1")]
    [InlineData(
        "free-programming-books",
        "free-programming-books/courses/free-courses-kk.md",
        "https://openu.kz/kz/courses/python-tilinde-badarlamalau-negizderi"
    )]
    [InlineData(
        "free-programming-books",
        "free-programming-books/books/free-programming-books-langs.md",
        "https://download-mirror.savannah.gnu.org/releases/pgubook/ProgrammingGroundUp-1-0-booksize.pdf"
    )]
    [InlineData(
        "amb",
        "amb-schema-examples/20231019/examples/valid/highered-course-part.json",
        "https://oer.gitlab.io/OS/Operating-Systems-Memory-I.html"
    )]
    [InlineData(
        "amb",
        "amb-schema-examples/20231019/examples/valid/conceptsWithMultilingualLabels.json",
        "https://www.tutory.de/w/fbbadf1a"
    )]
    public void The_claims_of_known_records_are_as_approved(string mapping, string file, params string[] identifiers)
    {
        var wanted = identifiers.ToHashSet(StringComparer.Ordinal);

        var found = MappingRuns
            .Map(mapping, file)
            .Take(2200)
            .Where(pair => pair.Mapped is Mapped.Described described && wanted.Contains(described.Identifier))
            .Select(pair => MappingRuns.Text(pair.Mapped));

        Approved.Equal(Path.GetFileName(file).Split('.')[0], string.Join("\n\n", found) + "\n");
    }

    [Fact]
    public void The_titles_of_one_simulation_are_as_approved_in_Kazakh_Uzbek_Arabic_and_codes_that_are_not_tags()
    {
        string[] locales = ["kk", "uz", "ar", "iw", "in", "sp", "fa_DA", "ku_TR", "zh_CN"];

        var found = MappingRuns
            .Map("phet-simulation-titles", "phet-simulation-titles/titles.jsonl.gz")
            .Where(pair => pair.Record.Values("simulation").Single() == "build-an-atom")
            .Where(pair => locales.Contains(pair.Record.Values("locale").Single(), StringComparer.Ordinal))
            .Select(pair => MappingRuns.Text(pair.Mapped));

        Approved.Equal("titles", string.Join("\n\n", found) + "\n");
    }

    [Theory]
    [InlineData("open-textbook-lists", "open-textbook-lists/open_textbook_library.tsv", 1)]
    [InlineData("oer-commons-csv", "oer-commons-csv/oer_commons_clean.csv", 1)]
    [InlineData("phet-simulation-titles", "phet-simulation-titles/titles.jsonl.gz", 1)]
    [InlineData("free-programming-books", "free-programming-books/books/free-programming-books-langs.md", 1)]
    [InlineData("storybooks", "storybooks/global-storybooks.zip", 1)]
    [InlineData("tessa-channels", "tessa-channels/ricecooker_json_tree_ar.json", 1)]
    [InlineData("mit-ocw-samples", "mit-ocw-samples/sample_courses.json", 1)]
    [InlineData("mit-ocw-samples", "mit-ocw-samples/expected_courses.csv", 1)]
    [InlineData("wlo-sources", "wlo-sources/quellen_korrektur.csv", 1)]
    [InlineData("gutenberg-catalogue", "gutenberg-catalogue/metadata.csv.gz", 3)]
    [InlineData("gutenberg-catalogue", "gutenberg-catalogue/subjects.csv.gz", 5)]
    [InlineData("amb", "amb-schema-examples/20231019/examples/valid/highered-course-part.json", 1)]
    [InlineData("amb", "amb-schema-examples/20231019/examples/valid/mainEntityOf.json", 1)]
    [InlineData("amb", "amb-schema-examples/20231019/examples/valid/videoWithEncodings.json", 1)]
    public void Nothing_of_a_record_is_lost(string mapping, string file, int every)
    {
        var lost = MappingRuns
            .Map(mapping, file)
            .Take(12_000)
            .Where((_, index) => index % every == 0)
            .SelectMany(pair => pair.Mapped is Mapped.Described described ? NothingLost.LostOf(pair.Record, described) : []);

        Assert.Equal([], lost);
    }

    [Fact]
    public void No_markup_of_OER_Commons_reaches_a_description()
    {
        var descriptions = MappingRuns
            .Map("oer-commons-csv", "oer-commons-csv/oer_commons_clean.csv")
            .Select(pair => pair.Mapped)
            .OfType<Mapped.Described>()
            .SelectMany(described => described.Claims)
            .Where(claim => claim.Field == Fields.Description)
            .ToList();

        Assert.Equal(2150, descriptions.Count);
        string[] markup = ["<p", "</", "<script", "<meta", "<b ", "&nbsp;", "docs-internal-guid"];
        Assert.All(
            descriptions,
            claim => Assert.DoesNotContain(markup, mark => claim.Value.Contains(mark, StringComparison.OrdinalIgnoreCase))
        );
    }

    [Fact]
    public void The_demo_maps_without_a_refusal_but_for_rows_without_a_title()
    {
        using var demo = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedData.Root, "demo", "demo.json")));
        var counts = new List<string>();
        foreach (var entry in demo.RootElement.EnumerateArray())
        {
            var mapping = entry.GetProperty("mapping").GetString()!;
            var mapped = entry
                .GetProperty("files")
                .EnumerateArray()
                .SelectMany(file => MappingRuns.MapFile(mapping, Path.Combine(SharedData.Root, "demo", file.GetString()!)))
                .Select(pair => pair.Mapped)
                .ToList();
            counts.Add($"{mapping} {mapped.OfType<Mapped.Described>().Count()} {mapped.OfType<Mapped.Refused>().Count()}");
        }

        Assert.Equal(
            [
                "storybooks 1516 0",
                "phet-simulation-titles 5734 0",
                "open-textbook-lists 1296 0",
                "oer-commons-csv 1287 1",
                "free-programming-books 1727 0",
                "demo-limits 17 0",
            ],
            counts
        );
    }

    [Fact]
    public void Every_story_of_the_demo_is_under_CC_BY()
    {
        string[] archives = ["african-storybook.zip", "global-storybooks.zip"];

        var licences = archives
            .SelectMany(archive => MappingRuns.MapFile("storybooks", Path.Combine(SharedData.Root, "demo", archive)))
            .SelectMany(pair => Assert.IsType<Mapped.Described>(pair.Mapped).Claims)
            .Where(claim => claim.Field == Fields.Licence)
            .Select(claim => claim.Value);

        Assert.Equal(["CC BY", "[CC-BY]"], licences.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
