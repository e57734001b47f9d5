using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Dala.Search.Analysis;

namespace Dala.Search.Segments;

/// <summary>
/// Turns occurrences that come document by document into lists that go term by term: each term has a list at hand, which its occurrences extend as
/// distances (single-pass inversion; Heinz and Zobel, "Efficient single-pass index construction for text databases", 2003).
/// </summary>
internal sealed class Inversion : IDisposable
{
    private const int EntriesAtOnce = 32;
    private const int WordsAtOnce = 32;

    private readonly ByteLists _lists;
    private readonly TermTable _terms;
    private readonly int _fields;
    private readonly Word[] _words = new Word[WordsAtOnce];
    private readonly char[] _text = new char[WordsAtOnce * 2 * Words.Longest];
    private int _waiting;
    private int _textEnd;
    private uint[] _distances = new uint[64];

    /// <summary>Begins without an occurrence.</summary>
    /// <param name="fields">How many fields a document has.</param>
    public Inversion(int fields)
    {
        _fields = fields;
        _lists = new ByteLists();
        _terms = new TermTable(_lists);
    }

    /// <summary>Documents come in rising order, in a document the fields, in a field the positions.</summary>
    /// <param name="language">The number of the text's language (<see cref="SearchLanguage"/>).</param>
    public void Add(ReadOnlySpan<char> term, byte language, int document, int field, int position)
    {
        if (_waiting == WordsAtOnce || _textEnd + term.Length > _text.Length)
            AddWaiting();
        term.CopyTo(_text.AsSpan(_textEnd));
        // The fields of all documents are rows, counted from 1.
        var row = (document * _fields) + field + 1;
        _words[_waiting++] = new Word(_terms.Hash(term), _textEnd, term.Length, language, row, position);
        _textEnd += term.Length;
    }

    // A word waits for memory twice, for its slot and for its entry. That of several words comes as soon as that of one, so it is asked for
    // together (group prefetching; Chen et al., "Improving hash join performance through prefetching", 2004).
    private void AddWaiting()
    {
        var words = _words.AsSpan(0, _waiting);
        Span<int> places = stackalloc int[WordsAtOnce];
        Span<int> lengths = stackalloc int[WordsAtOnce];
        for (var i = 0; i < words.Length; i++)
            places[i] = _terms.Likely(words[i].Hash);
        for (var i = 0; i < words.Length; i++)
            lengths[i] = places[i] < 0 ? -1 : _terms[places[i]].TextLength;
        for (var i = 0; i < words.Length; i++)
        {
            var term = _text.AsSpan(words[i].Start, words[i].Length);
            var known = lengths[i] == term.Length && term.SequenceEqual(_terms.Text(places[i], lengths[i]));
            var place = known ? places[i] : _terms.PlaceOf(term, words[i].Hash);
            Extend(place, 1UL << words[i].Language, words[i].Row, words[i].Position);
        }

        _waiting = 0;
        _textEnd = 0;
    }

    private void Extend(int place, ulong languages, int row, int position)
    {
        var entry = _terms[place];
        entry.Languages |= languages;
        // A step of 0 is another occurrence in the same row.
        var step = row - entry.Row;
        _lists.AddNumber(ref entry.List, (uint)step);
        _lists.AddNumber(ref entry.List, (uint)(step == 0 ? position - entry.Position : position));
        entry.Row = row;
        entry.Position = position;
        _terms[place] = entry;
    }

