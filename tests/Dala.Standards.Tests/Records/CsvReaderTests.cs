using System.Text;
using Dala.Standards.Records;
using FsCheck;
using FsCheck.Fluent;

namespace Dala.Standards.Tests.Records;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("open-textbook-lists/open_textbook_library.tsv", 1221)]
    [InlineData("open-textbook-lists/openstax.tsv", 75)]
    [InlineData("oer-commons-csv/oer_commons_clean.csv", 2176)]
    [InlineData("mit-ocw-samples/expected_courses.csv", 10)]
    [InlineData("wlo-sources/quellen_korrektur.csv", 431)]
    [InlineData("gutenberg-catalogue/metadata.csv.gz", 57_709)]
    [InlineData("gutenberg-catalogue/subjects.csv.gz", 186_157)]
    [InlineData("gutenberg-catalogue/authors.csv.gz", 21_016)]
    public void Reads_every_row_of_the_real_catalogues(string file, int rows)
    {
        var records = Readings.OfShared(file, Readings.Csv).Whole();

        Assert.Equal(rows, records.Count);
        Assert.Equal(Enumerable.Range(1, rows).Select(number => (long)number), records.Select(record => record.Place.Record));
    }

    [Fact]
    public void Keeps_line_breaks_within_quotes_and_knows_on_which_line_a_row_starts()
    {
        var records = Readings.OfShared("gutenberg-catalogue/metadata.csv.gz", Readings.Csv).Whole();

        var rights = records[1];
        Assert.StartsWith(
            "The United States Bill of Rights\r\nThe Ten Original Amendments",
            rights.One("title"),
            StringComparison.Ordinal
        );
        Assert.Equal(3, rights.Place.Line);
        Assert.Equal(4865, records.Count(record => record.One("title")?.Contains("\r\n", StringComparison.Ordinal) == true));
        Assert.Equal(8144, records.Count(record => record.One("title")?.Contains('\n') == true));
    }

    [Fact]
    public void Gives_what_lies_beyond_the_header_as_surplus()
    {
        var records = Readings.OfShared("oer-commons-csv/oer_commons_clean.csv", Readings.Csv).Whole();

        var widest = records.Cast<CsvRecord>().MaxBy(record => record.Cells.Count)!;
        Assert.Equal(353, widest.Cells.Count);
        Assert.Equal("Assessment", widest.Values("@surplus").First());
        Assert.Equal(41, widest.Values("@surplus").Count());
        Assert.Equal("Case Study", widest.One("@46"));
        Assert.Contains(new KeyValuePair<string, string>("@46", "Case Study"), widest.Leaves());
    }

    [Fact]
    public void Passes_over_a_byte_order_mark_and_reads_a_row_that_misses_its_last_cell()
    {
        var records = Readings.OfShared("wlo-sources/quellen_korrektur.csv", Readings.Csv).Whole();

        Assert.Equal("4c1df1cc-2d5a-4f55-aeac-039630326b99", records[0].One("Node-Id"));
        Assert.Equal(" MaterialdatenbankChemie", records[0].One("Titel"));
        Assert.Contains(records, record => ((CsvRecord)record).Cells.Count < 6);
    }

    [Fact]
    public void Any_table_reads_back_as_it_was_written()
    {
        var cell = Gen.Elements("", "a", " b ", "\"", "\"\"", ",", ";", "\n", "\r\n", "é", "数学", "x,\"y\"\nz", "𝄞", "\u200f");
        var cells = cell.ListOf(4).Select(parts => string.Concat(parts));
        var rows = cells.NonEmptyListOf().ListOf();
        var table = Gen.Zip(rows, Gen.Zip(Gen.Elements(',', ';', '\t'), Gen.Elements("\n", "\r\n")));

        Prop.ForAll(
                table.ToArbitrary(),
                given =>
                {
                    var (separator, lineBreak) = given.Item2;
                    var written = given.Item1.Select(row => string.Join(separator, row.Select(Quoted))).ToList();
                    var file = string.Concat(written.Select(row => row + lineBreak));
                    var format = Readings.Csv with { Separator = separator, Header = false };
                    if (file.Length == 0)
                        return true;

                    var read = Readings.Of(file, format).Whole();

                    Assert.Equal(given.Item1.Select(row => row.ToArray()), read.Select(row => ((CsvRecord)row).Cells.ToArray()));
                    Assert.Equal(file, string.Concat(read.Select(row => row.Text() + lineBreak)));
                    return true;
                }
            )
            .QuickCheckThrowOnFailure();

        static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\n1;2")]
    [InlineData("a\tb\r\n1\t2\r\n")]
    [InlineData("a|b\n\n\n1|2\n\n")]
    [InlineData("a,b\r1,2\r")]
    [InlineData("\n\"a\",\"b\"\n\"1\",2")]
    public void Finds_the_separator_in_the_header(string file)
    {
        var record = Assert.Single(Readings.Of(file, Readings.Csv).Whole());

        Assert.Equal(["1", "2"], ((CsvRecord)record).Cells);
        Assert.Equal("2", record.One("b"));
    }

    [Fact]
    public void Tells_apart_columns_of_one_name_and_names_those_without()
    {
        var record = Assert.Single(Readings.Of("Tag, Tag ,,Tag\n1,2,3,4,5\n", Readings.Csv).Whole());

        Assert.Equal(
            [new("Tag", "1"), new("Tag#2", "2"), new("@2", "3"), new("Tag#3", "4"), new("@4", "5")],
            record.Leaves().ToArray()
        );
        Assert.Empty(record.Values("absent"));
    }

    [Fact]
    public void Refuses_a_row_that_is_not_utf8_by_column_and_goes_on()
    {
        byte[] file = [.. "a,b\n1,x\n2,y"u8, 0xff, .. "\n3,z\n"u8];

        var readings = Readings.Of(file, Readings.Csv);

        Assert.Equal(
            [
                ["1", "x"],
                ["3", "z"],
            ],
            readings.Cells()
        );
        var refused = Assert.Single(readings.Refused());
        Assert.Equal(("records.invalid-utf8", "b", "3"), (refused.Code, refused.Field, refused.Arguments["offset"]));
        Assert.Equal(new Place("given", 2, 3, null), refused.Place);
        Assert.Equal([.. "2,y"u8, 0xff], refused.Excerpt.ToArray());
    }

    [Fact]
    public void A_quote_that_never_closes_costs_one_row()
    {
        var readings = Readings.Of("a,b\n1,x\n2,\"y\n3,z\n4,w\n", Readings.Csv);

        Assert.Equal(
            [
                ["1", "x"],
                ["3", "z"],
                ["4", "w"],
            ],
            readings.Cells()
        );
        var refused = Assert.Single(readings.Refused());
        Assert.Equal((RecordFaults.UnclosedQuote, 3L), (refused.Code, refused.Place.Line));
        Assert.Equal("2,\"y"u8.ToArray(), refused.Excerpt.ToArray());
    }

    [Fact]
    public void A_quote_that_closes_in_a_later_row_costs_one_row()
    {
        var readings = Readings.Of("a,b\n1,x\n2,\"y\n3,\"z\"\n4,\"w\nw\"\n", Readings.Csv);

        Assert.Equal(
            [
                ["1", "x"],
                ["3", "z"],
                ["4", "w\nw"],
            ],
            readings.Cells()
        );
        Assert.Equal(RecordFaults.UnclosedQuote, Assert.Single(readings.Refused()).Code);
    }

    [Fact]
    public void Keeps_text_behind_a_closing_quote()
    {
        Assert.Equal(
            [
                ["say \"hi\" there", "2"],
            ],
            Readings.Of("a,b\n\"say \"\"hi\"\"\" there,2\n", Readings.Csv).Cells()
        );
    }

    [Fact]
    public void Refuses_a_row_of_too_many_cells()
    {
        var readings = Readings.Of("a,b\n1,2,3\n4,5\n", Readings.Csv, new RecordLimits { MaxColumns = 2 });

        Assert.Equal(
            [
                ["4", "5"],
            ],
            readings.Cells()
        );
        var refused = Assert.Single(readings.Refused());
        Assert.Equal(
            (RecordFaults.TooManyColumns, "3", "2"),
            (refused.Code, refused.Arguments["columns"], refused.Arguments["limit"])
        );
    }

    [Fact]
    public void Reads_utf16_and_refuses_the_row_with_half_a_character()
    {
        var file = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("a,b\n1,数𝄞\n2,")).ToList();
        file.AddRange([0x00, 0xd8]);
        file.AddRange(Encoding.Unicode.GetBytes("\n3,é\n"));

        var readings = Readings.Of([.. file], Readings.Csv);

        Assert.Equal(
            [
                ["1", "数𝄞"],
                ["3", "é"],
            ],
            readings.Cells()
        );
        Assert.Equal(RecordFaults.InvalidUtf8, Assert.Single(readings.Refused()).Code);
    }

    [Fact]
    public void A_header_alone_is_a_table_without_rows()
    {
        Assert.Empty(Readings.Of("a,b\n", Readings.Csv));
    }

    [Fact]
    public void Refuses_a_file_whose_header_cannot_be_read()
    {
        byte[] file = [.. "a,"u8, 0xff, .. "\n1,2\n"u8];

        Assert.Equal([RecordFaults.FileHeader], Readings.Of(file, Readings.Csv).Refused().Select(refused => refused.Code));
        Assert.Equal(
            [RecordFaults.FileHeader],
            Readings.Of("a,\"b\n1,2\n", Readings.Csv).Refused().Select(refused => refused.Code)
        );
    }

    [Fact]
    public void Names_the_columns_of_a_table_without_header_by_their_place()
    {
        var record = Readings.Of("x;y\n", Readings.Csv with { Header = false }).Whole().Single();

        Assert.Equal([new("@0", "x"), new("@1", "y")], record.Leaves().ToArray());
        Assert.Equal("y", record.One("@1"));
        Assert.Equal(["given", "1", "1"], new[] { "@file", "@record", "@line" }.SelectMany(record.Values));
    }
}
