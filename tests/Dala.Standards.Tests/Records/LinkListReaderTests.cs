using Dala.Standards.Records;
using Dala.Testing;

namespace Dala.Standards.Tests.Records;

public sealed class LinkListReaderTests
{
    [Theory]
    [InlineData("books/free-programming-books-ar.md", 26, 0)]
    [InlineData("books/free-programming-books-az.md", 4, 0)]
    [InlineData("books/free-programming-books-de.md", 91, 0)]
    [InlineData("books/free-programming-books-en.md", 0, 0)]
    [InlineData("books/free-programming-books-es.md", 173, 0)]
    [InlineData("books/free-programming-books-fr.md", 96, 0)]
    [InlineData("books/free-programming-books-hi.md", 22, 0)]
    [InlineData("books/free-programming-books-it.md", 95, 0)]
    [InlineData("books/free-programming-books-langs.md", 1644, 0)]
    [InlineData("books/free-programming-books-nl.md", 11, 0)]
    [InlineData("books/free-programming-books-pl.md", 76, 0)]
    [InlineData("books/free-programming-books-pt_BR.md", 179, 0)]
    [InlineData("books/free-programming-books-ru.md", 244, 0)]
    [InlineData("books/free-programming-books-subjects.md", 829, 0)]
    [InlineData("books/free-programming-books-sv.md", 7, 0)]
    [InlineData("books/free-programming-books-zh.md", 378, 0)]
    [InlineData("courses/free-courses-ar.md", 350, 1)]
    [InlineData("courses/free-courses-de.md", 29, 0)]
    [InlineData("courses/free-courses-en.md", 1383, 0)]
    [InlineData("courses/free-courses-es.md", 185, 0)]
    [InlineData("courses/free-courses-fr.md", 56, 0)]
    [InlineData("courses/free-courses-hi.md", 505, 0)]
    [InlineData("courses/free-courses-it.md", 94, 1)]
    [InlineData("courses/free-courses-kk.md", 5, 0)]
    [InlineData("courses/free-courses-pl.md", 50, 0)]
    [InlineData("courses/free-courses-pt_BR.md", 318, 0)]
    [InlineData("courses/free-courses-ru.md", 76, 0)]
    [InlineData("courses/free-courses-sv.md", 1, 0)]
    [InlineData("courses/free-courses-zh.md", 10, 0)]
    public void Reads_every_link_of_the_real_lists(string file, int links, int refused)
    {
        var readings = Readings.OfShared($"free-programming-books/{file}", Readings.Links);
        var lines = File.ReadAllLines(SharedData.At($"free-programming-books/{file}"));

        Assert.Equal((links, refused), (readings.Read().Count, readings.Refused().Count));
        Assert.All(readings.Read(), record => Assert.Equal(lines[record.Place.Line!.Value - 1], record.Text()));
        Assert.All(readings.Read(), record => Assert.NotEmpty(record.Values("@section")));
        Assert.All(readings.Refused(), fault => Assert.Equal((RecordFaults.NotWebAddress, "url"), (fault.Code, fault.Field)));
    }

    [Fact]
    public void Reads_the_kazakh_list_to_the_letter()
    {
        var last = Readings.OfShared("free-programming-books/courses/free-courses-kk.md", Readings.Links).Whole()[^1];

        Assert.Equal("Python тiлiнде бағдарламалау негiздерi.", last.One("title"));
        Assert.Equal("https://openu.kz/kz/courses/python-tilinde-badarlamalau-negizderi", last.One("url"));
        Assert.Equal("Жасдәурен Дүйсебеков", last.One("authors"));
        Assert.Equal(["Қазақстанның ашық университеті", "тіркелуді талап етпейді"], last.Values("notes"));
        Assert.Equal(["Python"], last.Values("@section"));
        Assert.Equal("kk", last.One("@file-language"));
    }

    [Theory]
    [InlineData("free-courses-kk.md", "kk")]
    [InlineData("free-courses-pt_BR.md", "pt_BR")]
    [InlineData("titles-uz.jsonl.gz", "uz")]
    [InlineData("free-programming-books-langs.md", null)]
    [InlineData("openstax.tsv", null)]
    public void Knows_the_language_of_a_file_by_its_name(string file, string? language)
    {
        using var stream = new MemoryStream("* [a](http://b)"u8.ToArray());

        var record = RecordReader.Read(stream, file, Readings.Links, new RecordLimits()).ToList().Whole().Single();

        Assert.Equal(language, record.One("@file-language"));
    }

