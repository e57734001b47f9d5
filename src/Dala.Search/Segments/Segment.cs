using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Dala.Search.Searching;

namespace Dala.Search.Segments;

/// <summary>
/// A part of the index that never changes: its documents in the order of their keys, so that the number of a document also orders it by key.
/// New ones are in memory; a commit writes them to files.
/// </summary>
internal sealed class Segment
{
    private readonly Memory _memory;
    private readonly long[] _offsets;
    private readonly long[] _lengths;
    private int _references;
    private bool _obsolete;

    private Segment(string path, long id, Memory memory, long[] offsets, long[] lengths, int documents, IndexSchema schema)
    {
        Path = path;
        Id = id;
        _memory = memory;
        _offsets = offsets;
        _lengths = lengths;
        Documents = documents;
        Facets = [.. schema.Facets.Select((_, field) => new FacetColumn(this, field))];
        for (var i = 0L; i < Terms.Languages.Count; i++)
            Languages |= Terms.Languages[i];
    }

    /// <summary>Where the file is, or will be.</summary>
    public string Path { get; }

    public long Id { get; }

    public int Documents { get; }

    public bool IsInMemory => !_memory.IsFile;

    public long Length => _memory.Length;

    /// <summary>Whether the file is known to be on the disk, and not only in the operating system's memory.</summary>
    public bool IsFlushed { get; set; }

    /// <summary>A bit for each language that any term stands in.</summary>
    public ulong Languages { get; }

    public IReadOnlyList<FacetColumn> Facets { get; }

    public Strings Keys => Strings(Section.KeyOffsets);

    public Column<long> Dates => Column<long>(Section.Dates);

    /// <summary>The documents from the newest on, those of one date by their keys.</summary>
    public Column<int> DateOrder => Column<int>(Section.DateOrder);

    public Strings Titles => Strings(Section.TitleOffsets);

    public Strings SortKeys => Strings(Section.SortKeyOffsets);

    /// <summary>The documents in the order of their titles.</summary>
    public Column<int> TitleOrder => Column<int>(Section.TitleOrder);

    /// <summary>The place of each document in <see cref="TitleOrder"/>.</summary>
    public Column<int> TitleRanks => Column<int>(Section.TitleRanks);

    /// <summary>The documents in the order of the letters of their folded titles.</summary>
    public Column<int> TitleBeginnings => Column<int>(Section.TitleBeginnings);

    public Column<ushort> Norms => Column<ushort>(Section.Norms);

    public Strings LanguageSetNames => Strings(Section.LanguageSetNameOffsets);

    public Column<long> FieldLengths => Column<long>(Section.FieldLengths);

    /// <summary>The weights of the fields when the bounds of the postings were written.</summary>
    public Column<float> BoundWeights => Column<float>(Section.BoundWeights);

    public Profiles Profiles => new(Column<uint>(Section.ProfileOffsets), Column<byte>(Section.Profiles));

    // Two threads may add them up; both are right.
    public ProfileTotals ProfileTotals => field ??= new ProfileTotals(Profiles);

    /// <summary>The beginnings of words that were last asked for.</summary>
    public RecentBeginnings Beginnings { get; } = new();

    /// <summary>By field, the code of the shortest that is not empty (<see cref="FieldLength"/>).</summary>
    public byte[] ShortestFields => field ??= Shortest();

    /// <summary>The words whose pairs are terms too (<see cref="WordPairs"/>), in the order of their bytes.</summary>
    public Strings PairedWords => Strings(Section.PairedWordOffsets);

    public TermDictionary Terms => Dictionary(Section.TermBlocks);

    public TermDictionary TitleTerms => Dictionary(Section.TitleTermBlocks);

    public RelatedTerms Related => new(Column<uint>(Section.RelatedStarts), Column<ulong>(Section.RelatedTerms));

    /// <summary>Opens a file, all of which is read once to see that it is whole.</summary>
    public static Segment Open(string path, long id, IndexSchema schema)
    {
        Memory? memory = null;
        try
        {
            memory = Memory.OfFile(path);
            var segment = Read(path, id, memory, schema);
            memory = null;
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
            memory?.Dispose();
        }
    }

    /// <summary>A segment that is in memory until <see cref="Save"/>.</summary>
    public static Segment InMemory(string path, long id, SegmentContent content, IndexSchema schema) =>
        Read(path, id, content.ToMemory(), schema);