    /// <summary>Adds the pairs of frequent words, and of some others; when all documents are there (<see cref="WordPairs"/>).</summary>
    public void AddPairs(SegmentContent content, HashSet<string> others)
    {
        AddWaiting();
        var words = PairedWords(WordPairs.Frequent(content.Documents), others);
        // A word that stands nowhere has all its pairs as well.
        var all = words.Select(word => word.Text).Union(others, StringComparer.Ordinal);
        foreach (var word in all.Select(SegmentContent.Encode).Order(ByteOrder.Comparer))
            content.PairedWords.Add(word);

        var places = new Dictionary<ulong, int>();
        foreach (var (row, position, first, second) in Neighbours.Of(words.ConvertAll(word => word.Entry.List), _lists))
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(
                places,
                (ulong)first << 32 | (uint)second,
                out var isKnown
            );
            if (!isKnown)
            {
                var pair = WordPairs.TermOf(words[first].Text, words[second].Text);
                place = _terms.PlaceOf(pair, _terms.Hash(pair));
            }

            Extend(place, words[first].Entry.Languages | words[second].Entry.Languages, row, position);
        }
    }

    private List<(string Text, TermEntry Entry)> PairedWords(int frequent, HashSet<string> others)
    {
        var words = new List<(string, TermEntry)>();
        var isOther = others.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var place in _terms.Places)
        {
            var entry = _terms[place];
            var text = _terms.Text(place, entry.TextLength);
            if (
                (Neighbours.Rows(_lists.Of(entry.List), frequent) == frequent || isOther.Contains(text))
                && WordPairs.CanBePaired(text)
            )
                words.Add((text.ToString(), entry));
        }

        return words;
    }

    /// <summary>Writes the terms in the order of their bytes, those of titles without positions; once, at the end.</summary>
    public void WriteTo(SegmentContent content, bool ofTitles)
    {
        AddWaiting();
        var postings = content.PostingsOf(ofTitles);
        var positions = ofTitles ? null : content.Positions;
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(WordPairs.Longest)];
        Span<TermEntry> entries = stackalloc TermEntry[EntriesAtOnce];
        foreach (var places in Sorted().Chunk(EntriesAtOnce))
        {
            // Neighbours in this order lie far apart, but memory fetches several at a time as soon as one.
            for (var i = 0; i < places.Length; i++)
                entries[i] = _terms[places[i]];
            for (var i = 0; i < places.Length; i++)
            {
                var text = _terms.Text(places[i], entries[i].TextLength);
                var term = bytes[..Encoding.UTF8.GetBytes(text, bytes)];
                var place = Write(_lists.Of(entries[i].List), postings, content.Profiles, positions);
                if (!ofTitles && !WordPairs.IsPair(term))
                    content.Related.Add(text, entries[i].Languages, content.Terms.Count);
                content.AddTerm(term, place, entries[i].Languages, ofTitles);
            }
        }
    }

    public void Dispose()
    {
        _terms.Dispose();
        _lists.Dispose();
    }

    // The places of the terms in the order of their bytes.
    private int[] Sorted()
    {
        var starts = new int[_terms.Places.Count + 1];
        var texts = ArrayPool<byte>.Shared.Rent(1 << 16);
        var end = 0;
        for (var i = 0; i < _terms.Places.Count; i++)
        {
            var place = _terms.Places[i];
            var text = _terms.Text(place, _terms[place].TextLength);
            if (end + Encoding.UTF8.GetMaxByteCount(text.Length) > texts.Length)
                Grow(ref texts);
            end += Encoding.UTF8.GetBytes(text, texts.AsSpan(end));
            starts[i + 1] = end;
        }

        var order = ByteOrder.Of(texts, starts);
        ArrayPool<byte>.Shared.Return(texts);
        for (var i = 0; i < order.Length; i++)
            order[i] = _terms.Places[order[i]];
        return order;
    }

    private static void Grow(ref byte[] texts)
    {
        var larger = ArrayPool<byte>.Shared.Rent(texts.Length * 2);
        texts.CopyTo(larger.AsSpan());
        ArrayPool<byte>.Shared.Return(texts);
        texts = larger;
    }

    private Term Write(ReadOnlySpan<byte> list, PostingsWriter postings, ProfilesContent profiles, ByteBuffer? positions)
    {
        Span<byte> parts = stackalloc byte[ProfilesContent.MostFields];
        var reader = new ByteReader(list);
        postings.Begin();
        var row = reader.Int() - 1;
        while (row >= 0)
        {
            var document = row / _fields;
            var count = 0;
            postings.BeginDocument(document);
            do
            {
                var often = ReadRow(ref reader, out var step);
                if (positions is not null)
                    WritePositions(_distances.AsSpan(0, often), positions);
                parts[count++] = ProfilesContent.Part(row % _fields, often);
                row = step > 0 ? row + step : -1;
            } while (row >= 0 && row / _fields == document);

            postings.EndDocument(profiles.Of(parts[..count]));
        }

        return postings.End();
    }

    // The positions in a row, each as the distance from the one before; the step to the next row, or 0 after the last.
    private int ReadRow(ref ByteReader reader, out int step)
    {
        var often = 0;
        do
        {
            if (often == _distances.Length)
                Array.Resize(ref _distances, often * 2);
            _distances[often++] = (uint)reader.Number();
            if (reader.AtEnd)
            {
                step = 0;
                break;
            }

            step = reader.Int();
        } while (step == 0);

        return often;
    }

    private static void WritePositions(ReadOnlySpan<uint> distances, ByteBuffer positions)
    {
        if (distances.Length >= ProfilesContent.MostOften)
            positions.Number((ulong)(distances.Length - ProfilesContent.MostOften));
        foreach (var distance in distances)
            positions.Number(distance);
    }

    private readonly record struct Word(uint Hash, int Start, int Length, byte Language, int Row, int Position);
}
