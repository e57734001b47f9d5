using System.Runtime.InteropServices;

namespace Dala.Search.Segments;

/// <summary>Where the postings of a term lie, and how many documents it has.</summary>
internal readonly record struct Term(int Documents, long Postings, int PostingsLength, long Positions, long PositionsLength);

/// <summary>
/// Writes terms in the order of their UTF-8 bytes, in blocks of 32 in which each says only how it differs from the one before
/// (front coding; Witten, Moffat and Bell, "Managing Gigabytes", §4.1).
/// </summary>
internal sealed class TermDictionaryWriter
{
    public const int BlockSize = 32;

    private readonly List<uint> _blocks = [];
    private readonly ByteBuffer _terms = new();
    private byte[] _before = new byte[256];
    private int _beforeLength;
    private int _count;

    public void Add(ReadOnlySpan<byte> term, Term place)
    {
        var shared = 0;
        if (_count % BlockSize == 0)
        {
            _blocks.Add((uint)_terms.Length);
            _terms.Number((ulong)place.Postings);
            _terms.Number((ulong)place.Positions);
        }
        else
        {
            shared = term.CommonPrefixLength(_before.AsSpan(0, _beforeLength));
        }

        _terms.Number((ulong)shared);
        _terms.Number((ulong)(term.Length - shared));
        _terms.Bytes(term[shared..]);
        _terms.Number((ulong)place.Documents);
        _terms.Number((ulong)place.PostingsLength);
        _terms.Number((ulong)place.PositionsLength);
        if (_before.Length < term.Length)
            _before = new byte[term.Length * 2];
        term.CopyTo(_before);
        _beforeLength = term.Length;
        _count++;
    }

    public void WriteTo(ByteBuffer blocks, ByteBuffer terms)
    {
        _blocks.Add((uint)_terms.Length);
        blocks.Values<uint>(CollectionsMarshal.AsSpan(_blocks));
        _terms.CopyTo(terms);
    }
}

/// <summary>Reads a term dictionary: finds a term, or walks the terms from one on.</summary>
internal readonly struct TermDictionary(Segment segment, Section blocks, Section terms)
{
    public bool TryFind(ReadOnlySpan<byte> term, out Term place)
    {
        var walk = From(term);
        if (walk.Next() && walk.Current.SequenceEqual(term))
        {
            place = walk.Place;
            return true;
        }

        place = default;
        return false;
    }

    /// <summary>The terms that are not before the given one.</summary>
    public TermWalk From(ReadOnlySpan<byte> term)
    {
        // The last block whose first term is not after the one looked for.
        var starts = MemoryMarshal.Cast<byte, uint>(segment.Bytes(blocks));
        var bytes = segment.Bytes(terms);
        var low = 0;
        var high = starts.Length - 2;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (First(bytes[(int)starts[middle]..]).SequenceCompareTo(term) <= 0)
                low = middle;
            else
                high = middle - 1;
        }

        var walk = new TermWalk(segment, blocks, terms, low);
        walk.SkipTo(term);
        return walk;
    }

    public TermWalk All() => new(segment, blocks, terms, 0);

    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> block)
    {
        var reader = new ByteReader(block);
        reader.Number();
        reader.Number();
        reader.Number();
        return reader.Bytes(reader.Int());
    }
}

/// <summary>Walks the terms of a dictionary in order.</summary>
internal sealed class TermWalk(Segment segment, Section blocks, Section terms, int block)
{
    private byte[] _term = new byte[256];
    private int _length;
    private int _block = block - 1;
    private int _at;
    private int _blockEnd;
    private long _nextPostings;
    private long _nextPositions;
    private bool _held;

    public ReadOnlySpan<byte> Current => _term.AsSpan(0, _length);

    public Term Place { get; private set; }

    public bool Next()
    {
        if (_held)
        {
            _held = false;
            return true;
        }

        if (_at >= _blockEnd && !Open())
            return false;

        var reader = new ByteReader(segment.Bytes(terms)[_at.._blockEnd]);
        var shared = reader.Int();
        var suffix = reader.Bytes(reader.Int());
        _length = shared + suffix.Length;
        if (_length > _term.Length)
            Array.Resize(ref _term, _length * 2);
        suffix.CopyTo(_term.AsSpan(shared));
        var documents = reader.Int();
        var postingsLength = reader.Int();
        var positionsLength = (long)reader.Number();
        Place = new Term(documents, _nextPostings, postingsLength, _nextPositions, positionsLength);
        _nextPostings += postingsLength;
        _nextPositions += positionsLength;
        _at += reader.At;
        return true;
    }

    /// <summary>Makes the next term the first that is not before the given one.</summary>
    public void SkipTo(ReadOnlySpan<byte> term)
    {
        while (Next())
        {
            if (Current.SequenceCompareTo(term) >= 0)
            {
                _held = true;
                return;
            }
        }
    }

    private bool Open()
    {
        var starts = MemoryMarshal.Cast<byte, uint>(segment.Bytes(blocks));
        if (_block >= starts.Length - 2)
            return false;
        _block++;
        _at = (int)starts[_block];
        _blockEnd = (int)starts[_block + 1];
        var reader = new ByteReader(segment.Bytes(terms)[_at.._blockEnd]);
        _nextPostings = (long)reader.Number();
        _nextPositions = (long)reader.Number();
        _at += reader.At;
        return true;
    }
}
