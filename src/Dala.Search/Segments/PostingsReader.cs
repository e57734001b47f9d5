namespace Dala.Search.Segments;

/// <summary>Reads the documents of a term block by block, and leaps over blocks that do not matter.</summary>
internal sealed class PostingsReader
{
    private readonly int[] _documents = new int[PostingsLayout.Block];
    private readonly uint[] _profiles = new uint[PostingsLayout.Block];
    private Segment _segment = null!;
    private Column<byte> _bytes;
    private bool _ofTitles;
    private Term _term;
    private int _entries;
    private int _directoryLength;
    private int _block;
    private int _before;
    private int _count;
    private int _at;
    private long _profilesAt;
    private int _profileWidth;
    private bool _profilesRead;

    public const int None = int.MaxValue;

    /// <summary>The current document; -1 before the first, <see cref="None"/> after the last.</summary>
    public int Document { get; private set; }

    /// <summary>The place of the current document in its block.</summary>
    public int Place => _at;

    /// <summary>The number of the current block.</summary>
    public int BlockNumber => _block;

    public Term Term => _term;

    /// <summary>The documents of the current block.</summary>
    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, _count);

    /// <summary>The profiles of the documents of the current block.</summary>
    public ReadOnlySpan<uint> Profiles
    {
        get
        {
            if (!_profilesRead)
                ReadProfiles();
            return _profiles.AsSpan(0, _count);
        }
    }

    /// <summary>Whether each document is described: only then are there <see cref="Bounds"/> and <see cref="PositionLengths"/>.</summary>
    public bool IsDescribed { get; private set; }

    /// <summary>What no document of the current block weighs more than, as weights were when it was written, each as a <see cref="RoundedFrequency"/>.</summary>
    public ReadOnlySpan<byte> Bounds => Described(2);

    /// <summary>How many bytes the positions of each document of the current block take, up to <see cref="PostingsLayout.LongPositions"/>.</summary>
    public ReadOnlySpan<byte> PositionLengths => Described(1);

    public int Profile
    {
        get
        {
            if (!_profilesRead)
                ReadProfiles();
            return (int)_profiles[_at];
        }
    }

    private ReadOnlySpan<byte> Directory => _bytes.From(0)[.._directoryLength];

    private int Blocks => Math.Max(1, _entries);

    public void Open(Segment segment, Term term, bool ofTitles = false)
    {
        _segment = segment;
        _ofTitles = ofTitles;
        _term = term;
        _bytes = segment.Postings(term, ofTitles);
        _entries = PostingsLayout.Entries(term.Documents);
        _directoryLength = _entries * PostingsLayout.EntryLength;
        IsDescribed = PostingsLayout.IsDescribed(term.Documents, segment.Documents);
        _block = -1;
        _count = 0;
        _at = 0;
        Document = -1;
    }

    /// <summary>Goes back to before the first document.</summary>
    public void Restart() => Open(_segment, _term, _ofTitles);

    /// <summary>Reads the next block; false after the last.</summary>
    public bool NextBlock()
    {
        if (_block + 1 >= Blocks)
            return false;
        _before = _block < 0 ? -1 : LastDocument(_block);
        Read(_block + 1);
        return true;
    }

    /// <summary>The first document from the given one on, or <see cref="None"/>; documents only rise.</summary>
    public int MoveTo(int document)
    {
        if (Document >= document)
            return Document;
        if (_block < 0 || _documents[_count - 1] < document)
        {
            var block = BlockOf(document);
            if (block == Blocks)
                return Document = None;
            if (block != _block)
            {
                _before = block == 0 ? -1 : LastDocument(block - 1);
                Read(block);
            }
        }

        var at = _at;
        // Documents that are asked for lie close together more often than not.
        while (at < _count && _documents[at] < document)
        {
            if (at + 16 < _count && _documents[at + 16] < document)
                at += 16;
            else
                at++;
        }

        if (at == _count)
            return Document = None;
        _at = at;
        return Document = _documents[at];
    }

    /// <summary>
    /// Goes to the first block from the current one on that reaches a document and has one of a greater weighed frequency than some (as weights were when it
    /// was written; less than a block says nothing, and may); false if there is none. The place in the block is not changed.
    /// </summary>
    public bool MoveToBlock(int document, float frequency)
    {
        if (_entries == 0)
        {
            if (_block < 0)
                Read(0);
            return _documents[_count - 1] >= document;
        }

        var block = _block >= 0 && LastDocument(_block) >= document ? _block : BlockOf(document);
        while (block < _entries && EntryAt(block).Most <= frequency)
            block++;
        if (block == _entries)
            return false;
        if (block != _block)
        {
            _before = block == 0 ? -1 : LastDocument(block - 1);
            Read(block);
        }

        return true;
    }

    /// <summary>The greatest weighed frequency of all blocks; infinity for less than a block.</summary>
    public float GreatestMost
    {
        get
        {
            if (_entries == 0)
                return float.PositiveInfinity;
            var most = 0f;
            foreach (var entry in System.Runtime.InteropServices.MemoryMarshal.Cast<byte, BlockEntry>(Directory))
                most = Math.Max(most, entry.Most);
            return most;
        }
    }

    /// <summary>Where the positions of the current block begin among those of the term.</summary>
    public long PositionsOfBlock => _entries == 0 ? 0 : EntryAt(_block).Positions;

    // A byte for each document of the block, of the first or second such list from the end.
    private ReadOnlySpan<byte> Described(int fromEnd) =>
        _bytes.From(_term.PostingsLength - ((long)fromEnd * _term.Documents) + (_block * PostingsLayout.Block))[.._count];

    private BlockEntry EntryAt(int block) => PostingsLayout.EntryAt(Directory, block);

    private int LastDocument(int block) => EntryAt(block).LastDocument;

    // The first block from the current one on whose last document is not before the given one: by steps that double, then by halving.
    private int BlockOf(int document)
    {
        if (_entries == 0)
            return _block < 0 ? 0 : 1;
        var low = Math.Max(0, _block);
        var step = 1;
        var high = low;
        while (high < _entries && LastDocument(high) < document)
        {
            low = high + 1;
            high += step;
            step *= 2;
        }

        high = Math.Min(high, _entries);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (LastDocument(middle) < document)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void Read(int block)
    {
        _block = block;
        _at = 0;
        _count = Math.Min(PostingsLayout.Block, _term.Documents - (block * PostingsLayout.Block));
        var start = _directoryLength + (_entries == 0 ? 0 : (long)EntryAt(block).Postings);
        _profilesRead = false;
        if (_count == PostingsLayout.Block)
        {
            var width = _bytes[start];
            _profileWidth = _bytes[start + 1];
            var packed = BitPacking.Length(width);
            BitPacking.UnpackAscending(_bytes.From(start + 2)[..packed], width, _before, _documents);
            _profilesAt = start + 2 + packed;
            return;
        }

        var reader = new ByteReader(_bytes.From(start));
        var document = _before;
        for (var i = 0; i < _count; i++)
        {
            document += reader.Int() + 1;
            _documents[i] = document;
        }

        _profilesAt = start + reader.At;
    }

    private void ReadProfiles()
    {
        _profilesRead = true;
        var bytes = _bytes.From(_profilesAt);
        if (_count == PostingsLayout.Block)
        {
            BitPacking.Unpack(bytes[..BitPacking.Length(_profileWidth)], _profileWidth, _profiles);
            return;
        }

        var reader = new ByteReader(bytes);
        for (var i = 0; i < _count; i++)
            _profiles[i] = (uint)reader.Number();
    }
}
