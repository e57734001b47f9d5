using System.Text.Json;

namespace Dala.Standards.Records;

/// <summary>Steps through JSON of any size by its structure only; whether a value is sound is for the parser of its slice.</summary>
internal sealed class JsonCursor(ByteWindow window, int limit)
{
    /// <summary>Where the bytes that are passed go too; what is beyond the longest record is dropped.</summary>
    public JsonOwn? Sink { get; set; }

    public long Line => window.Line;

    /// <summary>The next byte that is not white space; null at the end of the file.</summary>
    public byte? Peek()
    {
        while (true)
        {
            // RS may stand before each text of a sequence (RFC 7464 §2.2).
            var at = window.Span.IndexOfAnyExcept(" \t\r\n\u001e"u8);
            if (at > 0)
                Advance(at);
            if (at >= 0)
                return window.Span[0];
            Advance(window.Span.Length);
            if (!window.Fill())
                return null;
        }
    }

    /// <summary>The next byte that is not white space, where the file may not end yet.</summary>
    public byte Need() => Peek() ?? throw new FileFault(RecordFaults.FileTruncated);

    public void Take() => Advance(1);

    /// <summary>Passes one value and gives its bytes, or its beginning when it is too long.</summary>
    public byte[] Capture(out bool tooLong)
    {
        Need();
        var scan = new JsonScan();
        var scanned = 0;
        while (true)
        {
            var at = scan.End(window.Span[scanned..]);
            var length = at < 0 ? window.Span.Length : scanned + at;
            tooLong = length > limit;
            if (at >= 0 || tooLong)
            {
                var slice = window.Span[..(tooLong ? Math.Min(length, Reading.Refused.LongestExcerpt) : length)].ToArray();
                Advance(length);
                if (at < 0)
                    Pass(ref scan);
                return slice;
            }

            scanned = length;
            if (window.Fill())
                continue;
            if (!scan.Scalar)
                throw new FileFault(RecordFaults.FileTruncated);
            var rest = window.Span.ToArray();
            Advance(rest.Length);
            return rest;
        }
    }

    /// <summary>Passes one value, however long.</summary>
    public void Pass()
    {
        Need();
        var scan = new JsonScan();
        Pass(ref scan);
    }

    /// <summary>Passes the name of a property and its colon; null when it is no name.</summary>
    public string? Name()
    {
        var slice = Capture(out var tooLong);
        if (Need() == ':')
            Take();
        if (tooLong)
            return null;
        try
        {
            return JsonElement.Parse(slice).GetString();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null; // the record that it belongs to is refused by its own parser
        }
    }

    private void Pass(ref JsonScan scan)
    {
        while (true)
        {
            var at = scan.End(window.Span);
            Advance(at < 0 ? window.Span.Length : at);
            if (at >= 0)
                return;
            if (!window.Fill())
                throw new FileFault(RecordFaults.FileTruncated);
        }
    }

    private void Advance(int count)
    {
        Sink?.Add(window.Span[..count], limit);
        window.Advance(count);
    }
}

/// <summary>The bytes of a node without those of its children.</summary>
internal sealed class JsonOwn
{
    private readonly List<byte> bytes = [];

    public bool TooLong { get; private set; }

    public int Length => bytes.Count;

    public void Add(ReadOnlySpan<byte> more, int limit)
    {
        TooLong = TooLong || bytes.Count + more.Length > limit;
        if (!TooLong)
            bytes.AddRange(more);
    }

    public void CutTo(int length)
    {
        if (length < bytes.Count)
            bytes.RemoveRange(length, bytes.Count - length);
    }

    public byte[] ToArray() => [.. bytes];
}
