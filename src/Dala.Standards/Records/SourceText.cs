namespace Dala.Standards.Records;

/// <summary>Opens a file as UTF-8 text, by what its bytes say and not by its name: gz is expanded, byte order marks are read, binary is refused.</summary>
internal sealed class SourceText(Stream stream, ReadingContext context) : IDisposable
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
        var (head, fault) = Begin(stream);
        Stream text = new PrefixedStream(head, stream, fault);
        if (head is [0x1f, 0x8b, ..])
        {
            expanding = new ExpandingStream(text, context.Limits);
            (head, fault) = Begin(expanding);
            text = new PrefixedStream(head, expanding, fault);
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
            throw new FileFault(RecordFaults.FileNotText, ("found", "BIN"));
        if (Other(head) is { } other)
            throw new FileFault(RecordFaults.FileNotText, ("found", other));
        return text;
    }

    public void Dispose() => expanding?.Dispose();

    /// <summary>A page that says "not found", saved under the name of the table, is the commonest wrong file of all.</summary>
    private string? Other(ReadOnlySpan<byte> head)
    {
        var start = System
            .Text.Encoding.Latin1.GetString(head[..Math.Min(head.Length, 200)])
            .TrimStart('\u00ef', '\u00bb', '\u00bf')
            .TrimStart();
        if (
            start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
        )
            return "HTML";
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            return "XML";
        return
            context.Format.Kind == "csv"
            && (start.StartsWith("{\"", StringComparison.Ordinal) || start.StartsWith("[{", StringComparison.Ordinal))
            ? "JSON"
            : null;
    }

    // A file that breaks off near its beginning still has a beginning: what came before the fault is read first.
    private static (byte[] Head, FileFault? Fault) Begin(Stream stream)
    {
        var head = new byte[Head];
        var length = 0;
        try
        {
            while (length < Head && stream.Read(head.AsSpan(length)) is > 0 and var read)
                length += read;
        }
        catch (FileFault fault) when (length > 0)
        {
            return (head[..length], fault);
        }

        return (head[..length], null);
    }

    private static void Skip(Stream stream, int count) => stream.ReadExactly(new byte[count]);
}

/// <summary>A stream whose beginning was already read, and the fault that was met behind it, if there was one.</summary>
internal sealed class PrefixedStream(byte[] prefix, Stream rest, FileFault? fault = null) : ReadingStream
{
    private int passed;

    public override int Read(Span<byte> buffer)
    {
        if (passed == prefix.Length)
            return fault is null ? rest.Read(buffer) : throw fault;
        var count = Math.Min(buffer.Length, prefix.Length - passed);
        prefix.AsSpan(passed, count).CopyTo(buffer);
        passed += count;
        return count;
    }
}