    [Theory]
    [InlineData("* [T](http://u) - A B, C D (PDF, HTML)", "A B, C D", "PDF|HTML", "", "")]
    [InlineData("* [T](http://u) (PDF) (CC BY-NC)", "", "PDF", "CC BY-NC", "")]
    [InlineData("* [T](http://u) - A&rlm; (ODT, PDF&rlm;)", "A", "ODT|PDF", "", "")]
    [InlineData("* [T](http://u) - A (HTML) *( :construction: in process)*", "A", "HTML", ":construction: in process", "")]
    [InlineData(
        "* [T](http://u) - A, `trl.:` B (HTML, [PDF](http://p), [EPUB](http://e))",
        "A, trl.: B",
        "HTML|PDF|EPUB",
        "",
        "PDF <http://p>|EPUB <http://e>"
    )]
    [InlineData("* [T](http://u) - A (PDF) [(EPUB)](http://e)", "A", "PDF|EPUB", "", "EPUB <http://e>")]
    [InlineData("* [T](http://u) 2nd edition – A (PDF, draft)", "A", "PDF", "2nd edition|draft", "")]
    [InlineData("* [T](http://u)", "", "", "", "")]
    public void Takes_apart_what_follows_the_link(string line, string authors, string formats, string notes, string alternatives)
    {
        var record = Readings.Of(line, Readings.Links).Whole().Single();

        Assert.Equal(("T", "http://u"), (record.One("title"), record.One("url")));
        Assert.Equal(authors, record.One("authors") ?? "");
        Assert.Equal(
            (formats, notes, alternatives),
            (
                string.Join('|', record.Values("formats")),
                string.Join('|', record.Values("notes")),
                string.Join('|', record.Values("alternatives"))
            )
        );
    }

    [Theory]
    [InlineData("* [T](https://a.org/26-تصميم-قواعد/)", "https://a.org/26-تصميم-قواعد/")]
    [InlineData("* [T](https://en.wikibooks.org/wiki/C_(language))", "https://en.wikibooks.org/wiki/C_(language)")]
    [InlineData("* [T](<https://a.org/with blank>)", "https://a.org/with blank")]
    [InlineData("- [T [x]](ftp://a.org/?a=1&b=2)", "ftp://a.org/?a=1&b=2")]
    [InlineData("1. **[T](http://a.org/a_b_c)**", "http://a.org/a_b_c")]
    public void Reads_addresses_as_people_write_them(string line, string address)
    {
        Assert.Equal(address, Readings.Of(line, Readings.Links).Whole().Single().One("url"));
    }

    [Fact]
    public void Knows_the_headings_and_bullets_above_a_link()
    {
        const string List = """
            <div dir="rtl" markdown="1">

            ## Books
            * [C](#c)
            ### <a id="c"></a>C & *C++*
            * Series
                * [One](http://one)
                    - [Deep](http://deep)
                * [Two](http://two)
            <!-- * [Hidden](http://hidden)
            * [Hidden](http://hidden) -->
            ## Other
            * [Three](http://three)
            """;

        var records = Readings.Of(List, Readings.Links).Whole();

        Assert.Equal(["One", "Deep", "Two", "Three"], records.Select(record => record.One("title")));
        Assert.Equal(["Books", "C & C++"], records[0].Values("@section"));
        Assert.Equal(
            [
                ["Series"],
                ["Series", "One"],
                ["Series"],
                [],
            ],
            records.Select(record => record.Values("@parents").ToArray())
        );
        Assert.Equal(["Other"], records[3].Values("@section"));
    }

    [Fact]
    public void A_line_made_to_trouble_the_parser_costs_that_line()
    {
        var hostile = "* " + new string('[', 30_000) + "x](http://a)";
        var emphasis = "* " + string.Concat(Enumerable.Repeat("*a **b ", 4_000)) + "[x](http://a)";
        var readings = Readings.Of($"{hostile}\n{emphasis}\n* {new string('x', 100_000)}\n* [T](http://u)\n", Readings.Links);

        Assert.Equal("http://u", readings.Read()[^1].One("url"));
        Assert.Equal(RecordFaults.TooLong, readings.Refused()[^1].Code);
    }
}
