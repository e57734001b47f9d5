using System.IO.Compression;

namespace Dala.Standards.Records;

/// <summary>Opens a file as UTF-8 text, by what its bytes say and not by its name: gz is expanded, byte order marks are read, binary is refused.</summary>
internal sealed class SourceText(Stream stream, RecordLimits limits) : IDisposable
{
    private const int Head = 1 << 16;

    private static readonly (byte[] Magic, string Name)[] Binary =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "PNG"),
        ("%PDF-"u8.ToArray(), "PDF"),
        ([(byte)'P', (byte)'K', 3, 4], "ZIP"),
        ([(byte)'P', (byte)'K', 5, 6], "ZIP"),
        ([0x1f, 0x8b], "GZIP"),
        ([0xff, 0xd8, 0xff], "JPEG"),
        ("GIF8"u8.ToArray(), "GIF"),
        ([0xd0, 0xcf, 0x11, 0xe0], "OLE"),
        ("SQLite format 3"u8.ToArray(), "SQLite"),
        ([0x28, 0xb5, 0x2f, 0xfd], "ZSTD"),
        ([0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "XZ"),
        ("BZh"u8.ToArray(), "BZIP2"),
        ([(byte)'7', (byte)'z', 0xbc, 0xaf], "7Z"),
    ];

    private ExpandingStream? expanding;

    /// <summary>The text from its beginning, without a byte order mark.</summary>
    public Stream Open()
    {
        var head = Begin(stream);
        Stream text = new PrefixedStream(head, stream);
        if (head is [0x1f, 0x8b, ..])
        {
            expanding = new ExpandingStream(text, limits);
            head = Begin(expanding);
            text = new PrefixedStream(head, expanding);
        }

        if (head.Length == 0)
            throw new FileFault(RecordFaults.FileEmpty);

        switch (head)
        {
            case [0xef, 0xbb, 0xbf, ..]:
                Skip(text, 3);
                break;
            case [0xff, 0xfe, ..] or [0xfe, 0xff, ..]:
                Skip(text, 2);
                return new Utf16Stream(text, bigEndian: head[0] == 0xfe);
        }

        foreach (var (magic, name) in Binary)
        {
            if (head.AsSpan().StartsWith(magic))
                throw new FileFault(RecordFaults.FileNotText, ("found", name));
        }

        if (head.AsSpan().Contains((byte)0))
            throw new FileFault(RecordFaults.FileNotText, ("found", "NUL"));
        return text;
    }

    public void Dispose() => expanding?.Dispose();

    private static byte[] Begin(Stream stream)
    {
        var head = new byte[Head];
        return head[..stream.ReadAtLeast(head, Head, throwOnEndOfStream: false)];
    }

    private static void Skip(Stream stream, int count) => stream.ReadExactly(new byte[count]);
}

/// <summary>A stream whose beginning was already read.</summary>
internal sealed class PrefixedStream(byte[] prefix, Stream rest) : ReadingStream
{
    private int passed;

    public override int Read(Span<byte> buffer)
    {
        if (passed == prefix.Length)
            return rest.Read(buffer);
        var count = Math.Min(buffer.Length, prefix.Length - passed);
        prefix.AsSpan(passed, count).CopyTo(buffer);
        passed += count;
        return count;
    }
}

/// <summary>Expands gz, one member after another (RFC 1952 §2.2), and stops at what can only be a bomb.</summary>
internal sealed class ExpandingStream : ReadingStream
{
    private const long Lenient = 1 << 20;
    private readonly CountingStream packed;
    private readonly GZipStream expanded;
    private readonly RecordLimits limits;
    private long count;

    public ExpandingStream(Stream stream, RecordLimits limits)
    {
        packed = new CountingStream(stream);
        expanded = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
        this.limits = limits;
    }

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = expanded.Read(buffer);
        }
        catch (InvalidDataException)
        {
            // The decompressor tells truncation and damage apart by words only; the end of the input tells them apart for us.
            throw new FileFault(packed.ReadByte() < 0 ? RecordFaults.FileTruncated : RecordFaults.FileDamaged);
        }

        count += read;
        if (count > limits.MaxExpandedBytes)
            throw new FileFault(RecordFaults.FileTooLarge, ("limit", ReadingContext.Number(limits.MaxExpandedBytes)));
        if (count > Lenient && count / limits.MaxRatio > packed.Consumed)
            throw new FileFault(RecordFaults.FileBomb, ("ratio", ReadingContext.Number(limits.MaxRatio)));
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            expanded.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Turns UTF-16 into UTF-8; a surrogate without its partner becomes bytes that are not UTF-8, so that its record is refused.</summary>
internal sealed class Utf16Stream(Stream stream, bool bigEndian) : ReadingStream
{
    private readonly byte[] units = new byte[1 << 15];
    private readonly byte[] ready = new byte[(1 << 15) / 2 * 3 + 8];
    private int held;
    private int from;
    private int to;

    public override int Read(Span<byte> buffer)
    {
        if (from == to && !Convert())
            return 0;
        var count = Math.Min(buffer.Length, to - from);
        ready.AsSpan(from, count).CopyTo(buffer);
        from += count;
        return count;
    }

    private bool Convert()
    {
        var read = stream.ReadAtLeast(units.AsSpan(held), 4, throwOnEndOfStream: false);
        var last = read < 4;
        var length = held + read;
        (from, to, held) = (0, 0, 0);

        var at = 0;
        for (; at + 2 <= length; at += 2)
        {
            var unit = Unit(at);
            if (!char.IsSurrogate(unit))
            {
                Put(unit);
                continue;
            }

            if (char.IsHighSurrogate(unit) && at + 4 > length && !last)
                break;
            if (char.IsHighSurrogate(unit) && at + 4 <= length && char.IsLowSurrogate(Unit(at + 2)))
            {
                to += new System.Text.Rune(unit, Unit(at + 2)).EncodeToUtf8(ready.AsSpan(to));
                at += 2;
                continue;
            }

            Put(unit);
        }

        if (last && at < length)
            ready[to++] = 0xff; // half a character at the end of the file
        else
            units.AsSpan(at, held = length - at).CopyTo(units);
        return to > 0;
    }

    private char Unit(int at) => (char)(bigEndian ? (units[at] << 8) | units[at + 1] : (units[at + 1] << 8) | units[at]);

    private void Put(char unit)
    {
        if (unit < 0x80)
        {
            ready[to++] = (byte)unit;
            return;
        }

        if (unit >= 0x800)
            ready[to++] = (byte)(0xe0 | (unit >> 12));
        ready[to++] = (byte)(unit >= 0x800 ? 0x80 | ((unit >> 6) & 0x3f) : 0xc0 | (unit >> 6));
        ready[to++] = (byte)(0x80 | (unit & 0x3f));
    }
}

/// <summary>A stream that can only be read forwards; the stream below it stays open, for it is the caller's.</summary>
internal abstract class ReadingStream : Stream
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

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public abstract override int Read(Span<byte> buffer);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
