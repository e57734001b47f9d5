using System.Text.Json;
using Dala.Standards.Records;
using Dala.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Dala.Standards.Tests.Records;

public sealed class JsonReaderTests
{
    [Fact]
    public void Reads_all_titles_of_the_simulations()
    {
        var records = Readings.OfShared("phet-simulation-titles/titles.jsonl.gz", Readings.JsonLines).Whole();

        Assert.Equal(5745, records.Count);
        Assert.Equal(
            (63, 70),
            (records.Count(record => record.One("locale") == "kk"), records.Count(record => record.One("locale") == "uz"))
        );
        Assert.Equal(("area-builder", "23"), (records[0].One("simulation"), records[0].One("strings")));
    }

    [Fact]
    public void Reads_an_array_with_the_exact_bytes_of_each_element()
    {
        var records = Readings.OfShared("mit-ocw-samples/sample_courses.json", Readings.Json).Whole();
        var file = File.ReadAllText(SharedData.At("mit-ocw-samples/sample_courses.json"));

        Assert.Equal(10, records.Count);
        Assert.Equal(new Place("sample_courses.json", 1, 2, "/0"), records[0].Place);
        Assert.Equal(["Philosophy", "Political Philosophy", "Humanities"], records[0].Values("topics[].name"));
        Assert.Equal(records[0].Values("topics[].name"), records[0].Values("topics.name"));
        Assert.Equal("Political Philosophy", records[0].One("topics[1].name"));
        Assert.All(records, record => Assert.Contains(record.Text(), file, StringComparison.Ordinal));
        Assert.All(records, LeavesAreFoundAgain);
    }

    [Theory]
    [InlineData("valid", 33)]
    [InlineData("invalid", 35)]
    public void Reads_one_record_from_each_example_of_the_general_metadata_profile(string folder, int count)
    {
        var files = Directory.GetFiles(SharedData.At($"amb-schema-examples/20231019/examples/{folder}"), "*.json");

        var records = files.SelectMany(file => Readings.Of(File.ReadAllBytes(file), Readings.Json).Whole()).ToList();

        Assert.Equal((count, count), (files.Length, records.Count));
        Assert.All(records, LeavesAreFoundAgain);
    }

    [Theory]
    [InlineData("tessa-channels/ricecooker_json_tree_ar.json", 162, "ar")]
    [InlineData("tessa-channels/ricecooker_json_tree_fr.json", 69, "fr")]
    public void Every_node_of_a_tree_is_a_record_that_knows_the_titles_above_it(string file, int content, string language)
    {
        var format = Readings.Json with { Children = "children" };

        var records = Readings.OfShared(file, format).Whole();

        var leaves = records.Where(record => record.One("kind") is not (null or "topic")).ToList();
        Assert.Equal(content, leaves.Count);
        Assert.All(leaves, leaf => Assert.Empty(leaf.Values("@has-children")));
        Assert.All(leaves, leaf => Assert.Equal($"TESSA ({language})-testing", leaf.Values("@ancestors.title").First()));
        Assert.All(
            records,
            record => Assert.Equal(record.Place.Path!.Split("children").Length - 1, record.Values("@ancestors.title").Count())
        );
        Assert.Equal("", records[^1].Place.Path);
        Assert.Contains("\"children\": []", records[^1].Text(), StringComparison.Ordinal);
        Assert.Equal(Expected(file), records.Select(record => record.One("title") ?? ""));
    }

    [Fact]
    public void A_tree_in_a_stream_that_cannot_go_back_reads_the_same()
    {
        var format = Readings.Json with { Children = "children" };
        var bytes = File.ReadAllBytes(SharedData.At("tessa-channels/ricecooker_json_tree_fr.json"));

        var once = Readings.Of(new Forwards(new MemoryStream(bytes)), format).Whole();
        var twice = Readings.Of(bytes, format).Whole();

        Assert.Equal(twice.Select(record => record.Text()), once.Select(record => record.Text()));
        Assert.Equal(
            twice.SelectMany(record => record.Values("@ancestors.title")),
            once.SelectMany(record => record.Values("@ancestors.title"))
        );
    }

    [Fact]
    public void Cuts_the_children_out_of_a_node_and_keeps_everything_else_as_it_stands()
    {
        const string Tree = """
            { "children" : [ {"t": "a", "children": [ ]},  {"t":"b","children":["x"]} ] , "t":"root" , "n": 1.50 }
            """;

        var records = Readings.Of(Tree, Readings.Json with { Children = "children" }).Whole();

        Assert.Equal(
            [
                """{"t": "a", "children": [ ]}""",
                """{"t":"b","children":["x"]}""",
                """{ "children" : [] , "t":"root" , "n": 1.50 }""",
            ],
            records.Select(record => record.Text())
        );
        Assert.Equal(["/children/0", "/children/1", ""], records.Select(record => record.Place.Path));
        Assert.Equal([null, null, "true"], records.Select(record => record.One("@has-children")));
        Assert.Equal(["root"], records[1].Values("@ancestors.t"));
        Assert.Equal("1.50", records[2].One("n"));
    }

