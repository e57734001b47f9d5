using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Dala.Search.Segments;

/// <summary>
/// A part of the index that never changes: its documents in the order of their keys, so that the number of a document also orders it by key.
/// </summary>
internal sealed class Segment
{
    private readonly MappedFile _file;
    private readonly long[] _offsets;
    private readonly long[] _lengths;
    private readonly int[]?[] _facetTotals;
    private int _references;
    private bool _obsolete;

    private Segment(string path, long id, MappedFile file, long[] offsets, long[] lengths, int documents)
    {
        Path = path;
        Id = id;
        _file = file;
        _offsets = offsets;
        _lengths = lengths;
        Documents = documents;
        _facetTotals = new int[]?[(lengths.Length - (int)Section.Facets) / SegmentContent.SectionsPerFacet];
    }

    public string Path { get; }

    public long Id { get; }

    public int Documents { get; }

    /// <summary>For each facet field, the number that each of the segment's values has in the whole index; set once, before the first search.</summary>
    public int[][]? FacetNumbers { get; set; }

    /// <summary>Whether the file is known to be on the disk, and not only in the operating system's memory.</summary>
    public bool IsFlushed { get; set; }

    public Strings Keys => Strings(Section.KeyOffsets);

    public ReadOnlySpan<long> Dates => Column<long>(Section.Dates);

    public Strings Titles => Strings(Section.TitleOffsets);

    public Strings SortTitles => Strings(Section.SortTitleOffsets);

    /// <summary>The documents in the order of their titles.</summary>
    public ReadOnlySpan<int> TitleOrder => Column<int>(Section.TitleOrder);

    /// <summary>The place of each document in <see cref="TitleOrder"/>.</summary>
    public ReadOnlySpan<int> TitleRanks => Column<int>(Section.TitleRanks);

    public ReadOnlySpan<byte> Lengths => Column<byte>(Section.Lengths);

    public ReadOnlySpan<ushort> LanguageSets => Column<ushort>(Section.LanguageSets);

    public Strings LanguageSetNames => Strings(Section.LanguageSetNameOffsets);

    public ReadOnlySpan<long> FieldLengths => Column<long>(Section.FieldLengths);

    public TermDictionary Terms => new(this, Section.TermBlocks, Section.Terms);

    public TermDictionary TitleTerms => new(this, Section.TitleTermBlocks, Section.TitleTerms);

    public static Segment Open(string path, long id, IndexSchema schema)
    {
        MappedFile? file = null;
        try
        {
            file = new MappedFile(path);
            var segment = Read(path, id, file, schema);
            file = null;
            return segment;
        }
        catch (Exception exception) when (exception is FileNotFoundException or ArgumentException)
        {
            throw new IndexDamagedException(
                path,
                exception is FileNotFoundException ? "it is missing" : "it is too short",
                exception
            );
        }
        finally
        {
            file?.Dispose();
        }
    }

    public ReadOnlySpan<byte> Bytes(Section section) => _file.Slice(_offsets[(int)section], (int)_lengths[(int)section]);

    public ReadOnlySpan<byte> Postings(Term term) =>
        _file.Slice(_offsets[(int)Section.Postings] + term.Postings, term.PostingsLength);

    public ReadOnlySpan<byte> TitlePostings(Term term) =>
        _file.Slice(_offsets[(int)Section.TitlePostings] + term.Postings, term.PostingsLength);

    public ReadOnlySpan<byte> Positions(Term term) => Positions(term.Positions, (int)term.PositionsLength);

    public ReadOnlySpan<byte> Positions(long start, int length) => _file.Slice(_offsets[(int)Section.Positions] + start, length);

    public FacetColumn Facet(int field)
    {
        var first = Section.Facets + (SegmentContent.SectionsPerFacet * field);
        return new FacetColumn(Strings(first), Column<uint>(first + 2), Column<int>(first + 3));
    }

    /// <summary>How many documents have each value of a facet field, deleted ones included; counted once, when first asked.</summary>
    public ReadOnlySpan<int> FacetTotals(int field)
    {
        if (Volatile.Read(ref _facetTotals[field]) is { } known)
            return known;
        var column = Facet(field);
        var totals = new int[column.Values.Count];
        for (var document = 0; document < Documents; document++)
        {
            foreach (var ordinal in column[document])
                totals[ordinal]++;
        }

        Volatile.Write(ref _facetTotals[field], totals);
        return totals;
    }

