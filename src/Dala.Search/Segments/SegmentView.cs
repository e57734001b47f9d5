using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Dala.Search.Segments;

/// <summary>A segment at one moment: with the documents that were deleted by then.</summary>
internal sealed record SegmentView(Segment Segment, Deletions Deletions)
{
    public int Live => Segment.Documents - Deletions.Count;

    public bool IsDeleted(int document) => Deletions.Contains(document);

    /// <summary>The keys of the documents that have been deleted since this moment; all that were left, where the segment is no more.</summary>
    public IEnumerable<byte[]> KeysDeletedSince(Deletions? now)
    {
        if (now is not null && ReferenceEquals(now, Deletions))
            yield break;
        for (var document = 0; document < Segment.Documents; document++)
        {
            if (!IsDeleted(document) && (now is null || now.Contains(document)))
                yield return Segment.Keys[document].ToArray();
        }
    }

    /// <summary>The same without the documents of some keys.</summary>
    public SegmentView Without(IEnumerable<byte[]> keys)
    {
        var gone = new List<int>();
        foreach (var key in keys)
        {
            if (Segment.Find(key) is >= 0 and var document && !IsDeleted(document))
                gone.Add(document);
        }

        return gone.Count == 0 ? this : this with { Deletions = Deletions.With(gone, Segment.Documents) };
    }
}

/// <summary>Which documents of a segment are deleted; never changes.</summary>
internal sealed class Deletions
{
    private const int HeaderLength = 16;

    private readonly ulong[] _bits;

    private Deletions(ulong[] bits, long version)
    {
        _bits = bits;
        Version = version;
        Count = bits.Sum(BitOperations.PopCount);
    }

    public static Deletions None { get; } = new([], 0);

    public int Count { get; }

    /// <summary>The number of the file that keeps these; 0 while there is none.</summary>
    public long Version { get; private set; }

    /// <summary>A bit for each document; none at all where nothing is deleted.</summary>
    public ReadOnlySpan<ulong> Bits => _bits;

    private static ReadOnlySpan<byte> Magic => "DALAGONE"u8;

    public bool Contains(int document)
    {
        var word = document >> 6;
        return word < _bits.Length && (_bits[word] >> document & 1) != 0;
    }

    public Deletions With(IEnumerable<int> documents, int capacity)
    {
        var bits = new ulong[(capacity + 63) / 64];
        _bits.CopyTo(bits, 0);
        foreach (var document in documents)
            bits[document >> 6] |= 1UL << document;
        return new Deletions(bits, 0);
    }

    public void Save(string path, long version)
    {
        var body = MemoryMarshal.AsBytes(_bits.AsSpan());
        var header = new byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), Checksum.Of(body));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), Count);
        DiskSteps.Before(DiskStep.Write, path);
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(header);
            file.Write(body);
            DiskSteps.Before(DiskStep.Flush, path);
            file.Flush(flushToDisk: true);
        }

        Version = version;
    }

    public static Deletions Open(string path, long version, int documents)
    {
        if (!File.Exists(path))
            throw new IndexDamagedException(path, "it is missing");
        var bytes = File.ReadAllBytes(path);
        var words = (documents + 63) / 64;
        if (bytes.Length != HeaderLength + (words * sizeof(ulong)) || !bytes.AsSpan().StartsWith(Magic))
            throw new IndexDamagedException(path, "it does not list the deletions of its segment");
        if (Checksum.Of(bytes.AsSpan(HeaderLength)) != BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8)))
            throw new IndexDamagedException(path, "its checksum is wrong");
        var deletions = new Deletions(MemoryMarshal.Cast<byte, ulong>(bytes.AsSpan(HeaderLength)).ToArray(), version);
        return deletions.Count == BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(12))
            ? deletions
            : throw new IndexDamagedException(path, "its count is wrong");
    }
}
