using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dala.Search.Segments;

/// <summary>Finds the terms of a segment that is being made, and keeps beside each what is known of it.</summary>
/// <remarks>
/// A hash table with open addressing (Knuth, "The Art of Computer Programming", vol. 3, §6.4, algorithm L). Who makes an index waits for memory more
/// than for the processor, so a slot knows the whole hash, and what is known of a term, its text and the beginning of its list lie side by side:
/// two places of memory are looked at for a word, where a dictionary of strings and lists apart from it take six.
/// </remarks>
internal sealed class TermTable(ByteLists lists) : IDisposable
{
    private const int SmallestTable = 1 << 10;

    private static readonly int EntryLength = Unsafe.SizeOf<TermEntry>();

    // What a text that comes from outside hashes to must not be known to who wrote it.
    private readonly ulong _seed = (ulong)Random.Shared.NextInt64();
    private readonly List<int> _places = [];

    // The hash in the high half, and in the low half the place of the entry plus one; 0 is free.
    private ulong[] _slots = Empty(SmallestTable);
    private int _size = SmallestTable;

    /// <summary>The places of the entries, as they came.</summary>
    public IReadOnlyList<int> Places => _places;

    /// <summary>The entry at a place.</summary>
    public TermEntry this[int place]
    {
        get => MemoryMarshal.Read<TermEntry>(lists.At(place, EntryLength));
        set => MemoryMarshal.Write(lists.At(place, EntryLength), in value);
    }

    public ReadOnlySpan<char> Text(int place, int length) =>
        MemoryMarshal.Cast<byte, char>(lists.At(place + EntryLength, length * sizeof(char)));

    /// <summary>The place that is looked at first for a term of a hash; -1 if there is none.</summary>
    public int Likely(uint hash) => (int)_slots[(int)hash & (_size - 1)] - 1;

    /// <summary>The place of the entry of a term, which is new where the term is.</summary>
    public int PlaceOf(ReadOnlySpan<char> term, uint hash)
    {
        var slots = _slots;
        var last = _size - 1;
        for (var at = (int)hash & last; ; at = (at + 1) & last)
        {
            var slot = slots[at];
            if (slot == 0)
                return Add(term, hash, at);
            var place = (int)slot - 1;
            if ((uint)(slot >> 32) == hash && Text(place, this[place].TextLength).SequenceEqual(term))
                return place;
        }
    }

    /// <summary>Eight bytes at a time are multiplied to sixteen, which are folded to eight (as in wyhash, Wang Yi, 2019).</summary>
    public uint Hash(ReadOnlySpan<char> term)
    {
        var hash = _seed ^ (uint)term.Length;
        while (term.Length >= 4)
        {
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(MemoryMarshal.AsBytes(term)));
            term = term[4..];
        }

        ulong rest = 0;
        foreach (var c in term)
            rest = rest << 16 | c;
        return (uint)Mixed(hash ^ rest);
    }

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(_slots);
        _slots = [];
    }

    private int Add(ReadOnlySpan<char> term, uint hash, int at)
    {
        var place = lists.Begin(EntryLength + (term.Length * sizeof(char)), out var list);
        var entry = new TermEntry { TextLength = term.Length, List = list };
        this[place] = entry;
        MemoryMarshal.AsBytes(term).CopyTo(lists.At(place + EntryLength, term.Length * sizeof(char)));
        _slots[at] = (ulong)hash << 32 | (uint)(place + 1);
        _places.Add(place);
        // Half full, most terms are where they are looked for first.
        if (_places.Count * 2 > _size)
            Widen();
        return place;
    }

    private void Widen()
    {
        var size = checked(_size * 2);
        var wider = Empty(size);
        foreach (var slot in _slots.AsSpan(0, _size))
        {
            if (slot == 0)
                continue;
            var at = (int)(slot >> 32) & (size - 1);
            while (wider[at] != 0)
                at = (at + 1) & (size - 1);
            wider[at] = slot;
        }

        ArrayPool<ulong>.Shared.Return(_slots);
        (_slots, _size) = (wider, size);
    }

    private static ulong[] Empty(int size)
    {
        var slots = ArrayPool<ulong>.Shared.Rent(size);
        slots.AsSpan(0, size).Clear();
        return slots;
    }

    private static ulong Mixed(ulong value)
    {
        var high = Math.BigMul(value, 0x9E37_79B9_7F4A_7C15, out var low);
        return high ^ low;
    }
}

/// <summary>What is known of a term while its segment is being made; half a cache line, before the text.</summary>
internal struct TermEntry
{
    /// <summary>A bit for each language of a text it stands in.</summary>
    public ulong Languages;

    public ByteList List;

    /// <summary>Where it occurred last.</summary>
    public int Row;
    public int Position;

    public int TextLength;
}
