using System.Text;
using Dala.Library.Importing;
using Dala.Platform;

namespace Dala.Library.Tests.Importing;

public sealed class MappingFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mappings").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_program_carries_a_mapping_for_every_catalogue_it_knows()
    {
        Assert.Equal(
            [
                "amb",
                "demo-limits",
                "free-programming-books",
                "gutenberg-catalogue",
                "mit-ocw-samples",
                "oer-commons-csv",
                "open-textbook-lists",
                "phet-simulation-titles",
                "storybooks",
                "tessa-channels",
                "wlo-sources",
            ],
            MappingFile.Names
        );
        Assert.All(MappingFile.Names, name => Assert.Equal(name, MappingFile.Load(name).Value.Name));
        Assert.Equal("amb", MappingFile.Load("amb-schema-examples").Value.Name);
    }

    [Theory]
    [InlineData("storybook", "storybooks")]
    [InlineData("Wlo-source", "wlo-sources")]
    [InlineData("../../secret", "")]
    [InlineData("missing.json", "")]
    public void Names_the_nearest_mapping_where_there_is_none_of_a_name(string name, string nearest)
    {
        var problem = MappingFile.Load(name, folder).Problem;

        Assert.Equal(
            (ProblemKind.NotFound, MappingProblems.UnknownCode, name),
            (problem!.Kind, problem.Code, problem.Arguments[0])
        );
        if (nearest.Length > 0)
            Assert.Equal(nearest, problem.Arguments[1]);
    }

    [Fact]
    public void An_operators_own_mapping_goes_before_the_one_in_the_program_and_may_be_named_by_its_path()
    {
        var path = Path.Combine(folder, "storybooks.json");
        File.WriteAllText(path, '\ufeff' + Minimal("\"name\": \"ours\"", """ "title": "name" """), new UTF8Encoding(false));

        Assert.Equal("ours", MappingFile.Load("storybooks", folder).Value.Name);
        Assert.Equal("ours", MappingFile.Load(path).Value.Name);
        Assert.Equal("storybooks", MappingFile.Load("storybooks").Value.Name);
    }

    [Theory]
    [InlineData("metadata.csv.gz", 0)]
    [InlineData("C:\\books\\Subjects-2026.csv", 1)]
    [InlineData("some/where/authors.csv.gz", 2)]
    public void Finds_the_table_for_a_file_by_its_name(string file, int table)
    {
        var mapping = MappingFile.Load("gutenberg-catalogue").Value;

        Assert.Same(mapping.Tables[table], mapping.TableFor(file));
        Assert.Null(mapping.TableFor("readme.txt"));
    }

    [Fact]
    public void A_table_takes_what_it_does_not_say_from_the_one_that_it_is_like()
    {
        const string record =
            """{"@context":["https://w3id.org/kim/amb/context.jsonld",{"@language":"de"}],"name":"Kurs","id":"https://example.org/","type":["LearningResource"]}""";
        var (whole, lines) = (Path.Combine(folder, "a.json"), Path.Combine(folder, "a.jsonl"));
        File.WriteAllText(whole, record);
        File.WriteAllText(lines, record + "\n" + record + "\n");

        var ofWhole = MappingRuns.MapFile("amb", whole).Select(pair => MappingRuns.Text(pair.Mapped)).ToList();
        var ofLines = MappingRuns.MapFile("amb", lines).Select(pair => MappingRuns.Text(pair.Mapped)).ToList();

        Assert.StartsWith("= https://example.org/\ntitle@de: Kurs [title]", Assert.Single(ofWhole), StringComparison.Ordinal);
        Assert.Equal([ofWhole[0], ofWhole[0]], ofLines);
    }

    [Fact]
    public void Says_on_which_line_a_file_is_not_JSON()
    {
        var problem = MappingFile.Read("mine", "{\n  \"name\": oops\n}"u8.ToArray()).Problem;

        Assert.Equal(MappingProblems.NotJsonCode, problem!.Code);
        Assert.Equal(["mine", 2L], problem.Arguments);
    }

    [Theory]
    [InlineData(""" "titel": "name" """, "/tables/0/fields/titel", "unknown-field titel title")]
    [InlineData(""" "other": "name" """, "/tables/0/fields/other", "unknown-field other note")]
    [InlineData(""" "title": { "form": "name", "value": "x" } """, "/tables/0/fields/title/form", "unknown-word form from")]
    [InlineData(
        """ "title": { "from": "name", "value": "x" } """,
        "/tables/0/fields/title",
        "not-one-origin from, value, template"
    )]
    [InlineData(""" "title": { "first": true } """, "/tables/0/fields/title", "not-one-origin from, value, template")]
    [InlineData(""" "title": 5 """, "/tables/0/fields/title", "wrong-type object")]
    [InlineData(""" "title": { "from": [] } """, "/tables/0/fields/title/from", "wrong-type text")]
    [InlineData(""" "title": { "from": "name", "first": "yes" } """, "/tables/0/fields/title/first", "wrong-type boolean")]
    [InlineData(""" "title": { "from": "name", "as": "htm" } """, "/tables/0/fields/title/as", "unknown-kind htm html")]
    [InlineData(
        """ "level": { "from": "name", "lookup": "levles" } """,
        "/tables/0/fields/level/lookup",
        "unknown-lookup levles levels"
    )]
    [InlineData(""" "subject": { "from": "name", "lookup": "levels" } """, "/tables/0/fields/subject/lookup", "bad-value 1")]
    [InlineData(""" "level": { "value": "nine" } """, "/tables/0/fields/level/value", "bad-value nine")]
    [InlineData(""" "language": { "value": "xx-nonsense!" } """, "/tables/0/fields/language/value", "bad-value xx-nonsense!")]
    [InlineData(""" "title": { "from": "name", "in": "nonsense!" } """, "/tables/0/fields/title/in", "bad-value nonsense!")]
    [InlineData(""" "title": { "from": "name", "else": "keep" } """, "/tables/0/fields/title", "missing-word lookup")]
    [InlineData(""" "title": { "from": "name", "replace": "$1" } """, "/tables/0/fields/title", "missing-word match")]
    [InlineData(
        """ "url": { "template": "https://example.org/{id" } """,
        "/tables/0/fields/url/template",
        "bad-template https://example.org/{id"
    )]
    [InlineData(
        """ "url": { "template": "https://example.org/" } """,
        "/tables/0/fields/url/template",
        "bad-template https://example.org/"
    )]
    public void Tells_what_is_wrong_with_a_rule_and_where(string field, string pointer, string expected)
    {
        var problem = MappingFile.Read("mine", Encoding.UTF8.GetBytes(Minimal("\"name\": \"mine\"", field))).Problem;

        Assert.Equal(MappingProblems.InvalidCode, problem!.Code);
        var fault = Assert.Single(problem.Faults);
        Assert.Equal(
            (pointer, $"library.mapping.{expected}"),
            (fault.Pointer, $"{fault.Code} {string.Join(' ', fault.Arguments)}")
        );
    }

    [Theory]
    [InlineData("(a")]
    [InlineData("(a)\\1")]
    [InlineData("(?=a)b")]
    public void Refuses_a_pattern_that_is_wrong_or_could_run_away(string pattern)
    {
        var field = $$""" "title": { "from": "name", "match": "{{pattern.Replace("\\", "\\\\", StringComparison.Ordinal)}}" } """;

        var problem = MappingFile.Read("mine", Encoding.UTF8.GetBytes(Minimal("\"name\": \"mine\"", field))).Problem;

        var fault = Assert.Single(problem!.Faults);
        Assert.Equal(("/tables/0/fields/title/match", MappingProblems.BadPattern), (fault.Pointer, fault.Code));
    }

    [Fact]
    public void Tells_everything_that_is_wrong_at_once()
    {
        const string json = """
            {
              "nmae": "mine", "version": 0, "source": {},
              "tables": [
                { "files": "*.csv", "reader": { "kind": "cvs", "separator": ";;" }, "validate": "abm", "identifier": "id", "require": ["titel"], "fields": {} },
                { "like": "*.tsv", "files": [] }
              ]
            }
            """;

        var problem = MappingFile.Read("mine", Encoding.UTF8.GetBytes(json)).Problem;

        Assert.Equal(
            [
                "/nmae library.mapping.unknown-word nmae name",
                " library.mapping.missing-word name",
                "/version library.mapping.wrong-type number",
                "/source library.mapping.missing-word title",
                "/tables/0/reader/kind library.mapping.unknown-reader cvs csv",
                "/tables/0/reader/separator library.mapping.bad-value ;;",
                "/tables/0/validate library.mapping.unknown-schema abm amb",
                "/tables/0/require library.mapping.unknown-field titel title",
                "/tables/1/like library.mapping.unknown-table *.tsv",
                "/tables/1/files library.mapping.wrong-type text",
                "/tables/1 library.mapping.missing-word reader",
                "/tables/1 library.mapping.missing-word fields",
                "/tables/1 library.mapping.missing-word identifier",
            ],
            problem!.Faults.Select(fault => $"{fault.Pointer} {fault.Code} {string.Join(' ', fault.Arguments)}")
        );
    }

    private static string Minimal(string name, string field) =>
        $$"""
            {
              {{name}}, "version": 1, "source": { "title": "Mine" },
              "tables": [{ "files": "*", "reader": { "kind": "csv" }, "identifier": "id", "fields": { {{field}} } }],
              "lookups": { "levels": { "primary": "1" } }
            }
            """;
}
