using System.IO.Compression;
using System.Text;
using Dala.Library.Finding;
using Dala.Library.Importing;
using Dala.Operating;
using Dala.Platform;
using Dala.Platform.Data;
using Dala.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Tests.Importing;

/// <summary>Files that break, lie or attack, on their whole way into the library. Runs alone, for it measures memory.</summary>
[Collection(nameof(HostileFilesTests))]
[CollectionDefinition(nameof(HostileFilesTests), DisableParallelization = true)]
public sealed class HostileFilesTests : IAsyncDisposable
{
    private const string Good = "id,title\n1,One\n2,Two\n";

    private static readonly byte[] Picture = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, .. new byte[400]];

    private readonly TestLibrary library = new();

    [Theory]
    [InlineData("a picture with the name of a table", "table.csv", 0, "records.file.not-text")]
    [InlineData("a page saved as a table", "table.csv", 0, "records.file.not-text")]
    [InlineData("nothing", "table.csv", 0, "records.file.empty")]
    [InlineData("nothing in a gz", "table.csv.gz", 0, "records.file.empty")]
    [InlineData("a row of 353 columns", "table.csv", 3, "")]
    [InlineData("a header of 20,000 columns", "table.csv", 0, "records.file.header")]
    [InlineData("invalid UTF-8 in one row", "table.csv", 2, "records.invalid-utf8")]
    [InlineData("a gz cut in the middle", "table.csv.gz", null, "records.file.truncated")]
    [InlineData("a gz with a wrong checksum", "table.csv.gz", null, "records.file.damaged")]
    [InlineData("a gz bomb", "table.csv.gz", null, "records.file.bomb")]
    [InlineData("a table with the name of JSON", "tree.json", 0, "records.file.not-json")]
    [InlineData("JSON 100,000 deep", "tree.json", 1, "records.too-deep")]
    [InlineData("JSON that breaks off", "tree.json", 1, "records.file.truncated")]
    [InlineData("a table with the name of an archive", "stories.zip", 0, "records.file.not-a-zip")]
    [InlineData("an archive cut in the middle", "stories.zip", null, "records.file.truncated")]
    [InlineData("an entry that climbs out", "stories.zip", 1, "records.entry-climbs")]
    [InlineData("a zip bomb", "stories.zip", 1, "records.file.bomb")]
    [InlineData("an archive in the archive", "stories.zip", 1, "records.entry-nested")]
    [InlineData("the same entry twice", "stories.zip", 1, "records.entry-twice")]
    public async Task Ends_in_a_quarantine_line_and_takes_what_is_good(string what, string name, int? taken, string code)
    {
        var outside = Directory.GetFileSystemEntries(Path.GetTempPath(), "evil*");
        var file = library.Folder.Write(name, Bytes(what));

        var report = (await library.Import(Mapping(name), file)).Value;

        var quarantined = await Rows<QuarantinedRecord>();
        Assert.Equal(code.Length == 0 ? [] : [code], quarantined.Select(record => record.Code).Distinct());
        Assert.Equal(quarantined.Count, report.Quarantined);
        Assert.All(quarantined, record => Assert.Equal((name, report.Run), (record.File, record.RunId)));
        if (taken is not null)
            Assert.Equal(taken.Value, report.New);
        Assert.Equal(RunStates.Done, Assert.Single(await Rows<ImportRun>()).State);
        Assert.Equal(report.New, (await Rows<Resource>()).Count);
        Assert.Equal(outside, Directory.GetFileSystemEntries(Path.GetTempPath(), "evil*"));
        await IsWhole();
    }

    [Fact]
    public async Task A_row_of_353_columns_under_two_keeps_all_its_cells()
    {
        var file = library.Folder.Write("table.csv", Bytes("a row of 353 columns"));

        await library.Import(Mapping("table.csv"), file);

        var raw = (await Rows<RawRecord>()).Single(record => record.Record == 2);
        Assert.Equal(353, Encoding.UTF8.GetString(raw.Bytes).Split(',').Length);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>Quiet <b onclick=\"alert(2)\">words</b><img src=x onerror=alert(3)>")]
    [InlineData("<p>Quiet <a href=\"javascript:alert(1)\">words</a></p><iframe src=\"//evil.example\"></iframe>")]
    [InlineData("<svg onload=alert(1)><style>*{background:url(//evil.example)}</style></svg>Quiet words")]
    [InlineData("<<script>script>alert(1)<</script>/script>Quiet words")]
    public async Task A_script_in_a_description_is_kept_as_it_came_and_claimed_without_anything_that_runs(string description)
    {
        var row = $"1,One,\"{description.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var file = library.Folder.Write("table.csv", $"id,title,about\n{row}\n");

        await library.Import(Mapping("table.csv"), file);

        Assert.Equal(row, Encoding.UTF8.GetString(Assert.Single(await Rows<RawRecord>()).Bytes));
        var claim = (await Rows<Claim>()).Single(claim => claim.Field == Fields.Description);
        Assert.Equal(description, claim.RawValue);
        Assert.Contains("Quiet", claim.Value);
        Assert.DoesNotContain("javascript:", claim.Value, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(
            "(?i)<\\s*(script|img|iframe|svg|style|b\\b|a\\b)|onclick|onerror|onload|evil\\.example",
            claim.Value
        );
        await library.Index();
        var found = Assert.Single((await library.Find(new Find { Text = "quiet" })).Items);
        Assert.DoesNotContain("onerror", found.Passage?.Text ?? "");
    }

    [Fact]
    public async Task A_line_of_200_megabytes_is_one_quarantine_line_and_memory_stays_bounded()
    {
        const int length = 200 << 20;
        var file = new ImportFile(
            "table.csv",
            length,
            new string('0', 64),
            () => new LongLine("id,title\n1,One\n2,", length, "\n3,Three\n")
        );
        using var stop = new CancellationTokenSource();
        var start = GC.GetTotalMemory(forceFullCollection: true);
        var most = Task.Run(async () =>
        {
            var peak = 0L;
            while (!stop.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - start);
                await Task.Delay(2);
            }

            return peak;
        });

        var report = (await Import(Mapping("table.csv"), file)).Value;
        await stop.CancelAsync();

        Assert.Equal((2L, 1L), (report.New, report.Quarantined));
        var quarantined = Assert.Single(await Rows<QuarantinedRecord>());
        Assert.Equal(("records.too-long", 3L), (quarantined.Code, quarantined.Line));
        Assert.InRange(quarantined.Excerpt.Length, 1, 10_000);
        Assert.InRange(await most, 0, 80 << 20);
    }

    [Fact]
    public async Task A_disk_that_fills_up_fails_the_run_keeps_what_was_kept_and_the_same_import_ends_it_later()
    {
        var rows = "id,title\n" + string.Concat(Enumerable.Range(1, 3_000).Select(i => $"{i},Title {i * 7919 % 3001}\n"));
        await using var disturbed = new TestLibrary(null, ("import.batch", "100"));
        var file = disturbed.Folder.Write("table.csv", rows);
        var mapping = disturbed.Folder.Write("shelf.json", Shelf);
        await Room(disturbed, pagesMore: 150);

        var fault = await Assert.ThrowsAsync<SqliteException>(() => disturbed.Import(mapping, file));
        var failed = await disturbed.Run<Store, ImportRun>(store => store.Set<ImportRun>().AsNoTracking().SingleAsync());
        var kept = await disturbed.Run<Store, int>(store => store.Set<Resource>().CountAsync());
        await IsWhole(disturbed);
        await Room(disturbed, pagesMore: 1_000_000);
        var resumed = (await disturbed.Import(mapping, file)).Value;

        Assert.Contains("full", fault.Message);
        Assert.Equal((RunStates.Failed, (long)kept), (failed.State, failed.Read));
        Assert.InRange(kept, 100, 2_900);
        Assert.True(resumed.Resumed);
        Assert.Equal((3_000L, 0L, 3_000L), (resumed.New, resumed.Changed, resumed.Records));
        await library.Import(Mapping("table.csv"), library.Folder.Write("table.csv", rows));
        Assert.Equal(await library.Content(), await disturbed.Content());
        await IsWhole(disturbed);
    }

    [Fact]
    public async Task A_disk_that_cannot_be_read_to_its_end_fails_the_run_and_the_same_import_ends_it_later()
    {
        var rows = Encoding.UTF8.GetBytes(
            "id,title\n" + string.Concat(Enumerable.Range(1, 6_000).Select(i => $"{i},Title {i}\n"))
        );
        var mapping = Mapping("table.csv");
        var broken = new ImportFile("table.csv", rows.Length, "1", () => new BadSector(rows, rows.Length / 2));

        var fault = await Assert.ThrowsAsync<IOException>(() => Import(mapping, broken));
        var failed = Assert.Single(await Rows<ImportRun>());
        var resumed = (await Import(mapping, broken with { Open = () => new MemoryStream(rows) })).Value;

        Assert.Equal("Input/output error", fault.Message);
        Assert.Equal(RunStates.Failed, failed.State);
        Assert.Equal((true, 6_000L), (resumed.Resumed, resumed.New));
        Assert.Empty(await Rows<QuarantinedRecord>());
    }

    public ValueTask DisposeAsync() => library.DisposeAsync();

    private const string Shelf = """
        {
          "name": "shelf", "version": 1,
          "source": { "title": "A shelf" },
          "tables": [
            {
              "files": "*.csv*",
              "reader": { "kind": "csv" },
              "identifier": { "from": "id" },
              "fields": { "title": { "from": "title" }, "description": { "from": "about", "as": "html" } }
            },
            {
              "files": "*.json",
              "reader": { "kind": "json" },
              "identifier": { "from": "id" },
              "fields": { "title": { "from": "title" } }
            }
          ]
        }
        """;

    private static byte[] Bytes(string what) =>
        what switch
        {
            "a picture with the name of a table" => Picture,
            "a page saved as a table" => "<!DOCTYPE html>\n<title>Not found</title>"u8.ToArray(),
            "nothing" => [],
            "nothing in a gz" => Gz(""),
            "a row of 353 columns" => Encoding.UTF8.GetBytes(
                $"id,title\n1,One\n2,Two{string.Concat(Enumerable.Range(0, 351).Select(i => $",{i}"))}\n3,Three\n"
            ),
            "a header of 20,000 columns" => Encoding.UTF8.GetBytes(
                string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"c{i}")) + "\n1,2\n"
            ),
            "invalid UTF-8 in one row" => [.. "id,title\n1,One\n2,"u8, 0xc3, 0x28, .. "\n3,Three\n"u8],
            "a gz cut in the middle" => Gz(Many())[..^2_000],
            "a gz with a wrong checksum" => Flipped(Gz(Many())),
            "a gz bomb" => Gz("id,title\n1,One\n" + string.Concat(Enumerable.Repeat($"2,{new string('1', 100_000)}\n", 200))),
            "a table with the name of JSON" => Encoding.UTF8.GetBytes(Good),
            "JSON 100,000 deep" => Encoding.UTF8.GetBytes(
                $"[{{\"id\":\"1\",\"title\":\"One\"}},{{\"id\":{new string('[', 100_000)}{new string(']', 100_000)}}}]"
            ),
            "JSON that breaks off" => "[{\"id\":\"1\",\"title\":\"One\"},{\"id\":\"2\",\"ti"u8.ToArray(),
            "a table with the name of an archive" => Encoding.UTF8.GetBytes(Good),
            "an archive cut in the middle" => Stories(("en/0001_one.md", Story))[..^40],
            "an entry that climbs out" => Stories(("en/0001_one.md", Story), ("../../../../../tmp/evil_0002.md", Story)),
            "a zip bomb" => Stories(("en/0001_one.md", Story), ("en/0002_two.md", "# Two\n\n" + new string('1', 3_000_000))),
            "an archive in the archive" => Stories(("en/0001_one.md", Story), ("en/0002_two.zip", "PK\u0003\u0004")),
            "the same entry twice" => Stories(("en/0001_one.md", Story), ("en/0001_one.md", Story)),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };

    private const string Story = "# A very tall man\n\n##\nHis hoe was too short.\n\n##\n* License: [CC-BY]\n* Text: A\n";

    private string Mapping(string file) =>
        file.EndsWith(".zip", StringComparison.Ordinal) ? "storybooks" : library.Folder.Write("shelf.json", Shelf);

    private Task<Outcome<ImportReport>> Import(string mapping, ImportFile file) =>
        library.Run<ImportFiles, Outcome<ImportReport>>(import =>
            import.Run("shelf", mapping, [file], Actor.Administrator, _ => Task.CompletedTask, CancellationToken.None)
        );

    private Task<List<T>> Rows<T>()
        where T : class => library.Run<Store, List<T>>(store => store.Set<T>().AsNoTracking().ToListAsync());

    // SQLite itself says that the disk is full, where the store may not grow any more.
    private static async Task Room(TestLibrary library, long pagesMore)
    {
        using var batch = await library.Run<BulkWriter, BulkBatch>(writer => writer.Begin(CancellationToken.None));
        batch.Value($"pragma max_page_count = {(long)batch.Value("pragma page_count")! + pagesMore}");
    }

    private async Task IsWhole(TestLibrary? other = null)
    {
        var one = other ?? library;
        await one.Index();
        var looked = await one.Run<CheckEverything, IReadOnlyList<Checked>>(check => check.Run(CancellationToken.None));
        Assert.Empty(looked.SelectMany(result => result.Faults));
    }

    private static string Many() =>
        "id,title\n" + string.Concat(Enumerable.Range(1, 5_000).Select(i => $"{i},Title {i * 7919 % 5003}\n"));

    private static byte[] Flipped(byte[] bytes)
    {
        bytes[^6] ^= 0x10;
        return bytes;
    }

    private static byte[] Gz(string text)
    {
        using var bytes = new MemoryStream();
        using (var gz = new GZipStream(bytes, CompressionLevel.Optimal))
            gz.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static byte[] Stories(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A file with a line that is never in memory as a whole.</summary>
    private sealed class LongLine(string before, long length, string after) : GivingStream
    {
        private readonly byte[] head = Encoding.UTF8.GetBytes(before);
        private readonly byte[] tail = Encoding.UTF8.GetBytes(after);
        private long at;

        public override int Read(Span<byte> buffer)
        {
            var behind = at - head.Length - length;
            var read = (int)
                Math.Min(
                    buffer.Length,
                    at < head.Length ? head.Length - at
                        : behind < 0 ? -behind
                        : tail.Length - behind
                );
            if (at < head.Length)
                head.AsSpan((int)at, read).CopyTo(buffer);
            else if (behind < 0)
                buffer[..read].Fill((byte)'x');
            else
                tail.AsSpan((int)behind, read).CopyTo(buffer);
            at += read;
            return read;
        }
    }

    /// <summary>A file on a disk that has gone bad in one place.</summary>
    private sealed class BadSector(byte[] bytes, int good) : GivingStream
    {
        private int at;

        public override int Read(Span<byte> buffer)
        {
            if (at >= good)
                throw new IOException("Input/output error");
            var read = Math.Min(buffer.Length, good - at);
            bytes.AsSpan(at, read).CopyTo(buffer);
            at += read;
            return read;
        }
    }

    private abstract class GivingStream : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public abstract override int Read(Span<byte> buffer);

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void Flush() { }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
