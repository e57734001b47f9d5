using System.IO.Compression;
using System.Text;
using Dala.Library.Finding;
using Dala.Library.Importing;
using Dala.Platform;
using Dala.Platform.Data;
using Dala.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Tests.Importing;

public sealed class ImportFilesTests : IAsyncDisposable
{
    private const string Mapping = """
        {
          "name": "shelf", "version": 1,
          "source": { "title": "A shelf", "url": "https://shelf.example/", "licence": "CC0-1.0", "attribution": "The shelf" },
          "tables": [ {
            "files": "*.csv*",
            "reader": { "kind": "csv" },
            "language": { "from": "language" },
            "identifier": { "from": "id" },
            "fields": {
              "title": { "from": "title" },
              "creator": { "from": "author" },
              "description": { "from": "about", "as": "html" },
              "language": { "from": "language" },
              "licence": { "from": "licence" }
            }
          } ]
        }
        """;

    private readonly TestLibrary library = new();

    [Fact]
    public async Task Makes_a_resource_of_each_row_with_claims_that_lead_back_to_its_bytes()
    {
        var file = Shelf("id,title,author,about,language,licence,shelf mark\n7,Атом,Айгүл,<p>Ядро</p>,kk,CC BY 4.0,A 12\n");

        var report = (await Import(file)).Value;

        Assert.Equal((1L, 0L, 0L, 0L), (report.New, report.Changed, report.Same, report.Quarantined));
        var claims = await Claims("7");
        Assert.Equal(
            [
                "title@kk=Атом [] shelf@1/title",
                "description@kk=Ядро [<p>Ядро</p>] shelf@1/description",
                "creator=Айгүл [] shelf@1/creator",
                "language=kk [] shelf@1/language",
                "licence=https://creativecommons.org/licenses/by/4.0/ [CC BY 4.0] shelf@1/licence",
                "other={\"shelf mark\":\"A 12\"} [] shelf@1/other",
            ],
            claims
        );
        Assert.Equal(
            "7,Атом,Айгүл,<p>Ядро</p>,kk,CC BY 4.0,A 12",
            Encoding.UTF8.GetString((await Rows<RawRecord>()).Single().Bytes)
        );
    }

    [Fact]
    public async Task Imports_the_same_file_again_without_making_or_changing_anything()
    {
        var file = Shelf("id,title\n1,One\n2,Two\n2,Two\n");
        await Import(file);
        var before = await Numbers();

        var second = (await Import(file)).Value;

        Assert.Equal((0L, 0L, 2L, 0L), (second.New, second.Changed, second.Same, second.Quarantined));
        Assert.Equal(before, await Numbers());
    }

    [Fact]
    public async Task A_row_that_was_edited_takes_the_place_of_the_one_that_stood_there()
    {
        await Import(Shelf("id,title,author\n1,One,Ann\n2,Two,Bob\n"));

        var second = (await Import(Shelf("id,title,author\n1,One and a half,Ann\n2,Two,Bob\n", "shelf-of-may.csv"))).Value;

        Assert.Equal((0L, 1L, 1L), (second.New, second.Changed, second.Same));
        Assert.Equal(["title=One and a half [] shelf@1/title", "creator=Ann [] shelf@1/creator"], await Claims("1"));
        Assert.Equal([false, false, true], (await Rows<RawRecord>()).Select(raw => raw.Superseded).Order());
    }

    [Fact]
    public async Task A_row_that_comes_back_as_it_was_brings_its_claims_back()
    {
        var first = Shelf("id,title\n1,One\n", "a.csv");
        await Import(first);
        var before = await Claims("1");
        await Import(Shelf("id,title\n1,Uno\n", "b.csv"));

        var third = (await Import(first)).Value;

        Assert.Equal((0L, 1L, 0L), (third.New, third.Changed, third.Same));
        Assert.Equal(before, await Claims("1"));
    }

    [Fact]
    public async Task Rows_that_repeat_an_identifier_make_one_resource()
    {
        var report = (await Import(Shelf("id,title,author\n1,One,Ann\n2,Two,Bob\n1,One,Cid\n"))).Value;

        Assert.Equal(2, report.New);
        Assert.Equal(
            [
                "title=One [] shelf@1/title",
                "title=One [] shelf@1/title",
                "creator=Ann [] shelf@1/creator",
                "creator=Cid [] shelf@1/creator",
            ],
            await Claims("1")
        );
    }

    [Fact]
    public async Task A_bad_row_goes_to_quarantine_with_line_field_and_reason_and_the_rest_goes_in()
    {
        var bytes = new List<byte>();
        bytes.AddRange("id,title\n1,One\n2,"u8);
        bytes.AddRange([0xff, 0xfe, (byte)'\n']);
        bytes.AddRange("3,\n4,Four\n"u8);

        var report = (await Import(library.Folder.Write("bad.csv", [.. bytes]))).Value;

        Assert.Equal((2L, 2L), (report.New, report.Quarantined));
        var quarantined = (await Rows<QuarantinedRecord>()).OrderBy(record => record.Record).ToList();
        Assert.Equal([(2L, (long?)3L), (3L, 4L)], quarantined.Select(record => (record.Record, record.Line)));
        Assert.Equal("records.invalid-utf8", quarantined[0].Code);
        Assert.Equal("title", quarantined[1].Field);
        Assert.Equal([(byte)'2', (byte)',', 0xff, 0xfe], quarantined[0].Excerpt);
    }

