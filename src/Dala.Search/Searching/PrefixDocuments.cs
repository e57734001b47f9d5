using System.Buffers;
using System.Numerics;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>
/// The documents of a segment with words that begin with something, and in which fields. Such words may be very many, and most of them rare: their postings,
/// which lie one behind the other, are read in one go, into a bitmap for each field, small enough to stay near the processor.
/// </summary>
internal sealed class PrefixDocuments : IDisposable
{
    private readonly int _words;
    private readonly int _fieldCount;
    private readonly ulong[] _bits;
    private bool _isKept;
    private readonly int[] _few = new int[2 * PostingsLayout.Block];

    /// <summary>Reads the postings of all the words.</summary>
    public PrefixDocuments(QueryWord word, Segment segment)
    {
        _words = Bitmap.Words(segment.Documents);
        _fieldCount = (int)segment.FieldLengths.Count;
        _bits = ArrayPool<ulong>.Shared.Rent(_words * _fieldCount);
        _bits.AsSpan(0, _words * _fieldCount).Clear();
        var fieldsOfProfiles = segment.ProfileTotals.Fields;
        var postings = new PostingsReader();
        foreach (var form in word.Forms)
        {
            var start = SegmentContent.Encode(form);
            var walk = segment.Terms.From(start);
            while (walk.Next() && walk.Current.StartsWith(start))
            {
                var term = walk.Place;
                Words++;
                Occurrences += term.Documents;
                if (term.Documents < PostingsLayout.Block)
                    ReadFew(segment.Postings(term, ofTitles: false).Span, term.Documents, fieldsOfProfiles);
                else
                    ReadMany(postings, segment, term, fieldsOfProfiles);
            }
        }
    }

    /// <summary>The room it takes.</summary>
    public long Bytes => (long)_words * _fieldCount * sizeof(ulong);

    /// <summary>How many words there are.</summary>
    public int Words { get; }

    /// <summary>How many documents the words have, each counted by itself.</summary>
    public long Occurrences { get; }

    /// <summary>A bit for each field in which a document has such a word.</summary>
    public uint FieldsOf(int document)
    {
        var fields = 0u;
        for (var field = 0; field < _fieldCount; field++)
            fields |= (uint)(_bits[(field * _words) + (document >> 6)] >> document & 1) << field;
        return fields;
    }

    /// <summary>Of 64 documents those that have one in any of some fields, by the number of the 64.</summary>
    public ulong Some(int word, uint fields)
    {
        var some = 0UL;
        for (; fields != 0; fields &= fields - 1)
            some |= _bits[(BitOperations.TrailingZeroCount(fields) * _words) + word];
        return some;
    }

    /// <summary>Sets the bits of the documents that have one in any of some fields.</summary>
    public void AddTo(Span<ulong> bits, uint fields)
    {
        for (; fields != 0; fields &= fields - 1)
            Bitmap.Or(bits, _bits.AsSpan(BitOperations.TrailingZeroCount(fields) * _words, _words));
    }

    /// <summary>Lets it stay usable after it has been disposed of.</summary>
    public void Keep() => _isKept = true;

    public void Dispose()
    {
        if (!_isKept)
            ArrayPool<ulong>.Shared.Return(_bits);
    }

    private void ReadFew(ReadOnlySpan<byte> bytes, int documents, uint[] fieldsOfProfiles)
    {
        var numbers = _few.AsSpan(0, documents * 2);
        new ByteReader(bytes).Ints(numbers);
        var document = -1;
        for (var i = 0; i < documents; i++)
            Set(document += numbers[i] + 1, fieldsOfProfiles[numbers[documents + i]]);
    }

    private void ReadMany(PostingsReader postings, Segment segment, in Term term, uint[] fieldsOfProfiles)
    {
        postings.Open(segment, term);
        var bits = _bits;
        while (postings.NextBlock())
        {
            var profiles = postings.Profiles;
            var documents = postings.Documents;
            for (var i = 0; i < documents.Length; i++)
            {
                var document = documents[i];
                var fields = fieldsOfProfiles[profiles[i]];
                bits[(BitOperations.TrailingZeroCount(fields) * _words) + (document >> 6)] |= 1UL << document;
                // Most words stand in one field.
                if ((fields & (fields - 1)) != 0)
                    Set(document, fields & (fields - 1));
            }
        }
    }

    private void Set(int document, uint fields)
    {
        do
        {
            _bits[(BitOperations.TrailingZeroCount(fields) * _words) + (document >> 6)] |= 1UL << document;
            fields &= fields - 1;
        } while (fields != 0);
    }
}
