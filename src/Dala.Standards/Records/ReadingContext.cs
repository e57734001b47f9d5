using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Dala.Standards.Records;

/// <summary>What every format needs while it reads one file: its name, its limits, and how far it has come.</summary>
internal sealed class ReadingContext(string file, RecordFormat format, RecordLimits limits, CancellationToken ct)
{
    public string File { get; } = file;
    public RecordFormat Format { get; } = format;
    public RecordLimits Limits { get; } = limits;
    public CancellationToken Cancel { get; } = ct;

    /// <summary>How many records there were so far, those that were refused included.</summary>
    public long Record { get; set; }

    private ByteWindow? Window { get; set; }

    public ByteWindow Over(Stream text) => Window = new ByteWindow(text, Cancel);

    /// <summary>The same file from its beginning.</summary>
    public ReadingContext Again() => new(File, Format, Limits, Cancel);

    /// <summary>What lies at the point that reading has reached.</summary>
    public byte[] Excerpt() =>
        Window is null ? [] : Window.Span[..Math.Min(Window.Span.Length, Reading.Refused.LongestExcerpt)].ToArray();

    public Place Next(string? path = null) => Next(Window?.Line, path);

    public Place Next(long? line, string? path) => new(File, ++Record, line, path);

    public Reading.Refused TooLong(Place place, ReadOnlySpan<byte> bytes) =>
        Refuse(place, RecordFaults.TooLong, bytes, null, ("limit", Number(Limits.MaxRecordBytes)));

    public static Reading.Refused Refuse(
        Place place,
        string code,
        ReadOnlySpan<byte> bytes,
        string? field = null,
        params ReadOnlySpan<(string Name, string Value)> arguments
    )
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
            named[name] = value;
        return new(place, field, code, named, bytes[..Math.Min(bytes.Length, Reading.Refused.LongestExcerpt)].ToArray());
    }

    /// <summary>Makes a record of a slice that should be JSON, or refuses it.</summary>
    public Reading Json(Place place, byte[] raw, Func<JsonElement, SourceRecord> record)
    {
        if (InvalidUtf8At(raw) is { } at)
            return Refuse(place, RecordFaults.InvalidUtf8, raw, null, ("offset", Number(at)));

        try
        {
            var json = JsonElement.Parse(raw, new JsonDocumentOptions { MaxDepth = Limits.MaxDepth });
            return JsonSlice.HalfCharacterAt(raw) is { } half
                ? Refuse(place, RecordFaults.InvalidJson, raw, null, ("offset", Number(half)))
                : new Reading.Read(record(json));
        }
        catch (JsonException fault)
        {
            var offset = JsonSlice.OffsetOf(raw, fault);
            return JsonSlice.DepthOf(raw) > Limits.MaxDepth
                ? Refuse(place, RecordFaults.TooDeep, raw, null, ("limit", Number(Limits.MaxDepth)))
                : Refuse(place, RecordFaults.InvalidJson, raw, null, ("offset", Number(offset)));
        }
    }

    /// <summary>Where bytes stop being UTF-8 (RFC 3629), counted from 0; null when they are whole.</summary>
    public static int? InvalidUtf8At(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return null;
        var at = 0;
        while (System.Text.Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
