using System.Runtime.InteropServices;

namespace Dala.Search.Segments;

/// <summary>
/// Turns occurrences that come document by document into lists that go term by term: gathers them in a row and sorts it by counting
/// (sort-based inversion; Witten, Moffat and Bell, "Managing Gigabytes", §5.2).
/// </summary>
internal sealed class Inversion
{
    // A place is a field in the high four bits and a position in the others.
    private const int PositionBits = 28;
    private const int LastPosition = (1 << PositionBits) - 1;

    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _termsBySpan;
    private readonly List<Occurrence> _occurrences = [];

    public Inversion() => _termsBySpan = _terms.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _occurrences.Count;

    /// <summary>Documents come in rising order, in a document the fields, in a field the positions.</summary>
    public void Add(ReadOnlySpan<char> term, int document, int field, int position)
    {
        if (!_termsBySpan.TryGetValue(term, out var number))
        {
            number = _terms.Count;
            _termsBySpan.TryAdd(term, number);
        }

        _occurrences.Add(new Occurrence(number, document, (uint)field << PositionBits | (uint)Math.Min(position, LastPosition)));
    }

    /// <summary>Writes the terms in the order of their bytes; positions only if there is somewhere to put them.</summary>
    public void WriteTo(TermDictionaryWriter dictionary, ByteBuffer postings, ByteBuffer? positions)
    {
        var ends = new int[_terms.Count + 1];
        foreach (var occurrence in CollectionsMarshal.AsSpan(_occurrences))
            ends[occurrence.Term + 1]++;
        for (var i = 1; i < ends.Length; i++)
            ends[i] += ends[i - 1];
        var starts = ends.ToArray();
        var sorted = new Occurrence[_occurrences.Count];
        foreach (var occurrence in CollectionsMarshal.AsSpan(_occurrences))
            sorted[starts[occurrence.Term]++] = occurrence;

        var numbers = new int[_terms.Count];
        var texts = new byte[_terms.Count][];
        foreach (var (text, number) in _terms)
        {
            numbers[number] = number;
            texts[number] = SegmentContent.Encode(text);
        }

        Array.Sort(texts, numbers, ByteOrder.Comparer);
        var list = new PostingsList(postings, positions);
        for (var i = 0; i < numbers.Length; i++)
        {
            var number = numbers[i];
            dictionary.Add(texts[i], list.Write(sorted.AsSpan(ends[number]..ends[number + 1])));
        }
    }

    internal readonly record struct Occurrence(int Term, int Document, uint Place)
    {
        public int Field => (int)(Place >> PositionBits);

        public int Position => (int)(Place & LastPosition);
    }

    private sealed class PostingsList(ByteBuffer postings, ByteBuffer? positions)
    {
        private readonly ByteBuffer _places = new();

        public Term Write(ReadOnlySpan<Occurrence> occurrences)
        {
            var postingsStart = postings.Length;
            var positionsStart = positions?.Length ?? 0;
            var documents = 0;
            var before = -1;
            Span<byte> fields = stackalloc byte[PostingsWriter.MostFields];
            while (occurrences.Length > 0)
            {
                var document = occurrences[0].Document;
                var count = 0;
                while (occurrences.Length > 0 && occurrences[0].Document == document)
                {
                    var field = occurrences[0].Field;
                    var often = 1;
                    while (
                        often < occurrences.Length && occurrences[often].Document == document && occurrences[often].Field == field
                    )
                        often++;
                    fields[count++] = (byte)(field << 4 | Math.Min(often, PostingsWriter.MostOften));
                    if (positions is not null)
                        Positions(occurrences[..often]);
                    occurrences = occurrences[often..];
                }

                PostingsWriter.Document(postings, document - before, fields[..count]);
                before = document;
                documents++;
                if (positions is null)
                    continue;
                positions.Number((ulong)_places.Length);
                _places.CopyTo(positions);
                _places.Clear();
            }

            return new Term(
                documents,
                postingsStart,
                (int)(postings.Length - postingsStart),
                positionsStart,
                (positions?.Length ?? 0) - positionsStart
            );
        }

        private void Positions(ReadOnlySpan<Occurrence> occurrences)
        {
            _places.Number((ulong)occurrences.Length);
            var last = 0;
            foreach (var occurrence in occurrences)
            {
                _places.Number((ulong)(occurrence.Position - last));
                last = occurrence.Position;
            }
        }
    }
}

/// <summary>The order of bytes, which for UTF-8 is the order of code points.</summary>
internal static class ByteOrder
{
    public static Comparer<byte[]> Comparer { get; } = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));
}
