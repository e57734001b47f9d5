using Dala.Library.Importing;

namespace Dala.Library.Tests.Importing;

public sealed class MappingRuleTests
{
    [Fact]
    public void Takes_all_values_of_all_paths_in_order()
    {
        var claims = MappingRuns.Claims(
            """{ "creator": { "from": ["authors[].name", "editor"] } }""",
            """{ "id": "1", "authors": [{ "name": "Ada" }, { "name": "Bo" }], "editor": "Cy" }"""
        );

        Assert.Equal(["creator: Ada [creator]", "creator: Bo [creator]", "creator: Cy [creator]"], claims);
    }

    [Fact]
    public void Takes_only_the_first_path_that_has_a_value_where_the_rule_says_so()
    {
        var claims = MappingRuns.Claims(
            """{ "published": { "from": ["printed", "written"], "first": true } }""",
            """{ "id": "1", "printed": "", "written": "2019" }"""
        );

        Assert.Equal(["published: 2019 [published]"], claims);
    }

    [Fact]
    public void Splits_a_value_and_drops_empty_pieces()
    {
        var claims = MappingRuns.Claims(
            """{ "keyword": { "from": "words", "split": ["|", ";"] } }""",
            """{ "id": "1", "words": "атом | |химия;  физика" }"""
        );

        Assert.Equal(["keyword: атом [keyword]", "keyword: химия [keyword]", "keyword: физика [keyword]"], claims);
    }

    [Fact]
    public void Takes_the_group_of_what_matches_and_leaves_the_rest_to_other()
    {
        var claims = MappingRuns.Claims(
            """{ "keyword": { "from": "shelf", "split": ["/"], "match": "^Category: (.+)$" } }""",
            """{ "id": "1", "shelf": "Politics/Category: Law" }"""
        );

        Assert.Equal(
            ["keyword: Law <- Category: Law [keyword]", """other: {"shelf":"Politics/Category: Law"} [other]"""],
            claims
        );
    }

    [Fact]
    public void Writes_anew_what_matches()
    {
        var claims = MappingRuns.Claims(
            """{ "url": { "from": "node", "match": "^page:([0-9]+)$", "replace": "https://example.org/$1" } }""",
            """{ "id": "1", "node": "page:7" }"""
        );

        Assert.Equal(["url: https://example.org/7 <- page:7 [url]"], claims);
    }

    [Fact]
    public void Looks_terms_up_whatever_their_case_and_gives_every_term_that_they_stand_for()
    {
        var claims = MappingRuns.Claims(
            """{ "subject": { "from": "topic", "lookup": "topics" } }""",
            """{ "id": "1", "topic": "GASES " }""",
            """{ "topics": { "gases": ["0533", "0531"] } }"""
        );

        Assert.Equal(["subject: 0533 <- GASES  [subject:lookup]", "subject: 0531 <- GASES  [subject:lookup]"], claims);
    }

    [Theory]
    [InlineData("""{ "known": "0533" }""", "skip", """other: {"topic":"Magic"} [other]""")]
    [InlineData("""{ "known": "0533" }""", "keep", "note: subject: Magic <- Magic [subject:unread]")]
    [InlineData("""{ "known": "0533" }""", "keyword", "keyword: Magic [subject]")]
    [InlineData("""{ "known": "0533", "*": "05" }""", "skip", "subject: 05 <- Magic [subject:assumed]")]
    public void A_term_that_the_lookup_does_not_know_goes_where_the_rule_says(string topics, string otherwise, string expected)
    {
        var claims = MappingRuns.Claims(
            $$"""{ "subject": { "from": "topic", "lookup": "topics", "else": "{{otherwise}}" } }""",
            """{ "id": "1", "topic": "Magic" }""",
            $$"""{ "topics": {{topics}} }"""
        );

        Assert.Equal([expected], claims);
    }

    [Fact]
    public void A_rule_with_a_condition_takes_only_records_that_meet_it_and_names_the_condition()
    {
        const string fields = """
            {
              "keyword": { "from": "term", "when": { "kind": "lcsh" } },
              "creator": { "from": "term", "when": { "kind": ["person", "family"] } }
            }
            """;

        Assert.Equal(
            ["keyword: Tunnels [keyword:lcsh]"],
            MappingRuns.Claims(fields, """{ "id": "1", "kind": "lcsh", "term": "Tunnels" }""")
        );
        Assert.Equal(
            ["creator: Brontë [creator:family]"],
            MappingRuns.Claims(fields, """{ "id": "1", "kind": "family", "term": "Brontë" }""")
        );
        Assert.Equal(
            ["""other: {"kind":"place","term":"Leeds"} [other]"""],
            MappingRuns.Claims(fields, """{ "id": "1", "kind": "place", "term": "Leeds" }""")
        );
    }

    [Fact]
    public void A_template_with_a_hole_that_stays_empty_makes_nothing()
    {
        const string fields =
            """{ "url": { "template": "https://example.org/{sim}_{locale}.html", "in": { "from": "locale" } } }""";

        Assert.Equal(
            ["url@kk: https://example.org/atom_kk.html [url]"],
            MappingRuns.Claims(fields, """{ "id": "1", "sim": "atom", "locale": "kk" }""")
        );
        Assert.Equal(
            ["""other: {"sim":"atom"} [other]"""],
            MappingRuns.Claims(fields, """{ "id": "1", "sim": "atom", "locale": null }""")
        );
    }

