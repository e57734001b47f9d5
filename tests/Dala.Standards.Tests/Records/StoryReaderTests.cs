using System.IO.Compression;
using System.Text;
using Dala.Standards.Records;
using Dala.Testing;

namespace Dala.Standards.Tests.Records;

public sealed class StoryReaderTests
{
    private const string Whole =
        "# A title\n\n##\nOne line\nand its second.\n\nA paragraph.\n\n##\nEnd.\n\n##\n* License: [CC-BY]\n* Text: A,\nB\n* Translated By: C\n* Language: en\n\nA frog likes\ncold water.\n";

    [Theory]
    [InlineData("storybooks/african-storybook.zip", 929, 823, 10)]
    [InlineData("storybooks/global-storybooks.zip", 923, 693, 51)]
    public void Reads_every_story_of_the_real_archives(string file, int stories, int attribution, int languages)
    {
        var records = Readings.OfShared(file, Readings.Stories).Whole();

        Assert.Equal(stories, records.Count);
        Assert.Equal(languages, records.Select(record => record.One("@folder")).Distinct().Count());
        Assert.Equal(attribution, records.Count(record => record.One("License") is "[CC-BY]" or "CC BY" or "CC-BY"));
        Assert.All(records, record => Assert.NotNull(record.One("title")));
        Assert.All(records, record => Assert.NotNull(record.One("text")));
        Assert.All(records, record => Assert.NotNull(record.One("Language")));
        Assert.All(records, record => Assert.Matches("^[0-9]+$", record.One("@number")));
    }

    [Fact]
    public void Keeps_each_story_byte_for_byte()
    {
        using var archive = ZipFile.OpenRead(SharedData.At("storybooks/global-storybooks.zip"));
        var records = Readings.OfShared("storybooks/global-storybooks.zip", Readings.Stories).Whole();

        foreach (var (entry, record) in archive.Entries.Zip(records).Take(50))
        {
            using var bytes = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(bytes);
            Assert.Equal(entry.FullName, record.Place.Path);
            Assert.Equal(bytes.ToArray(), record.Raw.ToArray());
        }
    }

    [Fact]
    public void Takes_a_story_apart()
    {
        var record = Readings.Of(Zip(("ha-ne/0042_the-lion.md", Whole)), Readings.Stories).Whole().Single();

        Assert.Equal(
            [
                new("title", "A title"),
                new("text", "One line\nand its second.\n\nA paragraph.\n\n⁂\n\nEnd."),
                new("License", "[CC-BY]"),
                new("Text", "A, B"),
                new("Translated By", "C"),
                new("Language", "en"),
                new("summary", "A frog likes\ncold water."),
                new("@folder", "ha-ne"),
                new("@number", "0042"),
                new("@slug", "the-lion"),
            ],
            record.Leaves().ToArray()
        );
        Assert.Equal(new Place("given", 1, null, "ha-ne/0042_the-lion.md"), record.Place);
    }

    [Fact]
    public void Refuses_entries_one_by_one_and_reads_the_others()
    {
        var zip = Zip(
            ("../../etc/0001_up.md", Whole),
            ("/0001_absolute.md", Whole),
            ("en\\..\\0001_back.md", Whole),
            ("C:/0001_drive.md", Whole),
            ("en/0001_twice.md", Whole),
            ("en/0001_twice.md", Whole),
            ("en/more.zip", "PK"),
            ("en/picture.png", "x"),
            ("__MACOSX/en/._0001_a.md", "x"),
            ("en/", ""),
            ("en/0002_empty.md", ""),
            ("en/0003_last.md", Whole)
        );

        var readings = Readings.Of(zip, Readings.Stories);

        Assert.Equal(["en/0001_twice.md", "en/0003_last.md"], readings.Read().Select(record => record.Place.Path));
        Assert.Equal(
            [
                RecordFaults.EntryClimbs,
                RecordFaults.EntryClimbs,
                RecordFaults.EntryClimbs,
                RecordFaults.EntryClimbs,
                RecordFaults.EntryTwice,
                RecordFaults.EntryNested,
                RecordFaults.EntryUnknown,
                RecordFaults.NoTitle,
            ],
            readings.Refused().Select(refused => refused.Code)
        );
    }

