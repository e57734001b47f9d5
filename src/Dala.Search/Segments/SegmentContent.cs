using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Dala.Search.Segments;

/// <summary>The parts of a segment. Strings take two sections each, dictionaries four, tables of related terms two.</summary>
internal enum Section
{
    KeyOffsets,
    Keys,
    Dates,
    DateOrder,
    TitleOffsets,
    Titles,
    SortKeyOffsets,
    SortKeys,
    TitleOrder,
    TitleRanks,
    TitleBeginnings,
    Norms,
    LanguageSetNameOffsets,
    LanguageSetNames,
    FieldLengths,
    BoundWeights,
    ProfileOffsets,
    Profiles,
    TermBlocks,
    TermBeginnings,
    TermLanguages,
    Terms,
    Postings,
    Positions,
    PairedWordOffsets,
    PairedWords,
    RelatedStarts,
    RelatedTerms,
    TitleTermBlocks,
    TitleTermBeginnings,
    TitleTermLanguages,
    TitleTerms,
    TitlePostings,

    /// <summary>For each facet field from here on, as <see cref="FacetContent"/> says.</summary>
    Facets,
}

/// <summary>Everything a segment holds, gathered by a build or a merge, to be written once.</summary>
internal sealed class SegmentContent : IDisposable
{
    public const int FooterLength = sizeof(uint);

    private const int Alignment = 16;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly IndexSchema _schema;
    private readonly ByteBuffer _terms;
    private List<ByteBuffer>? _sections;

    /// <summary>Begins without a document.</summary>
    /// <param name="overflow">A path that large parts extend to for files of their own; null to keep all in memory.</param>
    public SegmentContent(IndexSchema schema, string? overflow = null)
    {
        _schema = schema;
        TextFields = schema.Texts.Count;
        FieldLengths = new long[TextFields];
        Facets = [.. schema.Facets.Select(_ => new FacetContent())];
        Postings = new ByteBuffer(overflow is null ? null : overflow + ".postings.new");
        Positions = new ByteBuffer(overflow is null ? null : overflow + ".positions.new");
        _terms = new ByteBuffer(overflow is null ? null : overflow + ".terms.new");
        Terms = new TermDictionaryWriter(_terms);
    }

    public static ReadOnlySpan<byte> Magic => "DALASEG5"u8;

    public int TextFields { get; }

    public int Documents => Keys.Count;

    public StringsContent Keys { get; } = new();

    public List<long> Dates { get; } = [];

    public StringsContent Titles { get; } = new();

    /// <summary>What titles are compared by (<see cref="Analysis.TitleOrder"/>).</summary>
    public StringsContent SortKeys { get; } = new();

    /// <summary>The folded titles, to order their beginnings by; not kept.</summary>
    public StringsContent FoldedTitles { get; } = new();

    /// <summary>Two bytes per document and text field (<see cref="Norm"/>).</summary>
    public List<ushort> Norms { get; } = [];

    public StringsContent LanguageSetNames { get; } = new();

    public long[] FieldLengths { get; }

    public ProfilesContent Profiles { get; } = new();

    public TermDictionaryWriter Terms { get; }

    public ByteBuffer Postings { get; }

    public ByteBuffer Positions { get; }

    /// <summary>The words of <see cref="WordPairs"/>, in the order of their bytes.</summary>
    public StringsContent PairedWords { get; } = new();

    public RelatedTermsContent Related { get; } = new();

    public TermDictionaryWriter TitleTerms { get; } = new(new ByteBuffer());

    public ByteBuffer TitlePostings { get; } = new();

    public IReadOnlyList<FacetContent> Facets { get; }

    /// <summary>Writes the postings of one term after another, when all documents are there; those of titles know no positions.</summary>
    public PostingsWriter PostingsOf(bool ofTitles)
    {
        var averages = Array.ConvertAll(FieldLengths, length => FieldWeights.Average(length, Documents));
        return new PostingsWriter(
            this,
            FieldWeights.Of(_schema, averages),
            ofTitles ? TitlePostings : Postings,
            ofTitles ? null : Positions
        );
    }

    /// <summary>Adds a term whose postings are written; terms come in the order of their bytes.</summary>
    public void AddTerm(ReadOnlySpan<byte> term, in Term place, ulong languages, bool ofTitles)
    {
        if (ofTitles)
        {
            TitleTerms.Add(term, place, languages);
            return;
        }

        Terms.Add(term, place, languages);
    }

    /// <summary>Writes a file; a commit waits until it is on the disk.</summary>
    public void Save(string path)
    {
        DiskSteps.Before(DiskStep.Write, path);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        _sections = Sections();
        Write(_sections, file.Write);
    }

    /// <summary>The same in memory.</summary>
    public Memory ToMemory()
    {
        _sections = Sections();
        return Memory.Filled(LengthOf(_sections), write => Write(_sections, write));
    }

