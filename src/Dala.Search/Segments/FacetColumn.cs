using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dala.Search.Segments;

/// <summary>Reads the values of a facet field (<see cref="FacetContent"/>).</summary>
internal sealed class FacetColumn
{
    private const int FourValues = 4;

    private readonly Segment _segment;
    private readonly int _field;
    private readonly int _bytes;
    private readonly int _row;

    public FacetColumn(Segment segment, int field)
    {
        _segment = segment;
        _field = field;
        var shape = segment.FacetSection<int>(field, 2);
        _bytes = shape[0];
        _row = shape[1];
        Occurrences = Totals.Span.ToArray().Sum(total => (long)total);
    }

    public Strings Values => _segment.FacetValues(_field);

    /// <summary>The number that each of the segment's values has in the whole index; set once, before the first search.</summary>
    public int[]? Numbers { get; set; }

    /// <summary>The ordinal of a value, or -1.</summary>
    public int OrdinalOf(string value) => Ordinals.GetValueOrDefault(SegmentContent.Mended(value), -1);

    /// <summary>How many documents have each value, deleted ones included.</summary>
    public Column<int> Totals => _segment.FacetSection<int>(_field, 5);

    /// <summary>How often documents have values.</summary>
    public long Occurrences { get; }

    private Dictionary<string, int> Ordinals => field ??= MapOrdinals();

    /// <summary>The documents of a value by its ordinal.</summary>
    public DocumentSet DocumentsOf(int ordinal)
    {
        var place = _segment.FacetSection<long>(_field, 6)[ordinal];
        return new DocumentSet(_segment.FacetSection<byte>(_field, 7).From(place), Totals[ordinal], _segment.Documents);
    }

    /// <summary>What it takes to count by going through the documents of all values, in hits that could be looked at one by one instead.</summary>
    public long CostOfValues(int documents)
    {
        // A word of a bitmap takes about a fifth of the time that a hit takes.
        var bitmaps = 0L;
        var listed = 0L;
        var totals = Totals;
        for (var ordinal = 0; ordinal < totals.Count; ordinal++)
        {
            if (DocumentSet.IsBitmap(totals[ordinal], documents))
                bitmaps++;
            else
                listed += totals[ordinal];
        }

        return (bitmaps * Bitmap.Words(documents) / 5) + (listed / 2);
    }

    /// <summary>Adds the values of documents up, in the places of their ordinals plus one; the first place gathers what is empty.</summary>
    public void Count(ReadOnlySpan<int> documents, Span<int> counts)
    {
        if (Totals.Count == 0)
            return;
        if (_row == 0)
        {
            CountLists(documents, counts);
            return;
        }

        if (_row * _bytes <= sizeof(ulong))
        {
            CountShortRows(_segment.FacetSection<byte>(_field, 3), documents, counts);
            return;
        }

        switch (_bytes)
        {
            case sizeof(byte):
                CountRows(_segment.FacetSection<byte>(_field, 3), documents, counts);
                break;
            case sizeof(ushort):
                CountRows(_segment.FacetSection<ushort>(_field, 3), documents, counts);
                break;
            default:
                CountRows(_segment.FacetSection<int>(_field, 3), documents, counts);
                break;
        }
    }

    /// <summary>Writes the ordinals of a document's values; how many.</summary>
    public int OrdinalsOf(int document, ref int[] ordinals)
    {
        var offsets = _segment.FacetSection<uint>(_field, 4);
        var start = _row == 0 ? offsets[document] : (long)document * _row;
        var end = _row == 0 ? offsets[document + 1] : start + _row;
        if (ordinals.Length < end - start)
            ordinals = new int[end - start];
        var count = 0;
        for (; start < end; start++)
        {
            var ordinal = Ordinal(start);
            if (ordinal == 0)
                break;
            ordinals[count++] = ordinal - 1;
        }

        return count;
    }

    // Two threads may make the same map; both are right.
    private Dictionary<string, int> MapOrdinals()
    {
        var values = Values;
        var ordinals = new Dictionary<string, int>(values.Count, StringComparer.Ordinal);
        for (var i = 0; i < values.Count; i++)
            ordinals.Add(values.Text(i), i);
        return ordinals;
    }

    private int Ordinal(long place) =>
        _bytes switch
        {
            sizeof(byte) => _segment.FacetSection<byte>(_field, 3)[place],
            sizeof(ushort) => _segment.FacetSection<ushort>(_field, 3)[place],
            _ => _segment.FacetSection<int>(_field, 3)[place],
        };

    // Specialised by the compiler for each width: values are of value types.
    private void CountRows<T>(Column<T> column, ReadOnlySpan<int> documents, Span<int> counts)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (_row == 1)
        {
            foreach (var document in documents)
                counts[int.CreateTruncating(column[document])]++;
            return;
        }

        foreach (var document in documents)
        {
            var start = (long)document * _row;
            for (var i = 0; i < _row; i++)
            {
                var ordinal = int.CreateTruncating(column[start + i]);
                if (ordinal == 0)
                    break;
                counts[ordinal]++;
            }
        }
    }

    // A row of up to eight bytes is read as one number; behind the last row the segment goes on. Empty places are counted too, in the first place: how many
    // values a document has, the processor cannot foresee, and to guess wrong takes longer.
    private void CountShortRows(Column<byte> rows, ReadOnlySpan<int> documents, Span<int> counts)
    {
        var length = _row * _bytes;
        var width = 8 * _bytes;
        var ofOrdinal = (1UL << width) - 1;
        ref var first = ref Unsafe.AsRef(in rows[0]);
        if (_row == FourValues && documents.Length > counts.Length)
        {
            CountFourValues(ref first, documents, counts);
            return;
        }

        foreach (var document in documents)
        {
            var row = Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref first, (nint)document * length));
            for (var value = 0; value < _row; value++, row >>= width)
                counts[(int)(row & ofOrdinal)]++;
        }
    }

    // To raise a number that was just raised has to wait for it, and empty places are raised all the time: each place of a row counts apart.
    private void CountFourValues(ref byte first, ReadOnlySpan<int> documents, Span<int> counts)
    {
        var length = FourValues * _bytes;
        var width = 8 * _bytes;
        var ofOrdinal = (1UL << width) - 1;
        var size = counts.Length;
        var apart = ArrayPool<int>.Shared.Rent((FourValues - 1) * size);
        apart.AsSpan(0, (FourValues - 1) * size).Clear();
        var second = apart.AsSpan(0, size);
        var third = apart.AsSpan(size, size);
        var fourth = apart.AsSpan(2 * size, size);
        foreach (var document in documents)
        {
            var row = Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref first, (nint)document * length));
            counts[(int)(row & ofOrdinal)]++;
            second[(int)(row >> width & ofOrdinal)]++;
            third[(int)(row >> (2 * width) & ofOrdinal)]++;
            fourth[(int)(row >> (3 * width) & ofOrdinal)]++;
        }

        for (var i = 0; i < size; i++)
            counts[i] += second[i] + third[i] + fourth[i];
        ArrayPool<int>.Shared.Return(apart);
    }

    private void CountLists(ReadOnlySpan<int> documents, Span<int> counts)
    {
        var offsets = _segment.FacetSection<uint>(_field, 4);
        foreach (var document in documents)
        {
            for (var place = offsets[document]; place < offsets[document + 1]; place++)
                counts[Ordinal(place)]++;
        }
    }
}