    /// <summary>The first document whose key is not before the given one.</summary>
    public int FirstFrom(ReadOnlySpan<byte> key)
    {
        var keys = Keys;
        var low = 0;
        var high = Documents;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (keys[middle].SequenceCompareTo(key) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The document of a key, or -1.</summary>
    public int Find(ReadOnlySpan<byte> key)
    {
        var first = FirstFrom(key);
        return first < Documents && Keys[first].SequenceEqual(key) ? first : -1;
    }

    public void Hold() => Interlocked.Increment(ref _references);

    public void Release()
    {
        if (Interlocked.Decrement(ref _references) > 0)
            return;
        _file.Dispose();
        if (Volatile.Read(ref _obsolete))
            File.Delete(Path);
    }

    /// <summary>The file is deleted when the last search has let go of it.</summary>
    public void MarkObsolete() => Volatile.Write(ref _obsolete, true);

    /// <summary>Waits until the file is on the disk.</summary>
    public void Flush()
    {
        using var file = File.OpenHandle(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(file);
        IsFlushed = true;
    }

    /// <summary>Deletes a segment that nobody holds.</summary>
    public void Discard()
    {
        _file.Dispose();
        File.Delete(Path);
    }

    private static Segment Read(string path, long id, MappedFile file, IndexSchema schema)
    {
        if (!file.Slice(0, 8).SequenceEqual(SegmentContent.Magic))
            throw new IndexDamagedException(path, "it is no segment of this version");
        var sections = BinaryPrimitives.ReadInt32LittleEndian(file.Slice(8, 4));
        if (sections != (int)Section.Facets + (SegmentContent.SectionsPerFacet * schema.Facets.Count))
            throw new IndexDamagedException(path, "it has other fields");
        if (Sum(file) != BinaryPrimitives.ReadUInt32LittleEndian(file.Slice(file.Length - 4, 4)))
            throw new IndexDamagedException(path, "its checksum is wrong");
        var table = MemoryMarshal.Cast<byte, long>(file.Slice(16, sections * 2 * sizeof(long)));
        var offsets = new long[sections];
        var lengths = new long[sections];
        for (var i = 0; i < sections; i++)
        {
            offsets[i] = table[2 * i];
            lengths[i] = table[(2 * i) + 1];
        }

        return new Segment(path, id, file, offsets, lengths, BinaryPrimitives.ReadInt32LittleEndian(file.Slice(12, 4)));
    }

    private static uint Sum(MappedFile file)
    {
        var sum = Checksum.Start;
        const int step = 1 << 24;
        var end = file.Length - SegmentContent.FooterLength;
        for (long at = 0; at < end; at += step)
            sum = Checksum.Continue(sum, file.Slice(at, (int)Math.Min(step, end - at)));
        return sum;
    }

    private Strings Strings(Section first) => new(Column<uint>(first), Bytes(first + 1));

    private ReadOnlySpan<T> Column<T>(Section section)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes(section));
}

/// <summary>Strings by number, as UTF-8.</summary>
internal readonly ref struct Strings(ReadOnlySpan<uint> offsets, ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<uint> _offsets = offsets;
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Count => _offsets.Length - 1;

    public ReadOnlySpan<byte> this[int number] => _bytes[(int)_offsets[number]..(int)_offsets[number + 1]];

    public string Text(int number) => Encoding.UTF8.GetString(this[number]);
}

/// <summary>The values of a facet field, and for each document their ordinals.</summary>
internal readonly ref struct FacetColumn(Strings values, ReadOnlySpan<uint> offsets, ReadOnlySpan<int> ordinals)
{
    private readonly ReadOnlySpan<uint> _offsets = offsets;
    private readonly ReadOnlySpan<int> _ordinals = ordinals;

    public Strings Values { get; } = values;

    public ReadOnlySpan<int> this[int document] => _ordinals[(int)_offsets[document]..(int)_offsets[document + 1]];
}
