using System.Numerics;
using System.Runtime.InteropServices;

namespace Dala.Search.Segments;

/// <summary>A growing row of bytes in chunks, so that a large one is not copied as it grows.</summary>
internal sealed class ByteBuffer
{
    private const int SmallestChunk = 1 << 10;
    private const int LargestChunk = 1 << 16;

    private readonly List<byte[]> _chunks = [];
    private byte[] _last = [];
    private long _before;
    private int _used;

    public long Length => _before + _used;

    public void Byte(byte value)
    {
        if (_used == _last.Length)
            Grow();
        _last[_used++] = value;
    }

    /// <summary>A number in groups of seven bits, the lowest first.</summary>
    public void Number(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_used == _last.Length)
                Grow();
            var part = bytes[..Math.Min(bytes.Length, _last.Length - _used)];
            part.CopyTo(_last.AsSpan(_used));
            _used += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    public void Values<T>(ReadOnlySpan<T> values)
        where T : unmanaged => Bytes(MemoryMarshal.AsBytes(values));

    public void Clear()
    {
        if (_chunks.Count > 1)
            _chunks.RemoveRange(1, _chunks.Count - 1);
        _last = _chunks.Count > 0 ? _chunks[0] : [];
        _before = 0;
        _used = 0;
    }

    public void WriteTo(Action<ReadOnlySpan<byte>> write)
    {
        foreach (var chunk in _chunks)
            write(ReferenceEquals(chunk, _last) ? chunk.AsSpan(0, _used) : chunk);
    }

    public void CopyTo(ByteBuffer other)
    {
        foreach (var chunk in _chunks)
            other.Bytes(ReferenceEquals(chunk, _last) ? chunk.AsSpan(0, _used) : chunk);
    }

    private void Grow()
    {
        _before += _used;
        _used = 0;
        _last = new byte[Math.Min(LargestChunk, Math.Max(SmallestChunk, _last.Length * 4))];
        _chunks.Add(_last);
    }
}

/// <summary>Reads what <see cref="ByteBuffer"/> wrote.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int At { get; private set; }

    public readonly bool AtEnd => At >= _bytes.Length;

    public byte Byte() => _bytes[At++];

    public ulong Number()
    {
        ulong value = _bytes[At++];
        if (value < 0x80)
            return value;
        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            ulong next = _bytes[At++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    public int Int() => (int)Number();

    public ReadOnlySpan<byte> Bytes(int count)
    {
        var part = _bytes.Slice(At, count);
        At += count;
        return part;
    }
}

/// <summary>CRC-32C (Castagnoli; RFC 3720 §12.1), which processors compute eight bytes at a time.</summary>
internal static class Checksum
{
    public const uint Start = uint.MaxValue;

    public static uint Continue(uint sum, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            sum = BitOperations.Crc32C(sum, word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            sum = BitOperations.Crc32C(sum, rest);
        return sum;
    }

    public static uint Of(ReadOnlySpan<byte> bytes) => Continue(Start, bytes);
}
