using System.Globalization;
using System.Text.Json;

namespace Dala.Standards.Records;

/// <summary>Looks at a slice of broken JSON to say what is wrong with it.</summary>
internal static class JsonSlice
{
    /// <summary>The byte at which the parser gave up, from 0.</summary>
    public static int OffsetOf(ReadOnlySpan<byte> slice, JsonException fault)
    {
        var start = 0;
        for (var line = fault.LineNumber ?? 0; line > 0; line--)
        {
            var at = slice[start..].IndexOf((byte)'\n');
            if (at < 0)
                break;
            start += at + 1;
        }

        return (int)Math.Min(slice.Length, start + (fault.BytePositionInLine ?? 0));
    }

    /// <summary>
    /// Where an escape writes one half of a character without the other (RFC 8259 §8.2); the parser lets it pass and fails later, when the
    /// text is asked for.
    /// </summary>
    public static int? HalfCharacterAt(ReadOnlySpan<byte> slice)
    {
        for (var at = 0; slice[at..].IndexOf((byte)'\\') is >= 0 and var step; )
        {
            at += step;
            switch (Unit(slice[at..]))
            {
                case >= 0xdc00 and <= 0xdfff:
                    return at;
                case >= 0xd800 and <= 0xdbff when Unit(slice[(at + 6)..]) is not (>= 0xdc00 and <= 0xdfff):
                    return at;
                case >= 0xd800 and <= 0xdbff:
                    at += 12;
                    break;
                default:
                    at += 2;
                    break;
            }
        }

        return null;

        static int? Unit(ReadOnlySpan<byte> escape) =>
            escape.Length >= 6
            && escape[0] == '\\'
            && escape[1] == 'u'
            && int.TryParse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
                ? unit
                : null;
    }

    /// <summary>How deep the brackets of a slice are nested at most.</summary>
    public static int DepthOf(ReadOnlySpan<byte> slice)
    {
        var scan = new JsonScan();
        scan.End(slice);
        return scan.Deepest;
    }
}

/// <summary>Follows one JSON value through its bytes, in as many pieces as they come, without a stack: only brackets and strings matter.</summary>
internal struct JsonScan
{
    private static readonly System.Buffers.SearchValues<byte> Structure = System.Buffers.SearchValues.Create("\"{}[]"u8);
    private static readonly System.Buffers.SearchValues<byte> ScalarEnd = System.Buffers.SearchValues.Create(",]} \t\r\n"u8);
    private static readonly System.Buffers.SearchValues<byte> StringStop = System.Buffers.SearchValues.Create("\"\\\n{}[]"u8);
    private bool begun;
    private bool scalar;
    private bool text;
    private bool escaped;
    private int swallowed;

    public int Depth { get; private set; }
    public int Deepest { get; private set; }

    /// <summary>Whether the value is one that only the end of the file can end: a bare number or word.</summary>
    public readonly bool Scalar => scalar;

    /// <summary>The length of the value within these bytes, or -1 when it goes on.</summary>
    public int End(ReadOnlySpan<byte> bytes)
    {
        var i = 0;
        while (i < bytes.Length)
        {
            if (text)
            {
                if (escaped)
                {
                    escaped = false;
                    i++;
                    continue;
                }

                var stop = bytes[i..].IndexOfAny(StringStop);
                if (stop < 0)
                    return -1;
                i += stop;
                switch (bytes[i])
                {
                    case (byte)'\\':
                        escaped = true;
                        break;
                    case (byte)'{' or (byte)'[':
                        swallowed++;
                        break;
                    case (byte)'}' or (byte)']':
                        swallowed--;
                        break;
                    default:
                        // A line break cannot stand in a string (RFC 8259 §7): its closing quote is missing. What looked like its text
                        // is then structure, so that the value ends where it should and what follows is not lost with it.
                        text = false;
                        var broken = bytes[i] == '\n';
                        Depth += broken ? swallowed : 0;
                        if (Depth <= 0)
                            return broken ? i : i + 1;
                        break;
                }

                i++;
                continue;
            }

            if (scalar)
            {
                var stop = bytes[i..].IndexOfAny(ScalarEnd);
                return stop < 0 ? -1 : i + stop;
            }

            if (!begun)
            {
                begun = true;
                scalar = bytes[i] is not ((byte)'"' or (byte)'{' or (byte)'[');
                if (scalar)
                    continue;
            }

            var next = bytes[i..].IndexOfAny(Structure);
            if (next < 0)
                return -1;
            i += next;
            switch (bytes[i])
            {
                case (byte)'"':
                    text = true;
                    swallowed = 0;
                    break;
                case (byte)'{' or (byte)'[':
                    Deepest = Math.Max(Deepest, ++Depth);
                    break;
                default:
                    if (--Depth <= 0)
                        return i + 1;
                    break;
            }

            i++;
        }

        return -1;
    }
}
