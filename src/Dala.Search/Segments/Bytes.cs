using System.Buffers;
using System.Runtime.InteropServices;

namespace Dala.Search.Segments;

/// <summary>A growing row of bytes in chunks, so that a large one is not copied as it grows; a very large one goes to a file meanwhile.</summary>
/// <param name="overflow">The path of that file, which the buffer deletes; without it everything is kept in memory.</param>
internal sealed class ByteBuffer(string? overflow = null) : IDisposable
{
    private const int SmallestChunk = 1 << 10;
    private const int LargestChunk = 1 << 16;
    private const int MostInMemory = 1 << 23;
    private const int LongestNumber = 10;

    private readonly List<byte[]> _chunks = [];
    private FileStream? _file;
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
        if (_last.Length - _used < LongestNumber)
        {
            NumberAcross(value);
            return;
        }

        var bytes = _last;
        var at = _used;
        while (value >= 0x80)
        {
            bytes[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        bytes[at++] = (byte)value;
        _used = at;
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
        for (var i = 1; i < _chunks.Count; i++)
            Return(_chunks[i]);
        if (_chunks.Count > 1)
            _chunks.RemoveRange(1, _chunks.Count - 1);
        _last = _chunks.Count > 0 ? _chunks[0] : [];
        _before = 0;
        _used = 0;
        _file?.SetLength(0);
    }

    public void WriteTo(Action<ReadOnlySpan<byte>> write)
    {
        if (_file is not null)
        {
            var part = new byte[LargestChunk];
            _file.Position = 0;
            for (int read; (read = _file.Read(part)) > 0; )
                write(part.AsSpan(0, read));
        }

        foreach (var chunk in _chunks)
            write(ReferenceEquals(chunk, _last) ? chunk.AsSpan(0, _used) : chunk);
    }

    public void CopyTo(ByteBuffer other)
    {
        foreach (var chunk in _chunks)
            other.Bytes(ReferenceEquals(chunk, _last) ? chunk.AsSpan(0, _used) : chunk);
    }

    public void Dispose()
    {
        _file?.Dispose();
        _chunks.ForEach(Return);
        _chunks.Clear();
        _last = [];
    }

    // A number that may reach from one chunk into the next.
    private void NumberAcross(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    // Large chunks are used again: as garbage they would be moved about before they are known to be it.
    private static byte[] Rent(int length) =>
        length < LargestChunk ? new byte[length] : ArrayPool<byte>.Shared.Rent(LargestChunk);

    private static void Return(byte[] chunk)
    {
        if (chunk.Length == LargestChunk)
            ArrayPool<byte>.Shared.Return(chunk);
    }

    private void Grow()
    {
        _before += _used;
        _used = 0;
        if (overflow is not null && _chunks.Count * (long)LargestChunk >= MostInMemory)
            Overflow(overflow);
        _last = Rent(Math.Min(LargestChunk, Math.Max(SmallestChunk, _last.Length * 4)));
        _chunks.Add(_last);
    }

    private void Overflow(string path)
    {
        _file ??= new FileStream(
            path,
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 0,
            FileOptions.DeleteOnClose
        );
        _file.Position = _file.Length;
        foreach (var chunk in _chunks)
            _file.Write(chunk);
        _chunks.ForEach(Return);
        _chunks.Clear();
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

    /// <summary>Reads many numbers, most of which are one or two bytes long.</summary>
    public void Ints(Span<int> numbers)
    {
        var at = At;
        for (var i = 0; i < numbers.Length; i++)
        {
            int number = _bytes[at++];
            if (number >= 0x80)
            {
                int next = _bytes[at++];
                number = (number & 0x7F) | next << 7;
                if (next >= 0x80)
                {
                    At = at - 2;
                    number = Int();
                    at = At;
                }
            }

            numbers[i] = number;
        }

        At = at;
    }

    public ReadOnlySpan<byte> Bytes(int count)
    {
        var part = _bytes.Slice(At, count);
        At += count;
        return part;
    }
}
