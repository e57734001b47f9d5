using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Dala.Search.Segments;

/// <summary>The parts of a segment file. Strings and columns of facets take two sections each.</summary>
internal enum Section
{
    KeyOffsets,
    Keys,
    Dates,
    TitleOffsets,
    Titles,
    SortTitleOffsets,
    SortTitles,
    TitleOrder,
    TitleRanks,
    Lengths,
    LanguageSets,
    LanguageSetNameOffsets,
    LanguageSetNames,
    FieldLengths,
    TermBlocks,
    Terms,
    Postings,
    Positions,
    TitleTermBlocks,
    TitleTerms,
    TitlePostings,

    /// <summary>For each facet field from here on: offsets and bytes of the values, then offsets and ordinals of the documents.</summary>
    Facets,
}

/// <summary>Everything a segment holds, gathered in memory by a build or a merge, to be written once.</summary>
internal sealed class SegmentContent
{
    public const int SectionsPerFacet = 4;
    public const int FooterLength = sizeof(uint);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public SegmentContent(int textFields, int facetFields)
    {
        FieldLengths = new long[textFields];
        Facets = [.. Enumerable.Range(0, facetFields).Select(_ => new FacetContent())];
    }

    public static ReadOnlySpan<byte> Magic => "DALASEG1"u8;

    public StringsContent Keys { get; } = new();

    public List<long> Dates { get; } = [];

    public StringsContent Titles { get; } = new();

    public StringsContent SortTitles { get; } = new();

    /// <summary>A byte per document and text field (<see cref="FieldLength"/>).</summary>
    public List<byte> Lengths { get; } = [];

    /// <summary>Per document and text field, which of the <see cref="LanguageSetNames"/> its values are in.</summary>
    public List<ushort> LanguageSets { get; } = [];

    public StringsContent LanguageSetNames { get; } = new();

    public long[] FieldLengths { get; }

    public TermDictionaryWriter Terms { get; } = new();

    public ByteBuffer Postings { get; } = new();

    public ByteBuffer Positions { get; } = new();

    public TermDictionaryWriter TitleTerms { get; } = new();

    public ByteBuffer TitlePostings { get; } = new();

    public IReadOnlyList<FacetContent> Facets { get; }

    /// <summary>Writes the file; a commit waits until it is on the disk.</summary>
    public void Save(string path)
    {
        var sections = Sections();
        var header = new byte[Magic.Length + (2 * sizeof(int)) + (sections.Count * 2 * sizeof(long))];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), sections.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), Keys.Count);
        long offset = header.Length;
        for (var i = 0; i < sections.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16 + (i * 16)), offset);
            BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(24 + (i * 16)), sections[i].Length);
            offset += Padded(sections[i].Length);
        }

        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        var sum = Checksum.Start;
        Write(header);
        foreach (var section in sections)
        {
            section.WriteTo(Write);
            Write(new byte[Padded(section.Length) - section.Length]);
        }

        var footer = new byte[FooterLength];
        BinaryPrimitives.WriteUInt32LittleEndian(footer, sum);
        file.Write(footer);

        void Write(ReadOnlySpan<byte> bytes)
        {
            sum = Checksum.Continue(sum, bytes);
            file.Write(bytes);
        }
    }

    private static long Padded(long length) => (length + 7) & ~7L;

    private List<ByteBuffer> Sections()
    {
        var sections = Enumerable
            .Range(0, (int)Section.Facets + (SectionsPerFacet * Facets.Count))
            .Select(_ => new ByteBuffer())
            .ToList();
        Keys.WriteTo(sections, Section.KeyOffsets);
        Column(Section.Dates, Dates);
        Titles.WriteTo(sections, Section.TitleOffsets);
        SortTitles.WriteTo(sections, Section.SortTitleOffsets);
        var order = SortTitles.Order();
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = rank;
        sections[(int)Section.TitleOrder].Values<int>(order);
        sections[(int)Section.TitleRanks].Values<int>(ranks);
        Column(Section.Lengths, Lengths);
        Column(Section.LanguageSets, LanguageSets);
        LanguageSetNames.WriteTo(sections, Section.LanguageSetNameOffsets);
        sections[(int)Section.FieldLengths].Values<long>(FieldLengths);
        Terms.WriteTo(sections[(int)Section.TermBlocks], sections[(int)Section.Terms]);
        sections[(int)Section.Postings] = Postings;
        sections[(int)Section.Positions] = Positions;
        TitleTerms.WriteTo(sections[(int)Section.TitleTermBlocks], sections[(int)Section.TitleTerms]);
        sections[(int)Section.TitlePostings] = TitlePostings;
        for (var i = 0; i < Facets.Count; i++)
            Facets[i].WriteTo(sections, Section.Facets + (SectionsPerFacet * i));
        return sections;

        void Column<T>(Section section, List<T> values)
            where T : unmanaged => sections[(int)section].Values<T>(CollectionsMarshal.AsSpan(values));
    }

    internal static byte[] Encode(string text) => Utf8.GetBytes(text);
}