    public void Dispose()
    {
        Postings.Dispose();
        Positions.Dispose();
        _terms.Dispose();
        foreach (var section in _sections ?? [])
            section.Dispose();
    }

    internal static byte[] Encode(string text) => Utf8.GetBytes(text);

    internal static string Decode(ReadOnlySpan<byte> text) => Utf8.GetString(text);

    /// <summary>A text as it is read again: halves of characters, which UTF-8 cannot write, are all alike.</summary>
    internal static string Mended(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Utf8.GetString(Utf8.GetBytes(text)) : text;

    private static int HeaderLength(int sections) => Padded(Magic.Length + (2 * sizeof(int)) + (sections * 2 * sizeof(long)));

    private static long LengthOf(List<ByteBuffer> sections) =>
        HeaderLength(sections.Count) + sections.Sum(section => Padded(section.Length)) + FooterLength;

    private void Write(List<ByteBuffer> sections, Action<ReadOnlySpan<byte>> to)
    {
        var header = new byte[HeaderLength(sections.Count)];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), sections.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), Documents);
        long offset = header.Length;
        for (var i = 0; i < sections.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16 + (i * 16)), offset);
            BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(24 + (i * 16)), sections[i].Length);
            offset += Padded(sections[i].Length);
        }

        var sum = new SumOfParts();
        Part(header);
        foreach (var section in sections)
        {
            section.WriteTo(Part);
            Part(new byte[Padded(section.Length) - section.Length]);
        }

        var footer = new byte[FooterLength];
        BinaryPrimitives.WriteUInt32LittleEndian(footer, sum.End());
        to(footer);

        void Part(ReadOnlySpan<byte> bytes)
        {
            sum.Add(bytes);
            to(bytes);
        }
    }

    private int[] NewestFirst()
    {
        var order = new int[Documents];
        var dates = new long[Documents];
        for (var i = 0; i < order.Length; i++)
            (order[i], dates[i]) = (i, ~Dates[i]);
        Array.Sort(order, (a, b) => dates[a] != dates[b] ? dates[a].CompareTo(dates[b]) : a.CompareTo(b));
        return order;
    }

    private static int Padded(int length) => (int)Padded((long)length);

    private static long Padded(long length) => (length + Alignment - 1) & -Alignment;

    private List<ByteBuffer> Sections()
    {
        var sections = Enumerable
            .Range(0, (int)Section.Facets + (FacetContent.Sections * Facets.Count))
            .Select(_ => new ByteBuffer())
            .ToList();
        Keys.WriteTo(sections, Section.KeyOffsets);
        Column(Section.Dates, Dates);
        sections[(int)Section.DateOrder].Values<int>(NewestFirst());
        Titles.WriteTo(sections, Section.TitleOffsets);
        SortKeys.WriteTo(sections, Section.SortKeyOffsets);
        var order = SortKeys.Order();
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = rank;
        sections[(int)Section.TitleOrder].Values<int>(order);
        sections[(int)Section.TitleRanks].Values<int>(ranks);
        sections[(int)Section.TitleBeginnings].Values<int>(FoldedTitles.Order());
        Column(Section.Norms, Norms);
        LanguageSetNames.WriteTo(sections, Section.LanguageSetNameOffsets);
        sections[(int)Section.FieldLengths].Values<long>(FieldLengths);
        sections[(int)Section.BoundWeights].Values<float>([.. _schema.Texts.Select(text => text.Weight)]);
        Profiles.WriteTo(sections, Section.ProfileOffsets);
        Terms.WriteTo(sections, Section.TermBlocks);
        sections[(int)Section.Postings] = Postings;
        sections[(int)Section.Positions] = Positions;
        PairedWords.WriteTo(sections, Section.PairedWordOffsets);
        Related.WriteTo(sections, Section.RelatedStarts);
        TitleTerms.WriteTo(sections, Section.TitleTermBlocks);
        sections[(int)Section.TitlePostings] = TitlePostings;
        for (var i = 0; i < Facets.Count; i++)
            Facets[i].WriteTo(sections, Section.Facets + (FacetContent.Sections * i));
        return sections;

        void Column<T>(Section section, List<T> values)
            where T : unmanaged => sections[(int)section].Values<T>(CollectionsMarshal.AsSpan(values));
    }
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
        // Most are told apart by their first eight bytes, which sort as numbers.
        var order = new (ulong Beginning, int Number)[Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = (TermDictionaryWriter.Beginning(Of(i)), i);
        Array.Sort(
            order,
            (a, b) =>
            {
                var unequal = a.Beginning.CompareTo(b.Beginning);
                if (unequal == 0)
                    unequal = Of(a.Number).SequenceCompareTo(Of(b.Number));
                return unequal != 0 ? unequal : a.Number.CompareTo(b.Number);
            }
        );
        return Array.ConvertAll(order, each => each.Number);

        ReadOnlySpan<byte> Of(int number) => flat.AsSpan((int)_offsets[number]..(int)_offsets[number + 1]);
    }
}
