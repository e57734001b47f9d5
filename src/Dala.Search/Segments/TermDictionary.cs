using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Dala.Search.Segments;

/// <summary>What a segment knows of a term.</summary>
/// <param name="Documents">How many documents it has.</param>
/// <param name="Postings">Where its postings begin.</param>
/// <param name="Positions">Where its positions begin.</param>
/// <param name="Languages">A bit for each language of a text it stands in (<see cref="Analysis.SearchLanguage"/>).</param>
/// <param name="Number">Its place among the terms of the segment.</param>
internal readonly record struct Term(
    int Documents,
    long Postings,
    long PostingsLength,
    long Positions,
    long PositionsLength,
    ulong Languages,
    int Number
);

/// <summary>
/// Writes terms in the order of their UTF-8 bytes, in blocks of 32 in which each says only how it differs from the one before
/// (front coding; Witten, Moffat and Bell, "Managing Gigabytes", §4.1).
/// </summary>
internal sealed class TermDictionaryWriter
{
    public const int BlockSize = 32;

    private readonly Dictionary<ulong, int> _languageNumbers = [];
    private readonly List<ulong> _languages = [];
    private readonly List<long> _blocks = [];
    private readonly List<ulong> _beginnings = [];
    private readonly ByteBuffer _terms;
    private byte[] _before = new byte[256];
    private int _beforeLength;

    public TermDictionaryWriter(ByteBuffer terms) => _terms = terms;

    public int Count { get; private set; }

    /// <summary>The first eight bytes of a term as a number that sorts alike.</summary>
    public static ulong Beginning(ReadOnlySpan<byte> term)
    {
        Span<byte> eight = stackalloc byte[sizeof(ulong)];
        eight.Clear();
        term[..Math.Min(term.Length, eight.Length)].CopyTo(eight);
        return BinaryPrimitives.ReadUInt64BigEndian(eight);
    }

    public void Add(ReadOnlySpan<byte> term, in Term place, ulong languages)
    {
        var shared = 0;
        if (Count % BlockSize == 0)
        {
            _blocks.Add(_terms.Length);
            _beginnings.Add(Beginning(term));
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
        _terms.Number((ulong)NumberOf(languages));
        if (_before.Length < term.Length)
            _before = new byte[term.Length * 2];
        term.CopyTo(_before);
        _beforeLength = term.Length;
        Count++;
    }

    public void WriteTo(List<ByteBuffer> sections, Section first)
    {
        _blocks.Add(_terms.Length);
        sections[(int)first].Values<long>(CollectionsMarshal.AsSpan(_blocks));
        sections[(int)first + 1].Values<ulong>(CollectionsMarshal.AsSpan(_beginnings));
        sections[(int)first + 2].Values<ulong>(CollectionsMarshal.AsSpan(_languages));
        sections[(int)first + 3] = _terms;
    }

    private int NumberOf(ulong languages)
    {
        if (_languageNumbers.TryGetValue(languages, out var number))
            return number;
        number = _languages.Count;
        _languageNumbers.Add(languages, number);
        _languages.Add(languages);
        return number;
    }
}

/// <summary>Reads a term dictionary: finds a term, or walks the terms from one on.</summary>
internal readonly struct TermDictionary(
    Column<long> blocks,
    Column<ulong> beginnings,
    Column<ulong> languages,
    Column<byte> terms
)
{
    public Column<ulong> Languages => languages;

    public int Blocks => (int)beginnings.Count;

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
        var walk = new TermWalk(this, 0);
        walk.Seek(term);
        return walk;
    }

    /// <summary>All terms, pairs of words as well (<see cref="WordPairs"/>).</summary>
    public TermWalk All() => new(this, 0);

    /// <summary>Walks from the term of a number on.</summary>
    public TermWalk At(int number)
    {
        var walk = All();
        walk.Seek(number);
        return walk;
    }

    /// <summary>The last block whose first term is not after the given one.</summary>
    /// <param name="from">A block that it is not before.</param>
    public int BlockOf(ReadOnlySpan<byte> term, int from = 0)
    {
        var beginning = TermDictionaryWriter.Beginning(term);
        var low = from;
        var high = Blocks - 1;
        // Who goes on from a block mostly goes to one near it: by steps that double (Bentley and Yao, "An almost optimal algorithm for unbounded
        // searching", 1976).
        for (var step = 1; from > 0 && low + step < high; step *= 2)
        {
            if (BeginsAfter(low + step, term, beginning))
                high = low + step - 1;
            else
                low += step;
        }

        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (BeginsAfter(middle, term, beginning))
                high = middle - 1;
            else
                low = middle;
        }