/// <summary>Strings by number.</summary>
internal sealed class StringsContent
{
    private readonly List<uint> _offsets = [0];
    private readonly ByteBuffer _bytes = new();

    public int Count => _offsets.Count - 1;

    public void Add(ReadOnlySpan<byte> text)
    {
        _bytes.Bytes(text);
        _offsets.Add(checked((uint)_bytes.Length));
    }

    public void WriteTo(List<ByteBuffer> sections, Section first)
    {
        sections[(int)first].Values<uint>(CollectionsMarshal.AsSpan(_offsets));
        sections[(int)first + 1] = _bytes;
    }

    /// <summary>The numbers in the order of their strings; equal strings in the order of their numbers.</summary>
    public int[] Order()
    {
        var flat = new byte[_bytes.Length];
        var at = 0;
        _bytes.WriteTo(part =>
        {
            part.CopyTo(flat.AsSpan(at));
            at += part.Length;
        });
        var order = Enumerable.Range(0, Count).ToArray();
        Array.Sort(order, (a, b) => Of(a).SequenceCompareTo(Of(b)) is not 0 and var unequal ? unequal : a.CompareTo(b));
        return order;

        ReadOnlySpan<byte> Of(int number) => flat.AsSpan((int)_offsets[number]..(int)_offsets[number + 1]);
    }
}

/// <summary>The values of a facet field, and for each document the ordinals of its values.</summary>
internal sealed class FacetContent
{
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly StringsContent _values = new();
    private readonly List<uint> _offsets = [0];
    private readonly List<int> _documents = [];

    /// <summary>The ordinal of a value, which is new with the first document that has it.</summary>
    public int OrdinalOf(string value)
    {
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

    public void EndDocument() => _offsets.Add((uint)_documents.Count);

    public void WriteTo(List<ByteBuffer> sections, Section first)
    {
        _values.WriteTo(sections, first);
        sections[(int)first + 2].Values<uint>(CollectionsMarshal.AsSpan(_offsets));
        sections[(int)first + 3].Values<int>(CollectionsMarshal.AsSpan(_documents));
    }
}

/// <summary>The length of a field in one byte: exact to 127 words, then in steps of 4.4 %, up to 31,000 words.</summary>
internal static class FieldLength
{
    private const int Exact = 128;
    private const int StepsPerDoubling = 16;

    private static readonly int[] Lengths =
    [
        .. Enumerable
            .Range(0, byte.MaxValue + 1)
            .Select(code =>
                code < Exact ? code : (int)Math.Round(Exact * Math.Pow(2, (double)(code - Exact) / StepsPerDoubling))
            ),
    ];

    public static byte Encode(int words) =>
        words < Exact
            ? (byte)words
            : (byte)Math.Min(byte.MaxValue, Exact + (int)(Math.Log2((double)words / Exact) * StepsPerDoubling));

    public static int Decode(byte code) => Lengths[code];
}
