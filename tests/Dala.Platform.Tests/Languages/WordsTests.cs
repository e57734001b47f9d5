using Dala.Platform.Languages;
using Microsoft.AspNetCore.Components;

namespace Dala.Platform.Tests.Languages;

public sealed class WordsTests
{
    private static readonly WordBook Book = new([
        .. TextFile.In(typeof(Words).Assembly).Where(file => file.Language == "en"),
        new(
            "en",
            "test",
            """
            {
              "sample.found": { "one": "{count} resource for {query}", "other": "{count} resources for {query}" },
              "sample.only-english": "Steppe & sky",
              "sample.when": "Changed on {day} by {people}",
              "sample.position": { "one": "{0} has {1} row", "other": "{0} has {1} rows" }
            }
            """
        ),
        new(
            "ru",
            "test",
            """
            {
              "sample.found": { "one": "{count} ресурс", "few": "{count} ресурса", "many": "{count} ресурсов", "other": "{count} ресурса" },
              "platform.number.group": "\u00A0", "platform.number.decimal": ","
            }
            """
        ),
        new("ar", "test", """{ "sample.found": "لا شيء عن {query}" }"""),
    ]);

    [Fact]
    public void Fills_holes_and_chooses_the_plural_form_by_count()
    {
        var english = Book.In("en");
        var russian = Book.In("ru");

        Assert.Equal("1 resource for atom", english["sample.found", ("count", 1), ("query", "atom")].Value);
        Assert.Equal("1,234 resources for atom", english["sample.found", ("count", 1234), ("query", "atom")].Value);
        Assert.Equal(
            ["1 ресурс", "3 ресурса", "5 ресурсов", "12\u00A0345 ресурсов"],
            new[] { 1, 3, 5, 12345 }.Select(count => russian["sample.found", ("count", count)].Value)
        );
    }

    [Fact]
    public void Marks_a_text_that_falls_back_to_English_in_content_and_leaves_it_plain_in_attributes()
    {
        var text = Book.In("ar")["sample.only-english"];

        Assert.Equal("""<span lang="en" dir="ltr">Steppe &amp; sky</span>""", ((MarkupString)text).Value);
        Assert.Equal("Steppe & sky", text.ToString());
    }

    [Fact]
    public void Encodes_what_is_put_into_holes()
    {
        var text = Book.In("en")["sample.found", ("count", 2), ("query", "<script>alert('x')</script>")];

        Assert.Equal("2 resources for &lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;", ((MarkupString)text).Value);
    }

    [Fact]
    public void Shows_the_key_where_no_language_has_the_text()
    {
        Assert.Equal("⟦sample.nowhere⟧", Book.In("ru")["sample.nowhere"].Value);
        Assert.False(Book.In("ru").Has("sample.nowhere"));
        Assert.True(Book.In("ru").Has("sample.only-english"));
    }

    [Fact]
    public void Writes_dates_and_lists_into_sentences()
    {
        var words = Book.In("en");

        Assert.Equal(
            "Changed on 22 November 2026 by Aigul, Omar and Zoë",
            words["sample.when", ("day", new DateOnly(2026, 11, 22)), ("people", new[] { "Aigul", "Omar", "Zoë" })].Value
        );
        Assert.Equal(
            "22 November 2026, 04:05 UTC",
            words.Moment(new DateTimeOffset(2026, 11, 22, 9, 5, 0, TimeSpan.FromHours(5)))
        );
        Assert.Equal(
            ["", "a", "a and b", "a, b, c and d"],
            new[] { "", "a", "a b", "a b c d" }.Select(names =>
                words.List(names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            )
        );
    }

    [Fact]
    public void Writes_numbers_shares_and_sizes()
    {
        var words = Book.In("en");

        Assert.Equal("\u22121,234.57", words.Number(-1234.567m));
        Assert.Equal("12.5%", words.Percent(0.125m));
        Assert.Equal(
            ["1 byte", "1,023 bytes", "1.5 KB", "4 MB", "2 GB"],
            new[] { 1, 1023, 1536, 4L << 20, 2L << 30 }.Select(words.Size)
        );
    }

    [Fact]
    public void Fills_problems_by_position_and_chooses_the_form_by_their_first_number()
    {
        var problem = new Problem(ProblemKind.Invalid, "sample.position", "a.csv", 3);
        var fault = new Fault("import.batch", "platform.settings.unknown", "import.bach", "dala.json", "import.batch");

        Assert.Equal("a.csv has 3 rows", Book.In("en").Say(problem).Value);
        Assert.Equal(
            "dala.json: there is no setting “import.bach”. Did you mean “import.batch”?",
            Book.In("en").Say(fault).Value
        );
    }

    [Fact]
    public void Isolates_words_that_run_against_the_sentence()
    {
        Assert.Equal("لا شيء عن \u2068atom 7\u2069", Book.In("ar")["sample.found", ("query", "atom 7")].Value);
        Assert.Equal("لا شيء عن الرياضيات", Book.In("ar")["sample.found", ("query", "الرياضيات")].Value);
        Assert.Equal(
            "0 resources for \u2068الرياضيات\u2069",
            Book.In("en")["sample.found", ("count", 0), ("query", "الرياضيات")].Value
        );
    }
}
