using System.Text.Json;
using Dala.Library.Importing;
using FsCheck;
using FsCheck.Fluent;

namespace Dala.Library.Tests.Importing;

public sealed class MappingTableTests
{
    private const string Fields = """ "fields": { "title": "name" } """;

    [Theory]
    [InlineData("""{ "name": "Atoms" }""", "! identifier library.record.no-identifier id")]
    [InlineData("""{ "id": "  ", "name": "Atoms" }""", "! identifier library.record.no-identifier id")]
    [InlineData("""{ "id": "1" }""", "! title library.record.missing title")]
    [InlineData("""{ "id": "1", "name": " \u0000\r\n\u00a0 " }""", "! title library.record.missing title")]
    [InlineData(
        """{ "id": "1", "name": " Atoms\r\nand\u00a0 ions " }""",
        "= 1\ntitle: Atoms and ions <-  Atoms⏎and\u00a0 ions  [title]"
    )]
    public void A_record_needs_a_name_and_a_title(string json, string expected)
    {
        Assert.Equal(expected, MappingRuns.Text(MappingRuns.MapJson($""" "identifier": "id", {Fields} """, json)));
    }

    [Fact]
    public void Counts_what_was_mended_and_keeps_what_stood_there()
    {
        var mapped = MappingRuns.MapJson(
            $""" "identifier": "id", {Fields} """,
            """{ "id": "1", "name": "\u0001Atom  qurilishi\r\n" }"""
        );

        var described = Assert.IsType<Mapped.Described>(mapped);
        Assert.Equal(("Atom qurilishi", "\u0001Atom  qurilishi\r\n"), (described.Claims[0].Value, described.Claims[0].RawValue));
        Assert.Equal(4, described.Mends);
    }

    [Fact]
    public void Refuses_a_record_whose_name_must_be_an_address_and_is_none()
    {
        var mapped = MappingRuns.MapJson(
            $$""" "identifier": { "from": "id", "as": "url" }, {{Fields}} """,
            """{ "id": "javascript:alert(1)", "name": "Atoms" }"""
        );

        Assert.Equal("! identifier library.record.not-an-address javascript:alert(1)", MappingRuns.Text(mapped));
    }

    [Fact]
    public void Leaves_out_what_meets_all_of_a_condition_and_keeps_what_is_not_to_be_described()
    {
        const string leaving = """ "leave-out": [{ "kind": "topic", "empty": "true" }], "identifier": "id", """;

        Assert.IsType<Mapped.LeftOut>(
            MappingRuns.MapJson(leaving + Fields, """{ "id": "1", "name": "A", "kind": "topic", "empty": true }""")
        );
        Assert.IsType<Mapped.Described>(
            MappingRuns.MapJson(leaving + Fields, """{ "id": "1", "name": "A", "kind": "topic", "empty": false }""")
        );
        Assert.IsType<Mapped.KeptOnly>(MappingRuns.MapJson(""" "keep-only": "people" """, """{ "id": "1", "name": "A" }"""));
    }

    [Theory]
    [InlineData("kk", "kk")]
    [InlineData("kk|ru", null)]
    [InlineData("kk|xx-nonsense!", "kk")]
    [InlineData("xx-nonsense!", null)]
    public void Texts_are_in_the_one_language_that_the_record_names(string languages, string? expected)
    {
        var mapped = MappingRuns.MapJson(
            $$""" "language": { "from": "in", "split": ["|"] }, "identifier": "id", {{Fields}} """,
            $$"""{ "id": "1", "name": "Атом", "in": "{{languages}}" }"""
        );

        Assert.Equal(expected, Assert.IsType<Mapped.Described>(mapped).Claims[0].Language);
    }

    [Fact]
    public void What_no_rule_uses_is_kept_as_JSON_that_names_its_place()
    {
        var claims = MappingRuns.Claims(
            """{ "title": "name" }""",
            """{ "id": "1", "name": "Атом", "runs": [{ "year": 2013 }, { "year": 2014 }], "free": true, "a.b": "x", "none": null }"""
        );

        Assert.Equal(
            ["title: Атом [title]", """other: {"runs[].year":["2013","2014"],"free":"true","['a.b']":"x"} [other]"""],
            claims
        );
    }

    [Fact]
    public void A_long_text_that_a_claim_holds_is_not_kept_again_under_another_name()
    {
        const string text = "A sentence that is long enough to be worth keeping only once.";

        var claims = MappingRuns.Claims(
            """{ "description": "about" }""",
            $$"""{ "id": "1", "about": "{{text}}", "runs": [{ "about": "{{text}}", "short": "x" }], "again": "1" }"""
        );

        Assert.Equal([$"description: {text} [description]", """other: {"runs[].short":"x","again":"1"} [other]"""], claims);
    }

    [Fact]
    public void The_same_claim_is_made_once()
    {
        Assert.Equal(
            ["creator: Ada [creator]"],
            MappingRuns.Claims("""{ "creator": ["by", "also"] }""", """{ "id": "1", "by": "Ada", "also": "Ada" }""")
        );
    }

    [Fact]
    public void Nothing_is_lost_whatever_a_record_holds()
    {
        const string table = """
            "identifier": "id", "require": [], "language": "language",
            "fields": {
              "title": "title", "description": { "from": "about", "as": "html" }, "language": "language", "licence": "licence", "url": "url",
              "keyword": { "from": "words", "split": ["|"] }, "subject": { "from": "words", "split": ["|"], "lookup": "s" }, "published": "date"
            }
            """;
        string[] names = ["title", "about", "language", "licence", "url", "words", "date", "more"];
        var texts = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>(),
            Gen.Elements("kk", "iw", "CC BY 4.0", "https://example.org/", "a|b|x", "<p>x</p>", "2019", " a\r\nb ", "&amp;", "|")
        );
        var records = Gen.ArrayOf(texts, names.Length).ToArbitrary();

        Prop.ForAll(
                records,
                values =>
                {
                    var record = names.Zip(values, (name, value) => KeyValuePair.Create(name, value)).Append(new("id", "1"));
                    var json = JsonSerializer.Serialize(record.ToDictionary(StringComparer.Ordinal));
                    var (read, mapped) = MappingRuns.ReadAndMapJson(
                        table,
                        json,
                        """{ "s": { "a": "0533", "b": ["0531", "05"] } }"""
                    );
                    Assert.Equal([], NothingLost.LostOf(read, Assert.IsType<Mapped.Described>(mapped)));
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