    [Theory]
    [InlineData("""[{"a":1},{"a":2}]""", "")]
    [InlineData("""{"a":1}{"a":2}""", "")]
    [InlineData("{\"a\":1}\n\u001e{\"a\":2}\n", "")]
    [InlineData("""{"x":[9],"data":{"items":[{"a":1},{"a":2}]},"y":"}"}""", "/data/items")]
    [InlineData("""{"a/b~":[{"a":1},{"a":2}]}""", "/a~1b~0")]
    [InlineData("""[[0],[{"a":1},{"a":2}]]""", "/1")]
    public void Finds_the_records_at_the_pointer(string file, string pointer)
    {
        var records = Readings.Of(file, Readings.Json with { Records = pointer }).Whole();

        Assert.Equal(["1", "2"], records.SelectMany(record => record.Values("a")));
    }

    [Fact]
    public void Refuses_an_element_that_is_not_json_and_goes_on()
    {
        var readings = Readings.Of("[{\"a\":1},\n{\"a\":tru},\n{\"a\":3}]", Readings.Json);

        Assert.Equal(["1", "3"], readings.Read().SelectMany(record => record.Values("a")));
        var refused = Assert.Single(readings.Refused());
        Assert.Equal((RecordFaults.InvalidJson, new Place("given", 2, 2, "/1")), (refused.Code, refused.Place));
        Assert.Equal("{\"a\":tru}"u8.ToArray(), refused.Excerpt.ToArray());
    }

    [Theory]
    [InlineData("[{\"a\":\"1},\n{\"a\":2},\n{\"a\":3}]")]
    [InlineData("[\n{\n\"a\": \"1,\n\"b\": {\"c\": 1}\n},\n{\"a\":2},\n{\"a\":3}]")]
    public void A_string_that_misses_its_closing_quote_costs_one_record(string file)
    {
        var readings = Readings.Of(file, Readings.Json);

        Assert.Equal(["2", "3"], readings.Read().SelectMany(record => record.Values("a")));
        Assert.Equal(RecordFaults.InvalidJson, Assert.Single(readings.Refused()).Code);
    }

    [Theory]
    [InlineData("""[{"a":"\ud800"},{"a":"\ud83d\ude00"},{"a":"3\\ud800"}]""")]
    [InlineData("""[{"\udc00":"1"},{"a":"\ud83d\ude00"},{"a":"3\\ud800"}]""")]
    [InlineData("""[NaN,{"a":"\ud83d\ude00"},{"a":"3\\ud800"}]""")]
    public void Refuses_what_the_parser_would_fail_on_later(string file)
    {
        var readings = Readings.Of(file, Readings.Json);

        Assert.Equal(["😀", "3\\ud800"], readings.Read().SelectMany(record => record.Values("a")));
        Assert.Equal(RecordFaults.InvalidJson, Assert.Single(readings.Refused()).Code);
    }

    [Fact]
    public void Refuses_a_line_that_is_not_json_and_goes_on()
    {
        byte[] file = [.. "{\"a\":1}\n{\"a\":\n\n{\"a\":\""u8, 0xc3, .. "\"}\n{\"a\":4}"u8];

        var readings = Readings.Of(file, Readings.JsonLines);

        Assert.Equal(["1", "4"], readings.Read().SelectMany(record => record.Values("a")));
        Assert.Equal(
            [(RecordFaults.InvalidJson, 2L), (RecordFaults.InvalidUtf8, 4L)],
            readings.Refused().Select(refused => (refused.Code, refused.Place.Line!.Value))
        );
    }

    [Theory]
    [InlineData("""{"data":[]}""", "/items", RecordFaults.FileNoRecords)]
    [InlineData("<!doctype html>", "", RecordFaults.FileNotText)]
    [InlineData("a;b", "", RecordFaults.FileNotJson)]
    [InlineData("}", "", RecordFaults.FileNotJson)]
    [InlineData("""[{"a":1},{"a":""", "", RecordFaults.FileTruncated)]
    [InlineData("""[{"a":1}""", "", RecordFaults.FileTruncated)]
    public void Tells_what_is_wrong_with_the_whole_file(string file, string pointer, string code)
    {
        var last = Readings.Of(file, Readings.Json with { Records = pointer })[^1];

        Assert.Equal(code, Assert.IsType<Reading.Refused>(last).Code);
    }