    [Fact]
    public void Takes_texts_with_the_languages_that_they_stand_under()
    {
        var claims = MappingRuns.Claims(
            """{ "keyword": { "from": "label", "in": "@map" } }""",
            """{ "id": "1", "label": { "de": "Französisch", "kk": "Француз тілі", "uz-Latn": "fransuz tili" } }"""
        );

        Assert.Equal(
            [
                "keyword@de: Französisch [keyword]",
                "keyword@kk: Француз тілі [keyword]",
                "keyword@uz-Latn: fransuz tili [keyword]",
            ],
            claims
        );
    }

    [Fact]
    public void Makes_words_of_a_name_that_was_made_for_an_address()
    {
        var claims = MappingRuns.Claims(
            """{ "title": { "from": "slug", "as": "slug", "in": "en" } }""",
            """{ "id": "1", "slug": "ph-scale" }"""
        );

        Assert.Equal(["title@en: Ph scale <- ph-scale [title]"], claims);
    }

    [Theory]
    [InlineData("iw", "language: he <- iw [language:deprecated]")]
    [InlineData("pt_BR", "language: pt-BR <- pt_BR [language:underscore]")]
    [InlineData("eng", "language: en <- eng [language:alias]")]
    [InlineData("kk", "language: kk [language]")]
    [InlineData("lgg-official", "note: language: lgg-official <- lgg-official [language:unread]")]
    [InlineData("und", "note: language: und <- und [language:unread]")]
    public void A_language_is_a_tag_or_else_a_note_with_what_was_said(string raw, string expected)
    {
        Assert.Equal([expected], MappingRuns.Claims("""{ "language": "code" }""", $$"""{ "id": "1", "code": "{{raw}}" }"""));
    }

    [Theory]
    [InlineData(
        "http://creativecommons.org/licenses/by/4.0",
        "licence: https://creativecommons.org/licenses/by/4.0/ <- http://creativecommons.org/licenses/by/4.0 [licence]"
    )]
    [InlineData("[CC-BY]", "licence: [CC-BY] [licence]")]
    [InlineData("Public domain in the USA.", "licence: Public domain in the USA. [licence]")]
    [InlineData("U", "licence: U [licence]")]
    public void A_licence_is_its_address_where_it_is_exact_and_else_what_was_said(string raw, string expected)
    {
        Assert.Equal([expected], MappingRuns.Claims("""{ "licence": "rights" }""", $$"""{ "id": "1", "rights": "{{raw}}" }"""));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("//example.org/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://")]
    public void An_address_that_is_not_of_the_web_becomes_a_note(string address)
    {
        Assert.Equal(
            [$"note: url: {address} <- {address} [url:unread]"],
            MappingRuns.Claims("""{ "url": "link" }""", $$"""{ "id": "1", "link": "{{address}}" }""")
        );
    }

    [Theory]
    [InlineData("https://kk.wikipedia.org/wiki/Атом", "https://kk.wikipedia.org/wiki/Атом")]
    [InlineData("ftp://example.org/a", "ftp://example.org/a")]
    [InlineData(" https://kits.blog/tools/", "https://kits.blog/tools/")]
    [InlineData("https://example.org/a b", "https://example.org/a%20b")]
    public void An_address_of_the_web_stays_as_it_is_written_but_for_blanks(string address, string expected)
    {
        var mapped = MappingRuns.MapJson(
            """ "identifier": "id", "require": [], "fields": { "url": "link" } """,
            $$"""{ "id": "1", "link": "{{address}}" }"""
        );

        Assert.Equal(expected, Assert.Single(Assert.IsType<Mapped.Described>(mapped).Claims).Value);
    }

    [Theory]
    [InlineData("2019", true)]
    [InlineData("2019-07", true)]
    [InlineData("2019-07-03", true)]
    [InlineData("2020-01-09T22:33:24 ", true)]
    [InlineData("2022-03-26T08:35:37Z", true)]
    [InlineData("2024-02-12T19:30:23.123+05:00", true)]
    [InlineData("2019-13-01", false)]
    [InlineData("last spring", false)]
    public void A_date_is_of_ISO_8601_or_a_note(string raw, bool isDate)
    {
        var claims = MappingRuns.Claims("""{ "published": "on" }""", $$"""{ "id": "1", "on": "{{raw}}" }""");

        Assert.StartsWith(
            isDate ? $"published: {raw.Trim()}" : "note: published: ",
            Assert.Single(claims),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_script_in_a_description_does_not_survive_and_the_raw_text_is_kept()
    {
        const string html =
            "<p>Atoms &amp; ions</p><script>alert(1)</script><img src=x onerror=alert(2)><a href='javascript:alert(3)'>more</a>";

        var mapped = MappingRuns.MapJson(
            """ "identifier": "id", "require": [], "fields": { "description": { "from": "about", "as": "html" } } """,
            $$"""{ "id": "1", "about": "{{html}}" }"""
        );

        var described = Assert.IsType<Mapped.Described>(mapped);
        var claim = Assert.Single(described.Claims);
        Assert.Equal("Atoms & ions\n\nmore", claim.Value);
        Assert.Equal((html, 1), (claim.RawValue, described.Mends));
    }
}
