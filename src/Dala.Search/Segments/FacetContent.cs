using System.Runtime.InteropServices;

namespace Dala.Search.Segments;

/// <summary>
/// The values of a facet field, written both ways: for each document its values, to count a few hits by, and for each value its documents, to filter
/// by and to count many hits by.
/// </summary>
/// <remarks>
/// The documents of a value are a bitmap, or a list where that is shorter (as in Roaring bitmaps; Lemire et al., 2018). The values of a document are
/// ordinals plus one of as few bytes as will do, in a row of fixed width where no document has many.
/// </remarks>
internal sealed class FacetContent
{
    /// <summary>Offsets and bytes of the values; shape; rows or lists of the documents' values; offsets of lists; totals; places and bytes of the values' documents.</summary>
    public const int Sections = 8;

    /// <summary>In a wider row most places would be empty.</summary>
    public const int WidestRow = 8;

    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly StringsContent _values = new();
    private readonly List<uint> _offsets = [0];
    private readonly List<int> _documents = [];
    private int _widest = 1;

    /// <summary>The ordinal of a value, which is new with the first document that has it.</summary>
    public int OrdinalOf(string value)
    {
        value = SegmentContent.Mended(value);
        if (_ordinals.TryGetValue(value, out var ordinal))
            return ordinal;
        ordinal = _values.Count;
        _ordinals.Add(value, ordinal);
        _values.Add(SegmentContent.Encode(value));
        return ordinal;
    }

    /// <summary>Gives the document at hand a value; a value counts once however often it is given.</summary>
    public void Add(int ordinal)
    {
        if (!CollectionsMarshal.AsSpan(_documents)[(int)_offsets[^1]..].Contains(ordinal))
            _documents.Add(ordinal);
    }

    public void EndDocument()
    {
        _widest = Math.Max(_widest, _documents.Count - (int)_offsets[^1]);
        _offsets.Add((uint)_documents.Count);
    }

    public void WriteTo(List<ByteBuffer> sections, Section first)
    {
        var at = (int)first;
        _values.WriteTo(sections, first);
        var bytes =
            _values.Count < byte.MaxValue ? sizeof(byte)
            : _values.Count < ushort.MaxValue ? sizeof(ushort)
            : sizeof(int);
        var row = _widest <= WidestRow ? _widest : 0;
        sections[at + 2].Values<int>([bytes, row]);
        WriteDocuments(sections[at + 3], bytes, row);
        if (row == 0)
            sections[at + 4].Values<uint>(CollectionsMarshal.AsSpan(_offsets));
        WriteValues(sections[at + 5], sections[at + 6], sections[at + 7]);
    }

    private void WriteDocuments(ByteBuffer column, int bytes, int row)
    {
        for (var document = 0; document + 1 < _offsets.Count; document++)
        {
            var ordinals = OrdinalsOf(document);
            foreach (var ordinal in ordinals)
                Write(column, ordinal + 1, bytes);
            for (var empty = ordinals.Length; empty < row; empty++)
                Write(column, 0, bytes);
        }
    }

    private static void Write(ByteBuffer column, int ordinal, int bytes)
    {
        for (var i = 0; i < bytes; i++)
            column.Byte((byte)(ordinal >> (8 * i)));
    }

    private void WriteValues(ByteBuffer totals, ByteBuffer places, ByteBuffer documents)
    {
        var lists = new List<int>[_values.Count];
        for (var i = 0; i < lists.Length; i++)
            lists[i] = [];
        for (var document = 0; document + 1 < _offsets.Count; document++)
        {
            foreach (var ordinal in OrdinalsOf(document))
                lists[ordinal].Add(document);
        }

        totals.Values<int>(Array.ConvertAll(lists, list => list.Count));
        var words = (_offsets.Count - 1 + 63) / 64;
        foreach (var list in lists)
        {
            places.Values<long>([documents.Length]);
            if (DocumentSet.IsBitmap(list.Count, _offsets.Count - 1))
            {
                var bits = new ulong[words];
                foreach (var document in list)
                    bits[document >> 6] |= 1UL << document;
                documents.Values<ulong>(bits);
            }
            else
            {
                documents.Values<int>(CollectionsMarshal.AsSpan(list));
                // The bitmaps between the lists begin at a whole word.
                if (list.Count % 2 == 1)
                    documents.Values<int>([0]);
            }
        }
    }

    private ReadOnlySpan<int> OrdinalsOf(int document) =>
        CollectionsMarshal.AsSpan(_documents)[(int)_offsets[document]..(int)_offsets[document + 1]];
}

/// <summary>The documents of a value: a bitmap, or a list in rising order.</summary>
internal readonly ref struct DocumentSet(ReadOnlySpan<byte> bytes, int count, int documents)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Count => count;

    /// <summary>Whether there is a bit for every document.</summary>
    public bool HasBits { get; } = IsBitmap(count, documents);

    public ReadOnlySpan<ulong> Bits => MemoryMarshal.Cast<byte, ulong>(_bytes)[..((documents + 63) / 64)];

    public ReadOnlySpan<int> List => MemoryMarshal.Cast<byte, int>(_bytes)[..count];

    public static bool IsBitmap(int count, int documents) => (long)count * 32 > documents;

    /// <summary>Sets the bits of the documents.</summary>
    public void AddTo(Span<ulong> bits)
    {
        if (HasBits)
        {
            Bitmap.Or(bits, Bits);
            return;
        }

        foreach (var document in List)
            bits[document >> 6] |= 1UL << document;
    }
}