    /// <summary>Writes a segment that is in memory to its path.</summary>
    public void Save()
    {
        try
        {
            DiskSteps.Before(DiskStep.Write, Path);
            using var file = new FileStream(Path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
            const int step = 1 << 20;
            for (long at = 0; at < _memory.Length; at += step)
                file.Write(_memory.Slice(at, (int)Math.Min(step, _memory.Length - at)));
        }
        catch
        {
            DiskSteps.Delete(Path);
            throw;
        }
    }

    public Column<byte> Postings(Term term, bool ofTitles) =>
        _memory.Column<byte>(
            _offsets[(int)(ofTitles ? Section.TitlePostings : Section.Postings)] + term.Postings,
            term.PostingsLength
        );

    public Column<byte> Positions(Term term) =>
        _memory.Column<byte>(_offsets[(int)Section.Positions] + term.Positions, term.PositionsLength);

    public Column<T> FacetSection<T>(int field, int section)
        where T : unmanaged => Column<T>(Section.Facets + (FacetContent.Sections * field) + section);

    public Strings FacetValues(int field) => Strings(Section.Facets + (FacetContent.Sections * field));

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
        _memory.Dispose();
        // What is in memory may have been saved under the same path, to go on from the file.
        if (Volatile.Read(ref _obsolete) && !IsInMemory)
            DiskSteps.Delete(Path);
    }

    /// <summary>The file is deleted when the last search has let go of it.</summary>
    public void MarkObsolete() => Volatile.Write(ref _obsolete, true);

    /// <summary>Waits until the file is on the disk.</summary>
    public void Flush()
    {
        using var file = File.OpenHandle(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        DiskSteps.Before(DiskStep.Flush, Path);
        RandomAccess.FlushToDisk(file);
        IsFlushed = true;
    }

    /// <summary>Deletes a segment that nobody holds.</summary>
    public void Discard()
    {
        _memory.Dispose();
        if (!IsInMemory)
            DiskSteps.Delete(Path);
    }

    private byte[] Shortest()
    {
        var fields = (int)FieldLengths.Count;
        var shortest = new byte[fields];
        Array.Fill(shortest, byte.MaxValue);
        var norms = Norms;
        for (var i = 0L; i < norms.Count; i++)
        {
            var length = Norm.LengthOf(norms[i]);
            if (length > 0 && length < shortest[i % fields])
                shortest[i % fields] = length;
        }

        return shortest;
    }

    private static Segment Read(string path, long id, Memory memory, IndexSchema schema)
    {
        if (!memory.Slice(0, 8).SequenceEqual(SegmentContent.Magic))
            throw new IndexDamagedException(path, "it is no segment of this version");
        var sections = BinaryPrimitives.ReadInt32LittleEndian(memory.Slice(8, 4));
        if (sections != (int)Section.Facets + (FacetContent.Sections * schema.Facets.Count))
            throw new IndexDamagedException(path, "it has other fields");
        if (
            memory.IsFile
            && SumOfParts.OfFile(path, memory.Length - SegmentContent.FooterLength)
                != BinaryPrimitives.ReadUInt32LittleEndian(memory.Slice(memory.Length - 4, 4))
        )
            throw new IndexDamagedException(path, "its checksum is wrong");
        var table = MemoryMarshal.Cast<byte, long>(memory.Slice(16, sections * 2 * sizeof(long)));
        var offsets = new long[sections];
        var lengths = new long[sections];
        for (var i = 0; i < sections; i++)
        {
            offsets[i] = table[2 * i];
            lengths[i] = table[(2 * i) + 1];
        }

        var documents = BinaryPrimitives.ReadInt32LittleEndian(memory.Slice(12, 4));
        return new Segment(path, id, memory, offsets, lengths, documents, schema);
    }

    private TermDictionary Dictionary(Section first) =>
        new(Column<long>(first), Column<ulong>(first + 1), Column<ulong>(first + 2), Column<byte>(first + 3));

    private Strings Strings(Section first) => new(Column<uint>(first), Column<byte>(first + 1));

    private Column<T> Column<T>(Section section)
        where T : unmanaged => _memory.Column<T>(_offsets[(int)section], _lengths[(int)section]);
}

/// <summary>Strings by number, as UTF-8.</summary>
internal readonly struct Strings(Column<uint> offsets, Column<byte> bytes)
{
    public int Count => (int)offsets.Count - 1;

    public ReadOnlySpan<byte> this[int number] => bytes.From(offsets[number])[..(int)(offsets[number + 1] - offsets[number])];

    public string Text(int number) => Encoding.UTF8.GetString(this[number]);

    /// <summary>Whether a text is among strings that are in the order of their bytes.</summary>
    public bool HasInOrder(ReadOnlySpan<byte> text)
    {
        var low = 0;
        var high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = this[middle].SequenceCompareTo(text);
            if (order == 0)
                return true;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return false;
    }
}
