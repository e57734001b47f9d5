using System.Buffers;
using System.Runtime.InteropServices;
using Dala.Search.Analysis;

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
    private readonly List<ulong> _languages = [];
    private Occurrence[] _occurrences = ArrayPool<Occurrence>.Shared.Rent(1 << 10);
    private int _count;

    public Inversion() => _termsBySpan = _terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Documents come in rising order, in a document the fields, in a field the positions.</summary>
    /// <param name="language">The number of the text's language (<see cref="SearchLanguage"/>).</param>
    public void Add(ReadOnlySpan<char> term, byte language, int document, int field, int position)
    {
        if (!_termsBySpan.TryGetValue(term, out var number))
        {
            number = _terms.Count;
            _termsBySpan.TryAdd(term, number);
            _languages.Add(0);
        }

        CollectionsMarshal.AsSpan(_languages)[number] |= 1UL << language;
        if (_count == _occurrences.Length)
            Grow();
        _occurrences[_count++] = new Occurrence(
            number,
            document,
            (uint)field << PositionBits | (uint)Math.Min(position, LastPosition)
        );
    }

    /// <summary>Adds the pairs of frequent words, and of some others; when all documents are there (<see cref="WordPairs"/>).</summary>
    public void AddPairs(SegmentContent content, IReadOnlySet<string> others)
    {
        var texts = new string[_terms.Count];
        foreach (var (text, number) in _terms)
            texts[number] = text;
        var with = DocumentsOfTerms();
        var paired = new bool[texts.Length];
        for (var term = 0; term < texts.Length; term++)
        {
            paired[term] =
                (WordPairs.IsFrequent(with[term], content.Documents) || others.Contains(texts[term]))
                && WordPairs.CanBePaired(texts[term]);
        }

        // A word that stands nowhere has all its pairs as well.
        var words = texts.Where((_, term) => paired[term]).Concat(others).Distinct(StringComparer.Ordinal);
        foreach (var word in words.Select(SegmentContent.Encode).Order(ByteOrder.Comparer))
            content.PairedWords.Add(word);
        AddPairs(texts, paired);
    }

    private void AddPairs(string[] texts, bool[] paired)
    {
        var pairs = new Dictionary<(int, int), int>();
        var all = _count;
        for (var first = 0; first < all; first++)
        {
            var word = _occurrences[first];
            if (!paired[word.Term])
                continue;
            for (var second = first + 1; second < all; second++)
            {
                var next = _occurrences[second];
                // Places of one field rise, and other fields lie behind.
                if (next.Document != word.Document || next.Place > word.Place + 1)
                    break;
                if (next.Place != word.Place + 1 || !paired[next.Term])
                    continue;
                ref var pair = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, (word.Term, next.Term), out var known);
                if (!known)
                {
                    pair = _terms.Count;
                    _terms.Add(WordPairs.TermOf(texts[word.Term], texts[next.Term]), pair);
                    _languages.Add(_languages[word.Term] | _languages[next.Term]);
                }

                if (_count == _occurrences.Length)
                    Grow();
                _occurrences[_count++] = word with { Term = pair };
            }
        }
    }

    private int[] DocumentsOfTerms()
    {
        var with = new int[_terms.Count];
        var last = new int[_terms.Count];
        foreach (ref readonly var occurrence in _occurrences.AsSpan(0, _count))
        {
            // One more than the number, so that 0 is none.
            if (last[occurrence.Term] == occurrence.Document + 1)
                continue;
            last[occurrence.Term] = occurrence.Document + 1;
            with[occurrence.Term]++;
        }

        return with;
    }

    /// <summary>Writes the terms in the order of their bytes, those of titles without positions; once, at the end.</summary>
    public void WriteTo(SegmentContent content, bool ofTitles)
    {
        var ends = new int[_terms.Count + 1];
        foreach (ref readonly var occurrence in _occurrences.AsSpan(0, _count))
            ends[occurrence.Term + 1]++;
        for (var i = 1; i < ends.Length; i++)
            ends[i] += ends[i - 1];
        var starts = ends.ToArray();
        var sorted = ArrayPool<Occurrence>.Shared.Rent(_count);
        foreach (ref readonly var occurrence in _occurrences.AsSpan(0, _count))
            sorted[starts[occurrence.Term]++] = occurrence;

        var texts = new byte[_terms.Count][];
        foreach (var (text, number) in _terms)
            texts[number] = SegmentContent.Encode(text);
        var numbers = ByteOrder.Of(texts);
        var postings = content.PostingsOf(ofTitles);
        foreach (var number in numbers)
        {
            var occurrences = sorted.AsSpan(ends[number]..ends[number + 1]);
            var term = Write(occurrences, postings, content.Profiles, ofTitles ? null : content.Positions);
            if (!ofTitles && !WordPairs.IsPair(texts[number]))
                content.Related.Add(texts[number], _languages[number], content.Terms.Count);
            content.AddTerm(texts[number], term, _languages[number], ofTitles);
        }

        ArrayPool<Occurrence>.Shared.Return(sorted);
        ArrayPool<Occurrence>.Shared.Return(_occurrences);
        _occurrences = [];
        _count = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<Occurrence>.Shared.Rent(_count * 2);
        _occurrences.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<Occurrence>.Shared.Return(_occurrences);
        _occurrences = larger;
    }

    private static Term Write(
        ReadOnlySpan<Occurrence> occurrences,
        PostingsWriter postings,
        ProfilesContent profiles,
        ByteBuffer? positions
    )
    {
        Span<byte> parts = stackalloc byte[ProfilesContent.MostFields];
        postings.Begin();
        while (occurrences.Length > 0)
        {
            var document = occurrences[0].Document;
            var length = 0;
            var fields = 0;
            while (length < occurrences.Length && occurrences[length].Document == document)
            {
                var often = OftenInField(occurrences[length..]);
                parts[fields++] = ProfilesContent.Part(occurrences[length].Field, often);
                length += often;
            }

            postings.Add(document, profiles.Of(parts[..fields]));
            if (positions is not null)
                WritePositions(occurrences[..length], positions);
            occurrences = occurrences[length..];
        }

        return postings.End();
    }

    private static void WritePositions(ReadOnlySpan<Occurrence> occurrences, ByteBuffer positions)
    {
        while (occurrences.Length > 0)
        {
            var often = OftenInField(occurrences);
            if (often >= ProfilesContent.MostOften)
                positions.Number((ulong)(often - ProfilesContent.MostOften));
            var last = 0;
            foreach (ref readonly var occurrence in occurrences[..often])
            {
                positions.Number((ulong)(occurrence.Position - last));
                last = occurrence.Position;
            }

            occurrences = occurrences[often..];
        }
    }

    private static int OftenInField(ReadOnlySpan<Occurrence> occurrences)
    {
        var often = 1;
        while (
            often < occurrences.Length
            && occurrences[often].Document == occurrences[0].Document
            && occurrences[often].Field == occurrences[0].Field
        )
            often++;
        return often;
    }

    private readonly record struct Occurrence(int Term, int Document, uint Place)
    {
        public int Field => (int)(Place >> PositionBits);

        public int Position => (int)(Place & LastPosition);
    }
}

/// <summary>The order of bytes, which for UTF-8 is the order of code points.</summary>
internal static class ByteOrder
{
    public static Comparer<byte[]> Comparer { get; } = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    /// <summary>The numbers of texts in the order of the texts, which are all different.</summary>
    public static int[] Of(byte[][] texts)
    {
        // Numbers sort many times faster than texts, and the first eight bytes of a text make a number.
        var beginnings = new ulong[texts.Length];
        var order = new int[texts.Length];
        for (var i = 0; i < texts.Length; i++)
            (beginnings[i], order[i]) = (TermDictionaryWriter.Beginning(texts[i]), i);
        Array.Sort(beginnings, order);
        for (var start = 0; start < order.Length; )
        {
            var end = start + 1;
            while (end < order.Length && beginnings[end] == beginnings[start])
                end++;
            if (end - start > 1)
                order.AsSpan(start..end).Sort((a, b) => texts[a].AsSpan().SequenceCompareTo(texts[b]));
            start = end;
        }

        return order;
    }
}
