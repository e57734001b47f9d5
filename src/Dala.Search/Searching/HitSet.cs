using System.Buffers;
using System.Numerics;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>Documents of a segment: a list in rising order while they are few, a bitmap when they are many.</summary>
internal sealed class HitSet : IDisposable
{
    // From about a document in sixteen on, a bitmap is quicker to make, to combine and to count.
    private const int Dense = 16;

    private readonly int _documents;
    private readonly List<object> _rented = [];
    private int[] _list = [];
    private ulong[] _bits = [];
    private ulong[]? _scratch;
    private int _count;

    private HitSet(int documents) => _documents = documents;

    public bool IsDense { get; private set; }

    /// <summary>The documents, if they are a list.</summary>
    public Span<int> List => _list.AsSpan(0, _count);

    /// <summary>The documents; of a bitmap that does not change any more.</summary>
    public ReadOnlySpan<int> Documents
    {
        get
        {
            if (IsDense && _list.Length == 0)
                MakeList(Bitmap.Count(Bits));
            return List;
        }
    }

    /// <summary>A bit for each document, if they are a bitmap.</summary>
    public Span<ulong> Bits => _bits.AsSpan(0, Bitmap.Words(_documents));

    public int Count => IsDense ? Bitmap.Count(Bits) : _count;

    public bool IsEmpty => !IsDense && _count == 0;

    public static bool IsDenseFrom(long documents, int all) => documents * Dense > all;

    public static HitSet All(int documents)
    {
        var set = None(documents);
        Bitmap.Fill(set.Bits, documents);
        return set;
    }

    /// <summary>A bitmap to be filled; then comes <see cref="ThinOut"/>.</summary>
    public static HitSet None(int documents)
    {
        var set = new HitSet(documents) { IsDense = true };
        set._bits = set.RentBits();
        set.Bits.Clear();
        return set;
    }

    public static HitSet Of(TermsClause clause, int documents)
    {
        var set = new HitSet(documents);
        set._list = ArrayPool<int>.Shared.Rent((int)clause.Most);
        set._rented.Add(set._list);
        set._count = clause.Collect(set._list);
        return set;
    }

    public static HitSet Of(ReadOnlySpan<ulong> bits, int documents)
    {
        var set = None(documents);
        bits.CopyTo(set.Bits);
        set.ThinOut();
        return set;
    }

    /// <summary>The same documents, to be changed apart.</summary>
    public HitSet Copy()
    {
        if (IsDense)
            return Of(Bits, _documents);
        var set = new HitSet(_documents) { _list = ArrayPool<int>.Shared.Rent(_count), _count = _count };
        set._rented.Add(set._list);
        List.CopyTo(set._list);
        return set;
    }

    public void Keep(SegmentClause clause)
    {
        if (!IsDense)
        {
            _count = clause.Keep(List);
            return;
        }

        var bits = Scratch();
        clause.AddTo(bits);
        Keep(bits);
        ThinOut();
    }

    public void Keep(ReadOnlySpan<ulong> bits)
    {
        if (IsDense)
        {
            Bitmap.And(Bits, bits);
            return;
        }

        var kept = 0;
        foreach (var document in List)
        {
            if (Bitmap.Has(bits, document))
                _list[kept++] = document;
        }

        _count = kept;
    }

    public void Remove(SegmentClause clause)
    {
        var bits = Scratch();
        clause.AddTo(bits);
        Remove(bits);
    }

    public void Remove(ReadOnlySpan<ulong> bits)
    {
        if (IsDense)
        {
            Bitmap.AndNot(Bits, bits);
            return;
        }

        var kept = 0;
        foreach (var document in List)
        {
            if (!Bitmap.Has(bits, document))
                _list[kept++] = document;
        }

        _count = kept;
    }

    public void KeepDates(Column<long> dates, long from, long to)
    {
        if (!IsDense)
        {
            var kept = 0;
            foreach (var document in List)
            {
                if (dates[document] >= from && dates[document] <= to)
                    _list[kept++] = document;
            }

            _count = kept;
            return;
        }

        for (var word = 0; word < Bits.Length; word++)
        {
            for (var rest = Bits[word]; rest != 0; rest &= rest - 1)
            {
                var bit = BitOperations.TrailingZeroCount(rest);
                var date = dates[(word << 6) + bit];
                if (date < from || date > to)
                    Bits[word] &= ~(1UL << bit);
            }
        }

        ThinOut();
    }

    public bool Has(int document) => IsDense ? Bitmap.Has(Bits, document) : List.BinarySearch(document) >= 0;

    /// <summary>Writes the next documents from a place on, which it moves; how many, 0 at the end.</summary>
    public int Next(Span<int> documents, ref int place)
    {
        if (!IsDense)
        {
            var part = List[place..];
            part = part[..Math.Min(part.Length, documents.Length)];
            part.CopyTo(documents);
            place += part.Length;
            return part.Length;
        }

        var count = 0;
        for (; place < Bits.Length && count + 64 <= documents.Length; place++)
        {
            var first = place << 6;
            for (var rest = Bits[place]; rest != 0; rest &= rest - 1)
                documents[count++] = first + BitOperations.TrailingZeroCount(rest);
        }

        // A stretch without any is not the end.
        return count == 0 && place < Bits.Length ? Next(documents, ref place) : count;
    }

    public void Dispose()
    {
        foreach (var rented in _rented)
        {
            if (rented is int[] list)
                ArrayPool<int>.Shared.Return(list);
            else
                ArrayPool<ulong>.Shared.Return((ulong[])rented);
        }

        _rented.Clear();
    }

    /// <summary>Sets the bits of those from the first document, a multiple of 64, up to the end.</summary>
    public void AddTo(Span<ulong> bits, int first, int end)
    {
        if (IsDense)
        {
            Bitmap.Or(bits, Bits[(first >> 6)..((end + 63) >> 6)]);
            return;
        }

        var at = List.BinarySearch(first);
        for (at = at < 0 ? ~at : at; at < _count && _list[at] < end; at++)
            bits[(_list[at] - first) >> 6] |= 1UL << _list[at];
    }

    /// <summary>Makes a list of what has become few.</summary>
    public void ThinOut()
    {
        if (!IsDense)
            return;
        var count = Bitmap.Count(Bits);
        if (IsDenseFrom(count, _documents))
            return;
        MakeList(count);
        IsDense = false;
    }

    private void MakeList(int count)
    {
        var list = ArrayPool<int>.Shared.Rent(count + 64);
        _rented.Add(list);
        var place = 0;
        var at = 0;
        while (at < count)
            at += Next(list.AsSpan(at), ref place);
        _list = list;
        _count = count;
    }

    private ulong[] RentBits()
    {
        var bits = ArrayPool<ulong>.Shared.Rent(Bitmap.Words(_documents));
        _rented.Add(bits);
        return bits;
    }

    private Span<ulong> Scratch()
    {
        _scratch ??= RentBits();
        var bits = _scratch.AsSpan(0, Bitmap.Words(_documents));
        bits.Clear();
        return bits;
    }
}
