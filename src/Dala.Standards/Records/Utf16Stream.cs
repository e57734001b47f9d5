namespace Dala.Standards.Records;

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