    [Fact]
    public async Task A_fault_that_a_later_file_no_longer_has_is_marked_as_gone()
    {
        await Import(Shelf("id,title\n1,One\n2,\n"));

        await Import(Shelf("id,title\n1,One\n2,Two\n"));

        Assert.NotNull(Assert.Single(await Rows<QuarantinedRecord>()).ResolvedAt);
    }

    [Fact]
    public async Task A_gz_that_breaks_off_keeps_what_was_read_and_takes_nothing_for_replaced()
    {
        var rows = string.Concat(Enumerable.Range(1, 5_000).Select(i => $"{i},Title {i * 7919 % 5003}\n"));
        await Import(library.Folder.Write("whole.csv.gz", Gzip("id,title\n" + rows)));
        var whole = Gzip("id,title\n" + rows.Replace("Title", "Tale"));

        var report = (await Import(library.Folder.Write("cut.csv.gz", whole[..(whole.Length / 2)]))).Value;

        Assert.Equal(1, report.Quarantined);
        Assert.InRange(report.Changed, 1, 4_999);
        Assert.Equal("records.file.truncated", (await Rows<QuarantinedRecord>()).Single().Code);
        Assert.DoesNotContain(await Rows<RawRecord>(), raw => raw.Superseded);
    }

    [Fact]
    public async Task An_import_that_was_stopped_goes_on_where_it_was_and_ends_as_an_undisturbed_one()
    {
        var rows = "id,title\n" + string.Concat(Enumerable.Range(1, 300).Select(i => $"{i % 250},Title {i}\n"));
        await using var disturbed = new TestLibrary(null, ("import.batch", "10"));
        disturbed.Folder.Write("shelf.json", Mapping);
        var file = await ImportFile.OnDisk(disturbed.Folder.Write("shelf.csv", rows), CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var batches = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            disturbed.Run<ImportFiles, Outcome<ImportReport>>(import =>
                import.Run(
                    "shelf",
                    disturbed.Folder.At("shelf.json"),
                    [file],
                    Actor.Administrator,
                    _ => ++batches == 7 ? stop.CancelAsync() : Task.CompletedTask,
                    stop.Token
                )
            )
        );
        var resumed = (await disturbed.Import(disturbed.Folder.At("shelf.json"), disturbed.Folder.At("shelf.csv"))).Value;

        var undisturbed = (await Import(Shelf(rows))).Value;
        Assert.True(resumed.Resumed);
        Assert.Equal(
            (undisturbed.New, undisturbed.Changed, undisturbed.Records),
            (resumed.New, resumed.Changed, resumed.Records)
        );
        Assert.Equal(await library.Content(), await disturbed.Content());
    }

    [Fact]
    public async Task Says_which_file_no_table_of_the_mapping_fits_before_anything_is_read()
    {
        var outcome = await Import(library.Folder.Write("shelf.docx", "x"));

        Assert.Equal("library.import.no-table", outcome.Problem?.Code);
        Assert.Empty(await Rows<Source>());
    }

    [Fact]
    public async Task What_was_imported_is_found_after_the_index_has_followed_and_what_changed_is_found_anew()
    {
        await Import(Shelf("id,title,language\n1,Атом,kk\n2,Молекула,ru\n"));
        await library.Index();
        Assert.Equal(1, (await library.Find(new Find { Text = "атом" })).Total);

        await Import(Shelf("id,title,language\n1,Ядро,kk\n2,Молекула,ru\n"));
        await library.Index();

        Assert.Equal(0, (await library.Find(new Find { Text = "атом" })).Total);
        Assert.Equal("Ядро", Assert.Single((await library.Find(new Find { Text = "ядро" })).Items).Summary.Title);
    }

    public ValueTask DisposeAsync() => library.DisposeAsync();

    private Task<Outcome<ImportReport>> Import(string file)
    {
        library.Folder.Write("shelf.json", Mapping);
        return library.Import(library.Folder.At("shelf.json"), file);
    }

    private string Shelf(string rows, string name = "shelf.csv") => library.Folder.Write(name, rows);

    private Task<List<T>> Rows<T>()
        where T : class => library.Run<Store, List<T>>(store => store.Set<T>().AsNoTracking().ToListAsync());

    private async Task<List<string>> Claims(string identifier)
    {
        var resource = (await Rows<Resource>()).Single(known => known.Identifier == identifier);
        return
        [
            .. (await Rows<Claim>())
                .Where(claim => claim.ResourceId == resource.Id)
                .OrderBy(claim => Fields.All.ToList().IndexOf(claim.Field))
                .ThenBy(claim => claim.RawRecordId)
                .ThenBy(claim => claim.Position)
                .Select(claim =>
                    $"{claim.Field}{(claim.Language is null ? "" : "@" + claim.Language)}={claim.Value} [{claim.RawValue}] {claim.Rule}"
                ),
        ];
    }

    private async Task<(int, int, int, long)> Numbers() =>
        (
            (await Rows<Resource>()).Count,
            (await Rows<Claim>()).Count,
            (await Rows<RawRecord>()).Count,
            (await Rows<Resource>()).Max(resource => resource.ChangeNumber)
        );

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
