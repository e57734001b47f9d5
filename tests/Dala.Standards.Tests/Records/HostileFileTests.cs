using System.IO.Compression;
using System.Text;
using Dala.Standards.Records;
using Dala.Testing;

namespace Dala.Standards.Tests.Records;

/// <summary>Runs alone, for it measures memory and time.</summary>
[Collection(nameof(HostileFileTests))]
[CollectionDefinition(nameof(HostileFileTests), DisableParallelization = true)]
public sealed class HostileFileTests
{
    [Theory]
    [InlineData("csv", "a,b\n1,x\n2,", "\n3,z\n")]
    [InlineData("csv", "a,b\n1,x\n2,\"", "\",y\n3,z\n")]
    [InlineData("csv", "a,b\n1,x\n2,\"", "\n3,z\n")]
    [InlineData("json", "[{\"a\":\"1\"},{\"a\":\"", "\"},{\"a\":\"3\"}]")]
    [InlineData("jsonl", "{\"a\":\"1\"}\n{\"a\":\"", "\"}\n{\"a\":\"3\"}\n")]
    [InlineData("links", "* [1](http://a)\n* [2](http://", ")\n* [3](http://a)\n")]
    public void A_record_of_200_megabytes_is_one_refusal_and_the_next_is_read(string kind, string before, string after)
    {
        using var stream = new LongLine(before, 200 << 20, after);
        var start = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var readings = new List<Reading>();

        foreach (var reading in RecordReader.Read(stream, "given", new RecordFormat { Kind = kind }, new RecordLimits()))
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - start);
            readings.Add(reading);
        }

        var path = kind == "links" ? "title" : "a";
        Assert.Equal(["1", "3"], readings.Read().SelectMany(record => record.Values(path)));
        var refused = Assert.Single(readings.Refused());
        Assert.Equal(RecordFaults.TooLong, refused.Code);
        Assert.InRange(refused.Excerpt.Length, 1, Reading.Refused.LongestExcerpt);
        Assert.InRange(most, 0, 24 << 20);
    }

    [Fact]
    public void Refuses_a_gz_that_was_cut_off_after_reading_what_is_there()
    {
        var whole = File.ReadAllBytes(SharedData.At("gutenberg-catalogue/authors.csv.gz"));

        var readings = Readings.Of(whole[..(whole.Length / 2)], Readings.Csv);

        Assert.InRange(readings.Read().Count, 5_000, 15_000);
        var refused = Assert.Single(readings.Refused());
        Assert.Equal((RecordFaults.FileTruncated, true), (refused.Code, refused.EndsFile));
        Assert.Equal(readings.Read().Count + 1, refused.Place.Record);
        Assert.Same(refused, readings[^1]);
    }

    [Fact]
    public void Notices_wherever_a_gz_was_cut_off()
    {
        var whole = Gz("a,b\n" + string.Concat(Enumerable.Range(0, 40).Select(number => $"{number},{number * 7919 % 10007}\n")));

        for (var length = 2; length < whole.Length; length++)
            Assert.Equal(RecordFaults.FileTruncated, Readings.Of(whole[..length], Readings.Csv).Refused()[^1].Code);
        Assert.Equal(40, Readings.Of(whole, Readings.Csv).Whole().Count);
        Assert.Equal(40, Readings.Of(new Forwards(new MemoryStream(whole), most: 1), Readings.Csv).Whole().Count);
    }

    [Fact]
    public void Refuses_a_gz_whose_bytes_were_changed()
    {
        var bytes = Gz(
            "a,b\n" + string.Concat(Enumerable.Range(0, 50_000).Select(number => $"{number},{number * 7919 % 10007}\n"))
        );
        bytes.AsSpan(bytes.Length / 2, 64).Fill(0xee);

        Assert.Equal(RecordFaults.FileDamaged, Readings.Of(bytes, Readings.Csv).Refused()[^1].Code);
    }

    [Fact]
    public void A_bomb_in_a_gz_is_refused_before_it_goes_off()
    {
        var bomb = Gz("a,b\n" + string.Concat(Enumerable.Repeat(new string('1', 100_000) + ",2\n", 200)));

        var ratio = Readings.Of(bomb, Readings.Csv).Refused().Single();
        var size = Readings
            .Of(bomb, Readings.Csv, new RecordLimits { MaxRatio = 10_000, MaxExpandedBytes = 2_000_000 })
            .Refused()
            .Single();

        Assert.Equal((RecordFaults.FileBomb, "200"), (ratio.Code, ratio.Arguments["ratio"]));
        Assert.InRange(ratio.Place.Record, 10, 100);
        Assert.Equal((RecordFaults.FileTooLarge, "2000000"), (size.Code, size.Arguments["limit"]));
    }

    [Fact]
    public void Reads_gz_members_one_after_another_whatever_the_file_is_called()
    {
        byte[] file = [.. Gz("a,b\n1,2\n"), .. Gz("3,4\n")];

        Assert.Equal(
            [
                ["1", "2"],
                ["3", "4"],
            ],
            Readings.Of(file, Readings.Csv).Cells()
        );
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("links")]
    public void Refuses_a_picture_and_a_file_of_zeros_with_one_word(string kind)
    {
        byte[] picture = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8];
        var format = new RecordFormat { Kind = kind };

        Assert.Equal(["PNG"], Readings.Of(picture, format).Cast<Reading.Refused>().Select(refused => refused.Arguments["found"]));
        Assert.Equal(
            ["BIN"],
            Readings.Of(new byte[100_000], format).Cast<Reading.Refused>().Select(refused => refused.Arguments["found"])
        );
        Assert.Equal(
            ["PDF"],
            Readings.Of(Gz("%PDF-1.7 …"), format).Cast<Reading.Refused>().Select(refused => refused.Arguments["found"])
        );
        Assert.Equal([RecordFaults.FileEmpty], Readings.Of([], format).Cast<Reading.Refused>().Select(refused => refused.Code));
    }

    [Theory]
    [InlineData("<!DOCTYPE html>\n<title>Not found</title>", "HTML")]
    [InlineData("\ufeff\n<html><title>Not found</title>", "HTML")]
    [InlineData("<?xml version=\"1.0\"?>", "XML")]
    [InlineData("[{\"a\": 1}]", "JSON")]
    public void Refuses_a_page_that_was_saved_as_a_table(string file, string found)
    {
        var refused = Assert.IsType<Reading.Refused>(Assert.Single(Readings.Of(file, Readings.Csv)));

        Assert.Equal((RecordFaults.FileNotText, found), (refused.Code, refused.Arguments["found"]));
    }

    [Fact]
    public void Whatever_happens_to_a_file_reading_ends_and_nothing_is_thrown()
    {
        var files = new (byte[] Bytes, RecordFormat Format)[]
        {
            (File.ReadAllBytes(SharedData.At("mit-ocw-samples/expected_courses.csv")), Readings.Csv),
            (File.ReadAllBytes(SharedData.At("mit-ocw-samples/sample_courses.json"))[..9000], Readings.Json),
            (
                File.ReadAllBytes(SharedData.At("tessa-channels/ricecooker_json_tree_fr.json"))[..9000],
                Readings.Json with
                {
                    Children = "children",
                }
            ),
            (File.ReadAllBytes(SharedData.At("free-programming-books/books/free-programming-books-ar.md")), Readings.Links),
            (Gz(string.Concat(Enumerable.Range(0, 100).Select(number => $"{{\"a\": {number}}}\n"))), Readings.JsonLines),
            (Stories(), Readings.Stories),
        };
        var random = new Random(20_261_122);
        var interesting = "\"\\{}[],:;\n\r\t #*()<>"u8.ToArray();
        var limits = new RecordLimits { MaxRecordBytes = 3000 };

        for (var round = 0; round < 1200; round++)
        {
            var (whole, format) = files[round % files.Length];
            var bytes = whole.ToArray();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(bytes.Length);
                bytes = random.Next(4) switch
                {
                    0 => [.. bytes[..at], interesting[random.Next(interesting.Length)], .. bytes[at..]],
                    1 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(40))..], 1],
                    2 => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
                    _ => random.Next(10) == 0 ? bytes[..(at + 1)] : bytes,
                };
            }

            using var stream = new MemoryStream(bytes);
            foreach (var record in Readings.Of(stream, format, limits).Read())
                Assert.All(record.Leaves(), leaf => Assert.NotEqual("", leaf.Value));
        }
    }

    [Fact]
    public void Every_refusal_has_the_arguments_that_its_text_may_use()
    {
        var codes = typeof(RecordFaults)
            .GetFields()
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToList();

        Assert.Equal(codes.Order(StringComparer.Ordinal), RecordFaults.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tells_how_far_it_has_come_in_the_bytes_of_the_file()
    {
        using var file = File.OpenRead(SharedData.At("gutenberg-catalogue/subjects.csv.gz"));
        using var counting = new CountingStream(file);

        var halfway = RecordReader.Read(counting, "subjects.csv.gz", Readings.Csv, new RecordLimits()).ElementAt(93_000);

        Assert.IsType<Reading.Read>(halfway);
        Assert.InRange(counting.Consumed, file.Length / 3, file.Length * 2 / 3);
    }

    [Fact]
    public void Stops_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        using var file = File.OpenRead(SharedData.At("gutenberg-catalogue/subjects.csv.gz"));

        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var _ in RecordReader.Read(file, "subjects.csv.gz", Readings.Csv, new RecordLimits(), stop.Token))
                stop.Cancel();
        });
    }

    [Fact]
    public void Reads_more_than_a_hundred_thousand_small_rows_a_second()
    {
        var bytes = Encoding.UTF8.GetBytes("a,b,c\n" + string.Concat(Enumerable.Repeat("1,\"two, and\",3\n", 100_000)));
        var lines = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Repeat("{\"a\": 1, \"b\": [\"two\", {\"c\": 3}]}\n", 30_000))
        );
        byte[] array = [.. "["u8, .. lines.Select(value => value == '\n' ? (byte)',' : value), .. "]"u8];

        var rows = PerSecond(bytes, Readings.Csv);
        var objects = PerSecond(lines, Readings.JsonLines);
        var elements = PerSecond(array, Readings.Json);

        TestContext.Current.TestOutputHelper?.WriteLine($"csv {rows:F0}/s, jsonl {objects:F0}/s, json {elements:F0}/s");
        Assert.InRange(rows, 100_000, double.MaxValue);
        Assert.InRange(objects, 20_000, double.MaxValue);
        Assert.InRange(elements, 20_000, double.MaxValue);

        // By processor time and the best of several, for the machine has other things to do.
        static double PerSecond(byte[] file, RecordFormat format) =>
            Enumerable
                .Range(0, 3)
                .Max(_ =>
                {
                    var start = Environment.CpuUsage.TotalTime;
                    using var stream = new MemoryStream(file);
                    var count = RecordReader.Read(stream, "given", format, new RecordLimits()).Count();
                    return count / (Environment.CpuUsage.TotalTime - start).TotalSeconds;
                });
    }

    private static byte[] Stories()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var number = 0; number < 5; number++)
            {
                using var entry = archive.CreateEntry($"en/000{number}_a.md").Open();
                entry.Write(Encoding.UTF8.GetBytes($"# Story {number}\n\n##\nOnce upon a time.\n\n##\n* License: [CC-BY]\n"));
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Gz(string text)
    {
        using var bytes = new MemoryStream();
        using (var gz = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            gz.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    /// <summary>A file with a line that is never in memory as a whole.</summary>
    private sealed class LongLine(string before, int length, string after) : Stream
    {
        private readonly byte[] head = Encoding.UTF8.GetBytes(before);
        private readonly byte[] tail = Encoding.UTF8.GetBytes(after);
        private long at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var behind = at - head.Length - length;
            var read =
                at < head.Length ? Copy(head.AsSpan((int)at), buffer.AsSpan(offset, count))
                : behind >= 0 ? Copy(tail.AsSpan((int)behind), buffer.AsSpan(offset, count))
                : (int)Math.Min(count, -behind);
            if (at >= head.Length && behind < 0)
                buffer.AsSpan(offset, read).Fill((byte)'x');
            at += read;
            return read;
        }

        private static int Copy(ReadOnlySpan<byte> from, Span<byte> to)
        {
            var count = Math.Min(from.Length, to.Length);
            from[..count].CopyTo(to);
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void Flush() { }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
