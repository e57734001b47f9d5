using System.Buffers;
using System.Runtime.Intrinsics;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>
/// The documents of a segment with words that begin with something, and in which fields. Such words may be very many, and most of them rare: their postings,
/// which lie one behind the other, are read in one go.
/// </summary>
internal sealed class PrefixDocuments : IDisposable
{
    private readonly ushort[] _fields;
    private readonly int[] _few = new int[2 * PostingsLayout.Block];
    private readonly int _documents;

    /// <summary>Reads the postings of all the words.</summary>
    public PrefixDocuments(QueryWord word, Segment segment)
    {
        // Whole words of a bitmap, so that it can be made of them without a rest.
        _documents = Bitmap.Words(segment.Documents) * 64;
        _fields = ArrayPool<ushort>.Shared.Rent(_documents);
        _fields.AsSpan(0, _documents).Clear();
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

    /// <summary>How many words there are.</summary>
    public int Words { get; }

    /// <summary>How many documents the words have, each counted by itself.</summary>
    public long Occurrences { get; }

    /// <summary>A bit for each field in which a document has such a word.</summary>
    public uint FieldsOf(int document) => _fields[document];

    /// <summary>The first document from one on that has such a word in any of some fields; the end or more if there is none before.</summary>
    public int Next(int document, int end, uint fields)
    {
        var wanted = Vector256.Create((ushort)fields);
        for (; document < end; document++)
        {
            if ((_fields[document] & fields) != 0)
                return document;
            while (
                document + Vector256<ushort>.Count < end
                && (Vector256.LoadUnsafe(ref _fields[document + 1]) & wanted) == Vector256<ushort>.Zero
            )
                document += Vector256<ushort>.Count;
        }

        return document;
    }

    /// <summary>Sets the bits of the documents that have one in any of some fields.</summary>
    public void AddTo(Span<ulong> bits, uint fields)
    {
        const int width = 16;
        var wanted = Vector256.Create((ushort)fields);
        for (var document = 0; document < _documents; document += width)
        {
            var some = Vector256.LoadUnsafe(ref _fields[document]) & wanted;
            ulong none = Vector256.Equals(some, Vector256<ushort>.Zero).ExtractMostSignificantBits();
            bits[document >> 6] |= (~none & ushort.MaxValue) << document;
        }
    }

    public void Dispose() => ArrayPool<ushort>.Shared.Return(_fields);

    private void ReadFew(ReadOnlySpan<byte> bytes, int documents, uint[] fieldsOfProfiles)
    {
        var numbers = _few.AsSpan(0, documents * 2);
        new ByteReader(bytes).Ints(numbers);
        var document = -1;
        for (var i = 0; i < documents; i++)
        {
            document += numbers[i] + 1;
            _fields[document] |= (ushort)fieldsOfProfiles[numbers[documents + i]];
        }
    }

    private void ReadMany(PostingsReader postings, Segment segment, in Term term, uint[] fieldsOfProfiles)
    {
        postings.Open(segment, term);
        while (postings.NextBlock())
        {
            var profiles = postings.Profiles;
            var documents = postings.Documents;
            for (var i = 0; i < documents.Length; i++)
                _fields[documents[i]] |= (ushort)fieldsOfProfiles[profiles[i]];
        }
    }
}