    [Fact]
    public void Refuses_nesting_of_a_hundred_thousand()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100_000)) + string.Concat(Enumerable.Repeat("]", 100_000));

        var readings = Readings.Of($"[{deep},{{\"a\":2}}]", Readings.Json);
        var tree = Readings.Of(
            string.Concat(Enumerable.Repeat("{\"children\":[", 100_000)) + string.Concat(Enumerable.Repeat("]}", 100_000)),
            Readings.Json with
            {
                Children = "children",
            }
        );

        Assert.Equal(
            [("records.too-deep", "64")],
            readings.Refused().Select(refused => (refused.Code, refused.Arguments["limit"]))
        );
        Assert.Equal("2", readings.Read().Single().One("a"));
        Assert.Equal([("records.too-deep", "64")], tree.Refused().Select(refused => (refused.Code, refused.Arguments["limit"])));
        Assert.Equal(64, tree.Read().Count);
    }

    [Fact]
    public void Passes_over_an_element_that_is_too_long()
    {
        var limits = new RecordLimits { MaxRecordBytes = 1000 };
        var file = $"[{{\"a\":1}},{{\"a\":\"{new string('x', 300_000)}\"}},{{\"a\":3}}]";

        foreach (var format in new[] { Readings.Json, Readings.Json with { Children = "children" } })
        {
            var readings = Readings.Of(file, format, limits);

            Assert.Equal(["1", "3"], readings.Read().SelectMany(record => record.Values("a")));
            Assert.Equal(
                (RecordFaults.TooLong, "1000"),
                (readings.Refused().Single().Code, readings.Refused()[0].Arguments["limit"])
            );
        }
    }

    [Fact]
    public void Reads_texts_by_language_and_names_with_dots()
    {
        const string File =
            """{"label":{"de":"Buch","pt-BR":["Livro"],"fr":""},"a.b":{"x'y":[1,true,null]},"@id":"i","other":{"name":"n"},"twice":1,"twice":2}""";

        var record = Readings.Of(File, Readings.Json).Whole().Single();

        Assert.Equal([("de", "Buch"), ("pt-BR", "Livro")], record.LanguageMap("label"));
        Assert.Empty(record.LanguageMap("other"));
        Assert.Equal(["1", "true"], record.Values("['a.b']['x''y']"));
        Assert.Equal("i", record.One("@id"));
        Assert.Equal(["1", "2"], record.Values("twice"));
        LeavesAreFoundAgain(record);
    }

    [Fact]
    public void Any_array_reads_back()
    {
        var scalar = Gen.Elements("1", "-2.5e3", "true", "null", "\"\"", "\"a\\\"]}\"", "\"\\\\\"", "\"数\\n\"", "\"[{\"");
        var space = Gen.Elements("", " ", "\n", "\r\n\t");
        var value = Gen.Sized(size => Value(Math.Min(size, 12)));
        var elements = Gen.Zip(value.ListOf(), space);

        Prop.ForAll(
                elements.ToArbitrary(),
                given =>
                {
                    var (values, between) = given;
                    var file = $"{between}[{between}{string.Join($"{between},{between}", values)}{between}]{between}";

                    var arrays = Readings.Of(file, Readings.Json).Whole();

                    Assert.Equal(values, arrays.Select(record => record.Text()));
                    Assert.All(
                        arrays,
                        record => Assert.True(JsonElement.DeepEquals(JsonElement.Parse(record.Raw.Span), record.Json!.Value))
                    );
                    return true;
                }
            )
            .QuickCheckThrowOnFailure();

        Gen<string> Value(int size) =>
            size == 0
                ? scalar
                : Gen.OneOf(
                    scalar,
                    Value(size / 3).ListOf(3).Select(items => $"[{string.Join(" ,", items)}]"),
                    Value(size / 3)
                        .ListOf(2)
                        .Select(items => $"{{{string.Join(',', items.Select((item, at) => $"\"{at}\" : {item}"))}}}")
                );
    }

    private static void LeavesAreFoundAgain(SourceRecord record) =>
        Assert.All(
            record.Leaves().GroupBy(leaf => leaf.Key, leaf => leaf.Value),
            leaves => Assert.Equal(leaves, record.Values(leaves.Key))
        );

    /// <summary>The titles of all nodes, children before their parents.</summary>
    private static List<string> Expected(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.At(file)));
        return [.. Titles(document.RootElement)];

        static IEnumerable<string> Titles(JsonElement node)
        {
            var below = node.TryGetProperty("children", out var children) ? children.EnumerateArray().SelectMany(Titles) : [];
            return below.Append(node.GetProperty("title").GetString()!);
        }
    }
}