    [Fact]
    public void Refuses_an_entry_that_is_encrypted_or_damaged()
    {
        var encrypted = Zip(("en/0001_a.md", Whole), ("en/0002_b.md", Whole));
        var at = encrypted.AsSpan().IndexOf("PK\u0001\u0002"u8);
        encrypted[at + 8] |= 1;
        encrypted[6] |= 1;
        var damaged = Zip(("en/0001_a.md", Whole), ("en/0002_b.md", Whole));
        damaged.AsSpan(45, 40).Fill(0xff);

        Assert.Equal(
            [RecordFaults.EntryEncrypted],
            Readings.Of(encrypted, Readings.Stories).Refused().Select(refused => refused.Code)
        );
        Assert.Equal(
            [RecordFaults.EntryDamaged],
            Readings.Of(damaged, Readings.Stories).Refused().Select(refused => refused.Code)
        );
        Assert.Equal("en/0002_b.md", Readings.Of(damaged, Readings.Stories).Read().Single().Place.Path);
    }

    [Fact]
    public void Refuses_an_entry_whose_letters_were_changed_without_harm_to_the_archive()
    {
        var zip = Zip(CompressionLevel.NoCompression, ("en/0001_a.md", Whole), ("en/0002_b.md", Whole));
        zip[zip.AsSpan().IndexOf("One line"u8)] = (byte)'X';

        var readings = Readings.Of(zip, Readings.Stories);

        Assert.Equal([RecordFaults.EntryDamaged], readings.Refused().Select(refused => refused.Code));
        Assert.Equal("en/0002_b.md", readings.Read().Single().Place.Path);
    }

    [Fact]
    public void A_bomb_in_a_zip_is_refused_before_it_goes_off()
    {
        var bomb = Zip(("en/0001_bomb.md", new string('a', 30 << 20)), ("en/0002_b.md", Whole));
        var many = Zip([.. Enumerable.Range(0, 40).Select(number => ($"en/{number}_a.md", new string('a', 1_000_000)))]);

        var single = Readings.Of(bomb, Readings.Stories, new RecordLimits { MaxEntryBytes = 20 << 20 });
        var total = Readings.Of(many, Readings.Stories);
        var capped = Readings.Of(many, Readings.Stories, new RecordLimits { MaxExpandedBytes = 5_500_000, MaxRatio = 10_000 });
        var entry = Readings.Of(many, Readings.Stories, new RecordLimits { MaxEntryBytes = 1000 });

        Assert.Equal((RecordFaults.EntryBomb, "200"), (single.Refused()[^1].Code, single.Refused()[^1].Arguments["ratio"]));
        Assert.Equal("en/0002_b.md", single.Read().Single().Place.Path);
        Assert.Equal(RecordFaults.FileBomb, total.Refused()[^1].Code);
        Assert.Equal(
            (RecordFaults.FileTooLarge, "5500000"),
            (capped.Refused()[^1].Code, capped.Refused()[^1].Arguments["limit"])
        );
        Assert.Contains(RecordFaults.EntryTooLong, entry.Refused().Select(refused => refused.Code));
    }

    [Fact]
    public void Refuses_more_entries_than_the_limit_whatever_the_archive_says()
    {
        var zip = Zip([.. Enumerable.Range(0, 20).Select(number => ($"en/{number}_a.md", Whole))]);
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        zip[end + 8] = zip[end + 10] = 1;

        var readings = Readings.Of(zip, Readings.Stories, new RecordLimits { MaxEntries = 19 });

        Assert.Equal(
            (RecordFaults.FileTooManyEntries, "19"),
            (readings.Refused().Single().Code, readings.Refused()[0].Arguments["limit"])
        );
        Assert.Equal(RecordFaults.FileDamaged, Readings.Of(zip, Readings.Stories).Refused().Single().Code);
    }

    [Fact]
    public void Tells_a_zip_that_was_cut_off_from_what_is_no_zip()
    {
        var zip = Zip(("en/0001_a.md", Whole));

        Assert.Equal(RecordFaults.FileTruncated, Readings.Of(zip[..^40], Readings.Stories).Refused().Single().Code);
        Assert.Equal(RecordFaults.FileNotZip, Readings.Of("<html>", Readings.Stories).Refused().Single().Code);
        Assert.Equal(RecordFaults.FileEmpty, Readings.Of("", Readings.Stories).Refused().Single().Code);
        Assert.Single(Readings.Of(new Forwards(new MemoryStream(zip)), Readings.Stories).Whole());
    }

    private static byte[] Zip(params (string Name, string Text)[] entries) => Zip(CompressionLevel.Optimal, entries);

    private static byte[] Zip(CompressionLevel level, params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var stream = archive.CreateEntry(name, level).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
