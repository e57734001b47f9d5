using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Dala.Search.Segments;

/// <summary>One of many lists that grow at the same time (<see cref="ByteLists"/>).</summary>
internal struct ByteList
{
    public int Start;
    public int Length;
    public int Room;
}

/// <summary>
/// Room for a great many lists of bytes that grow at the same time, side by side in one block. A list that is full moves to a piece twice as large, and
/// leaves its own to the next that needs one of that size (buddy sizes; Knowlton, "A fast storage allocator", 1965).
/// </summary>
internal sealed class ByteLists : IDisposable
{
    // Most words of a text are rare, and an occurrence takes three or four bytes.
    private const int SmallestPiece = 8;

    // For each power of two the first piece that was left, plus one, in which stands the next.
    private readonly int[] _left = new int[31];
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1 << 16);
    private int _end;

    public Span<byte> At(int place, int length) => _bytes.AsSpan(place, length);

    public ReadOnlySpan<byte> Of(ByteList list) => _bytes.AsSpan(list.Start, list.Length);

    /// <summary>Begins a list behind some bytes that stay where they are; the place of these.</summary>
    public int Begin(int length, out ByteList list)
    {
        var place = Take(length + SmallestPiece);
        list = new ByteList { Start = place + length, Room = SmallestPiece };
        return place;
    }

    /// <summary>Adds a number in groups of seven bits, the lowest first.</summary>
    public void AddNumber(ref ByteList list, uint value)
    {
        for (; value >= 0x80; value >>= 7)
            Add(ref list, (byte)(value | 0x80));
        Add(ref list, (byte)value);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Add(ref ByteList list, byte value)
    {
        if (list.Length == list.Room)
            Move(ref list);
        _bytes[list.Start + list.Length++] = value;
    }

    private void Move(ref ByteList list)
    {
        var room = checked(list.Room * 2);
        var start = Piece(room);
        Of(list).CopyTo(_bytes.AsSpan(start));
        // The smallest piece stays empty: each list begins with one of its own.
        if (list.Room > SmallestPiece)
            Leave(list.Start, list.Room);
        (list.Start, list.Room) = (start, room);
    }

    private int Piece(int room)
    {
        ref var left = ref _left[BitOperations.Log2((uint)room)];
        if (left == 0)
            return Take(room);
        var piece = left - 1;
        left = MemoryMarshal.Read<int>(_bytes.AsSpan(piece));
        return piece;
    }

    private void Leave(int piece, int room)
    {
        ref var left = ref _left[BitOperations.Log2((uint)room)];
        MemoryMarshal.Write(_bytes.AsSpan(piece), in left);
        left = piece + 1;
    }

    private int Take(int length)
    {
        var place = _end;
        // What begins at a multiple of eight is in as few cache lines as can be.
        _end = checked(_end + length + 7) & ~7;
        if (_end > _bytes.Length)
            Grow();
        return place;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, _end * 2L));
        _bytes.CopyTo(larger.AsSpan());
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
