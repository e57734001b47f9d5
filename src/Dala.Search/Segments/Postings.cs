using System.Runtime.InteropServices;

namespace Dala.Search.Segments;

/// <summary>
/// How the documents of a term are laid down: in blocks of 128 packed by bits, the rest as plain numbers, each block with an entry in a directory that
/// lets a reader leap (skip data; Moffat and Zobel, "Self-indexing inverted files", 1996) and bounds what its documents can score (block maxima; Ding and
/// Suel, "Faster top-k document retrieval using block-max indexes", 2011).
/// </summary>
/// <remarks>
/// A term of less than a block has no directory. Behind the blocks of a term that many documents have stand two bytes for each: one bounds what this document
/// can score, one says how many bytes its positions take. To look up profiles, lengths and numbers for that would take several times as long.
/// </remarks>
internal static class PostingsLayout
{
    public const int Block = BitPacking.Block;

    public const int EntryLength = 4 * sizeof(uint);

    /// <summary>Positions take so many bytes or more.</summary>
    public const byte LongPositions = byte.MaxValue;

    // From one document in so many on, each document of a term is described.
    private const int DescribedShare = 64;

    /// <summary>How many entries the directory of a term has.</summary>
    public static int Entries(int documents) => documents < Block ? 0 : (documents + Block - 1) / Block;

    /// <summary>Whether each document of a term is described.</summary>
    public static bool IsDescribed(int documents, int documentsOfSegment) =>
        documents >= Block && (long)documents * DescribedShare >= documentsOfSegment;

    public static BlockEntry EntryAt(ReadOnlySpan<byte> directory, int entry) =>
        MemoryMarshal.Read<BlockEntry>(directory[(entry * EntryLength)..]);
}

/// <summary>What the directory of a term knows of a block.</summary>
/// <param name="LastDocument">The last document of the block.</param>
/// <param name="Postings">Where it begins among the blocks of the term.</param>
/// <param name="Positions">Where its positions begin among those of the term.</param>
/// <param name="Most">The greatest weighed frequency of a document of the block, as weights were when it was written.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct BlockEntry(int LastDocument, uint Postings, uint Positions, float Most);

/// <summary>Writes the postings of one term after another.</summary>
/// <param name="weights">What an occurrence weighs by field and length, for the bounds (<see cref="FieldWeights"/>).</param>
/// <param name="positions">Where positions go; null where none are kept.</param>
internal sealed class PostingsWriter(SegmentContent content, float[] weights, ByteBuffer postings, ByteBuffer? positions)
{
    private readonly uint[] _distances = new uint[PostingsLayout.Block];
    private readonly uint[] _profiles = new uint[PostingsLayout.Block];
    private readonly byte[] _packed = new byte[PostingsLayout.Block * sizeof(uint)];
    private readonly ByteBuffer _directory = new();
    private readonly ByteBuffer _blocks = new();
    private readonly ByteBuffer _bounds = new();
    private readonly ByteBuffer _lengths = new();
    private readonly byte[] _lengthsOfBlock = new byte[PostingsLayout.Block];
    private long _positionsOfDocument;
    private int _inBlock;
    private int _documents;
    private int _last = -1;
    private int _beforeBlock;
    private long _positionsStart;
    private long _blockPositions;

    public void Begin()
    {
        if (_documents >= PostingsLayout.Block)
        {
            _directory.Clear();
            _blocks.Clear();
            _bounds.Clear();
            _lengths.Clear();
        }

        _documents = 0;
        _last = -1;
        _positionsStart = positions?.Length ?? 0;
        BeginBlock();
    }

    /// <summary>Begins a document, greater than the one before; its positions are written by the caller until it ends.</summary>
    public void BeginDocument(int document)
    {
        if (_inBlock == PostingsLayout.Block)
            EndBlock();
        _distances[_inBlock] = (uint)(document - _last - 1);
        _last = document;
        _positionsOfDocument = positions?.Length ?? 0;
    }

    public void EndDocument(int profile)
    {
        var length = (positions?.Length ?? 0) - _positionsOfDocument;
        _lengthsOfBlock[_inBlock] = (byte)Math.Min(length, PostingsLayout.LongPositions);
        _profiles[_inBlock++] = (uint)profile;
        _documents++;
    }

    /// <summary>Where the term's postings and positions lie.</summary>
    public Term End()
    {
        var start = postings.Length;
        if (_documents >= PostingsLayout.Block)
        {
            EndBlock();
            _directory.CopyTo(postings);
            _blocks.CopyTo(postings);
            if (PostingsLayout.IsDescribed(_documents, content.Documents))
            {
                _bounds.CopyTo(postings);
                _lengths.CopyTo(postings);
            }
        }
        else
        {
            WriteRest(postings);
        }

        return new Term(
            _documents,
            start,
            postings.Length - start,
            _positionsStart,
            (positions?.Length ?? 0) - _positionsStart,
            Languages: 0,
            Number: 0
        );
    }

    private void BeginBlock()
    {
        _inBlock = 0;
        _beforeBlock = _last;
        _blockPositions = positions?.Length ?? 0;
    }

    private void EndBlock()
    {
        if (_inBlock == 0)
            return;
        var start = checked((uint)_blocks.Length);
        _directory.Values<BlockEntry>([new(_last, start, checked((uint)(_blockPositions - _positionsStart)), Bound())]);
        if (_inBlock == PostingsLayout.Block)
            WriteBlock();
        else
            WriteRest(_blocks);
        BeginBlock();
    }

    // Writes the bound of each document and answers the greatest. Only what has a directory is bounded, and most terms have none.
    private float Bound()
    {
        Span<byte> bounds = stackalloc byte[PostingsLayout.Block];
        var most = 0f;
        var document = _beforeBlock;
        for (var i = 0; i < _inBlock; i++)
        {
            document += (int)_distances[i] + 1;
            var frequency = 0f;
            foreach (var part in content.Profiles[(int)_profiles[i]])
            {
                var field = part >> 4;
                var norm = content.Norms[(document * content.TextFields) + field];
                frequency += (part & 0xF) * weights[(field * FieldWeights.Codes) + Norm.LengthOf(norm)];
            }

            bounds[i] = RoundedFrequency.Encode(frequency);
            most = Math.Max(most, frequency);
        }

        _bounds.Bytes(bounds[.._inBlock]);
        _lengths.Bytes(_lengthsOfBlock.AsSpan(0, _inBlock));
        return most;
    }

    private void WriteBlock()
    {
        var distanceWidth = BitPacking.WidthOf(_distances);
        var profileWidth = BitPacking.WidthOf(_profiles);
        _blocks.Byte((byte)distanceWidth);
        _blocks.Byte((byte)profileWidth);
        Pack(_distances, distanceWidth);
        Pack(_profiles, profileWidth);
    }

    private void Pack(uint[] numbers, int width)
    {
        BitPacking.Pack(numbers, width, _packed);
        _blocks.Bytes(_packed.AsSpan(0, BitPacking.Length(width)));
    }

    private void WriteRest(ByteBuffer to)
    {
        for (var i = 0; i < _inBlock; i++)
            to.Number(_distances[i]);
        for (var i = 0; i < _inBlock; i++)
            to.Number(_profiles[i]);
    }
}
