using System.IO.Compression;
using System.Text;

namespace Dala.Standards.Records;

/// <summary>Reads zips of stories, one Markdown file each: <c>LANGUAGE/NUMBER_slug.md</c>.</summary>
internal static class StoryReader
{
    public static IEnumerable<Reading> Read(Stream stream, ReadingContext context)
    {
        using var source = Rewindable.Of(stream, context);
        using var archive = Open(source.Stream, context);
        var guard = new ExpansionGuard(source.Stream.Length, context.Limits);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            context.Cancel.ThrowIfCancellationRequested();
            var name = entry.FullName;
            if (name.EndsWith('/') && entry.Length == 0 || name.StartsWith("__MACOSX/", StringComparison.Ordinal))
                continue;

            var place = context.Next(null, name);
            if (Unwelcome(entry, names) is { } code)
            {
                yield return ReadingContext.Refuse(place, code, []);
                continue;
            }

            yield return OfEntry(entry, place, context, guard);
        }
    }

    private static ZipArchive Open(Stream stream, ReadingContext context)
    {
        if (stream.Length == 0)
            throw new FileFault(RecordFaults.FileEmpty);
        var start = stream.Position;
        var count = ZipDirectory.Count(stream, context.Limits.MaxEntries) ?? throw new FileFault(NotWhole(stream, start));
        if (count > context.Limits.MaxEntries)
            throw new FileFault(RecordFaults.FileTooManyEntries, ("limit", ReadingContext.Number(context.Limits.MaxEntries)));

        stream.Position = start;
        try
        {
            var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries; // reads the directory
            return archive;
        }
        catch (InvalidDataException)
        {
            throw new FileFault(RecordFaults.FileDamaged);
        }
    }

    /// <summary>A zip that was cut off still begins like one.</summary>
    private static string NotWhole(Stream stream, long start)
    {
        stream.Position = start;
        var magic = new byte[4];
        var read = stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false);
        return read == 4 && magic is [(byte)'P', (byte)'K', 3, 4] ? RecordFaults.FileTruncated : RecordFaults.FileNotZip;
    }

    private static string? Unwelcome(ZipArchiveEntry entry, HashSet<string> names)
    {
        var name = entry.FullName;
        if (
            name.Contains('\\', StringComparison.Ordinal)
            || name.Contains('\0', StringComparison.Ordinal)
            || name is ['/', ..] or [_, ':', ..]
        )
            return RecordFaults.EntryClimbs;
        if (name.Split('/').Any(part => part is ".." or "."))
            return RecordFaults.EntryClimbs;
        if (!names.Add(name))
            return RecordFaults.EntryTwice;
        if (entry.IsEncrypted)
            return RecordFaults.EntryEncrypted;
        if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            return RecordFaults.EntryNested;
        return name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? null : RecordFaults.EntryUnknown;
    }

    private static Reading OfEntry(ZipArchiveEntry entry, Place place, ReadingContext context, ExpansionGuard guard)
    {
        byte[] raw;
        try
        {
            using var stream = entry.Open();
            if (guard.Read(stream, entry.CompressedLength, out raw) is { } fault)
                return fault(place);
        }
        catch (InvalidDataException)
        {
            return ReadingContext.Refuse(place, RecordFaults.EntryDamaged, []);
        }

        if (Crc32.Of(raw) != entry.Crc32)
            return ReadingContext.Refuse(place, RecordFaults.EntryDamaged, raw);
        if (ReadingContext.InvalidUtf8At(raw) is { } at)
            return ReadingContext.Refuse(place, RecordFaults.InvalidUtf8, raw, null, ("offset", ReadingContext.Number(at)));

        var story = Story.Of(Encoding.UTF8.GetString(raw), entry.FullName);
        return story.Title.Length == 0
            ? ReadingContext.Refuse(place, RecordFaults.NoTitle, raw, "title")
            : new Reading.Read(new FieldRecord(place, raw, story.Fields));
    }

    /// <summary>Expands entries without trusting the sizes that the archive states.</summary>
    private sealed class ExpansionGuard(long archiveLength, RecordLimits limits)
    {
        private const long Lenient = 1 << 20;
        private readonly byte[] block = new byte[1 << 16];
        private long total;

        public Func<Place, Reading>? Read(Stream stream, long packed, out byte[] raw)
        {
            using var bytes = new MemoryStream();
            raw = [];
            while (stream.Read(block) is > 0 and var count)
            {
                bytes.Write(block, 0, count);
                total += count;
                if (total > limits.MaxExpandedBytes)
                    throw new FileFault(RecordFaults.FileTooLarge, ("limit", ReadingContext.Number(limits.MaxExpandedBytes)));
                if (total > Lenient && total / limits.MaxRatio > archiveLength)
                    throw new FileFault(RecordFaults.FileBomb, ("ratio", ReadingContext.Number(limits.MaxRatio)));
                if (bytes.Length > Lenient && bytes.Length / limits.MaxRatio > packed)
                    return Refusing(RecordFaults.EntryBomb, "ratio", limits.MaxRatio);
                if (bytes.Length > limits.MaxEntryBytes)
                    return Refusing(RecordFaults.EntryTooLong, "limit", limits.MaxEntryBytes);
            }

            raw = bytes.ToArray();
            return null;
        }

        private static Func<Place, Reading> Refusing(string code, string name, long value) =>
            place => ReadingContext.Refuse(place, code, [], null, (name, ReadingContext.Number(value)));
    }
}