        return low;
    }

    public ReadOnlySpan<byte> Block(int block) => terms.From(blocks[block])[..(int)(blocks[block + 1] - blocks[block])];

    private bool BeginsAfter(int block, ReadOnlySpan<byte> term, ulong beginning) =>
        beginnings[block] == beginning && term.Length > 0
            ? First(block).SequenceCompareTo(term) > 0
            : beginnings[block] > beginning;

    private ReadOnlySpan<byte> First(int block)
    {
        var reader = new ByteReader(Block(block));
        reader.Number();
        reader.Number();
        reader.Number();
        return reader.Bytes(reader.Int());
    }
}

/// <summary>Walks the terms of a dictionary in order.</summary>
internal sealed class TermWalk(TermDictionary dictionary, int block)
{
    private byte[] _term = new byte[128];
    private int _length;
    private int _block = block - 1;
    private int _at;
    private int _end;
    private int _inBlock;
    private int _documents;
    private long _postings;
    private long _postingsLength;
    private long _positions;
    private long _positionsLength;
    private int _languages;
    private bool _held;

    public ReadOnlySpan<byte> Current => _term.AsSpan(0, _length);

    public Term Place =>
        new(
            _documents,
            _postings,
            _postingsLength,
            _positions,
            _positionsLength,
            dictionary.Languages[_languages],
            (_block * TermDictionaryWriter.BlockSize) + _inBlock - 1
        );

    public bool Next()
    {
        if (!_held)
            return Read(out _);
        _held = false;
        return true;
    }

    /// <summary>Makes the next term the first that is not before the given one; goes on only.</summary>
    public void Seek(ReadOnlySpan<byte> term)
    {
        if (_block >= 0 && Current.SequenceCompareTo(term) >= 0)
        {
            _held = _held || Read(out _);
            return;
        }

        var sought = dictionary.BlockOf(term, Math.Max(0, _block));
        if (sought > _block && !Open(sought))
            return;
        // A term that has more in common with the one before than that has with the one sought is on the same side of it, and one that has less is
        // behind it: only the others are compared.
        var common = Current.CommonPrefixLength(term);
        while (Read(out var shared))
        {
            if (_inBlock > 1 && shared != common)
            {
                _held = shared < common;
            }
            else
            {
                common = Current.CommonPrefixLength(term);
                _held = common == term.Length || (common < _length && _term[common] > term[common]);
            }

            if (_held)
                return;
        }
    }

    /// <summary>Makes the next term that of a number, which is one of the dictionary's.</summary>
    public void Seek(int number)
    {
        var place = number % TermDictionaryWriter.BlockSize;
        if (number / TermDictionaryWriter.BlockSize != _block || place < _inBlock)
            Open(number / TermDictionaryWriter.BlockSize);
        _held = false;
        while (_inBlock < place)
            Read(out _);
    }

    // How much the next term has in common with the one before is told only within a block.
    private bool Read(out int shared)
    {
        shared = 0;
        if (_at >= _end && !Open(_block + 1))
            return false;
        var reader = new ByteReader(dictionary.Block(_block)[_at..]);
        shared = reader.Int();
        var suffix = reader.Bytes(reader.Int());
        _length = shared + suffix.Length;
        if (_length > _term.Length)
            Array.Resize(ref _term, _length * 2);
        suffix.CopyTo(_term.AsSpan(shared));
        _postings += _postingsLength;
        _positions += _positionsLength;
        _documents = reader.Int();
        _postingsLength = (long)reader.Number();
        _positionsLength = (long)reader.Number();
        _languages = reader.Int();
        _inBlock++;
        _at += reader.At;
        return true;
    }

    private bool Open(int next)
    {
        if (next >= dictionary.Blocks)
            return false;
        _block = next;
        _inBlock = 0;
        var bytes = dictionary.Block(next);
        _end = bytes.Length;
        var reader = new ByteReader(bytes);
        _postings = (long)reader.Number();
        _positions = (long)reader.Number();
        _postingsLength = 0;
        _positionsLength = 0;
        _at = reader.At;
        return true;
    }
}
