using System.Runtime.InteropServices;

namespace Dala.Search.Segments;

/// <summary>Makes one segment's content of several, without the documents that were deleted.</summary>
internal sealed class SegmentMerge
{
    private readonly IReadOnlyList<SegmentView> _inputs;
    private readonly SegmentContent _content;
    private readonly int[][] _numbers;
    private readonly List<(int Input, int Document)> _order = [];
    private readonly int _textFields;

    private SegmentMerge(IReadOnlyList<SegmentView> inputs, IndexSchema schema)
    {
        _inputs = inputs;
        _textFields = schema.Texts.Count;
        _content = new SegmentContent(_textFields, schema.Facets.Count);
        _numbers = [.. inputs.Select(input => new int[input.Segment.Documents])];
    }

    public static SegmentContent Of(IReadOnlyList<SegmentView> inputs, IndexSchema schema)
    {
        var merge = new SegmentMerge(inputs, schema);
        merge.OrderDocuments();
        merge.CopyColumns();
        merge.CopyFacets();
        merge.CopyTerms(
            segment => segment.Terms,
            (segment, term) => segment.Postings(term),
            merge._content.Terms,
            merge._content.Postings,
            merge._content.Positions
        );
        merge.CopyTerms(
            segment => segment.TitleTerms,
            (segment, term) => segment.TitlePostings(term),
            merge._content.TitleTerms,
            merge._content.TitlePostings,
            positions: null
        );
        return merge._content;
    }

    private delegate ReadOnlySpan<byte> PostingsOf(Segment segment, Term term);

    private void OrderDocuments()
    {
        var next = new int[_inputs.Count];
        while (true)
        {
            var first = -1;
            for (var i = 0; i < _inputs.Count; i++)
            {
                var segment = _inputs[i].Segment;
                while (next[i] < segment.Documents && _inputs[i].IsDeleted(next[i]))
                    _numbers[i][next[i]++] = -1;
                if (next[i] < segment.Documents && (first < 0 || Key(i).SequenceCompareTo(Key(first)) < 0))
                    first = i;
            }

            if (first < 0)
                return;
            _numbers[first][next[first]] = _order.Count;
            _order.Add((first, next[first]++));
        }

        ReadOnlySpan<byte> Key(int input) => _inputs[input].Segment.Keys[next[input]];
    }

    private void CopyColumns()
    {
        var languages = new LanguageSets();
        var sets = _inputs.Select(input => input.Segment).Select(segment => MapLanguages(segment, languages)).ToArray();
        foreach (var (input, document) in _order)
        {
            var segment = _inputs[input].Segment;
            _content.Keys.Add(segment.Keys[document]);
            _content.Dates.Add(segment.Dates[document]);
            _content.Titles.Add(segment.Titles[document]);
            _content.SortTitles.Add(segment.SortTitles[document]);
            for (var field = 0; field < _textFields; field++)
            {
                var at = (document * _textFields) + field;
                var length = segment.Lengths[at];
                _content.Lengths.Add(length);
                _content.FieldLengths[field] += FieldLength.Decode(length);
                _content.LanguageSets.Add(sets[input][segment.LanguageSets[at]]);
            }
        }

        languages.WriteTo(_content.LanguageSetNames);
    }

    private static ushort[] MapLanguages(Segment segment, LanguageSets languages)
    {
        var names = segment.LanguageSetNames;
        var map = new ushort[names.Count];
        for (var i = 0; i < map.Length; i++)
            map[i] = languages.Of(names.Text(i));
        return map;
    }

    private void CopyFacets()
    {
        for (var field = 0; field < _content.Facets.Count; field++)
        {
            var column = _content.Facets[field];
            // A value of a deleted document only must not come along, so a value gets its ordinal when it is met.
            var maps = _inputs.Select(input => NoOrdinals(input.Segment.Facet(field).Values.Count)).ToArray();
            foreach (var (input, document) in _order)
            {
                var from = _inputs[input].Segment.Facet(field);
                foreach (var ordinal in from[document])
                {
                    ref var mapped = ref maps[input][ordinal];
                    if (mapped < 0)
                        mapped = column.OrdinalOf(from.Values.Text(ordinal));
                    column.Add(mapped);
                }

                column.EndDocument();
            }
        }
    }

    private static int[] NoOrdinals(int count)
    {
        var map = new int[count];
        Array.Fill(map, -1);
        return map;
    }

    private void CopyTerms(
        Func<Segment, TermDictionary> dictionary,
        PostingsOf postingsOf,
        TermDictionaryWriter terms,
        ByteBuffer postings,
        ByteBuffer? positions
    )
    {
        var walks = _inputs.Select(input => dictionary(input.Segment).All()).ToArray();
        var open = walks.Select(walk => walk.Next()).ToArray();
        var entries = new List<Entry>();
        var term = new byte[256];
        while (true)
        {
            var first = -1;
            for (var i = 0; i < walks.Length; i++)
            {
                if (open[i] && (first < 0 || walks[i].Current.SequenceCompareTo(walks[first].Current) < 0))
                    first = i;
            }

            if (first < 0)
                return;
            var length = walks[first].Current.Length;
            if (term.Length < length)
                term = new byte[length * 2];
            walks[first].Current.CopyTo(term);
            entries.Clear();
            for (var i = first; i < walks.Length; i++)
            {
                if (!open[i] || !walks[i].Current.SequenceEqual(term.AsSpan(0, length)))
                    continue;
                Gather(entries, i, walks[i].Place, postingsOf, positions is not null);
                open[i] = walks[i].Next();
            }

            if (entries.Count > 0)
                terms.Add(term.AsSpan(0, length), Write(entries, postings, positions));
        }
    }

    private void Gather(List<Entry> entries, int input, Term term, PostingsOf postingsOf, bool withPositions)
    {
        var segment = _inputs[input].Segment;
        var reader = new PostingsReader(postingsOf(segment, term));
        var places = new ByteReader(withPositions ? segment.Positions(term) : default);
        while (reader.Next())
        {
            var placesStart = 0;
            var placesLength = 0;
            if (withPositions)
            {
                placesLength = places.Int();
                placesStart = places.At;
                places.Bytes(placesLength);
            }

            var number = _numbers[input][reader.Document];
            if (number < 0)
                continue;
            entries.Add(new Entry(number, input, reader.Fields, term.Positions + placesStart, placesLength));
        }
    }

    private Term Write(List<Entry> entries, ByteBuffer postings, ByteBuffer? positions)
    {
        var postingsStart = postings.Length;
        var positionsStart = positions?.Length ?? 0;
        var all = CollectionsMarshal.AsSpan(entries);
        if (all[0].Input != all[^1].Input)
            all.Sort(static (a, b) => a.Document.CompareTo(b.Document));
        var before = -1;
        foreach (ref var entry in all)
        {
            PostingsWriter.Document(postings, entry.Document - before, entry.Fields);
            before = entry.Document;
            if (positions is null)
                continue;
            positions.Number((ulong)entry.PlacesLength);
            positions.Bytes(_inputs[entry.Input].Segment.Positions(entry.PlacesStart, entry.PlacesLength));
        }

        return new Term(
            entries.Count,
            postingsStart,
            (int)(postings.Length - postingsStart),
            positionsStart,
            (positions?.Length ?? 0) - positionsStart
        );
    }

    [System.Runtime.CompilerServices.InlineArray(PostingsWriter.MostFields)]
    private struct FieldBytes
    {
        private byte _first;
    }

    private readonly struct Entry(int document, int input, ReadOnlySpan<byte> fields, long placesStart, int placesLength)
    {
        private readonly FieldBytes _fields = Copy(fields);
        private readonly byte _fieldCount = (byte)fields.Length;

        public int Document { get; } = document;

        public int Input { get; } = input;

        public long PlacesStart { get; } = placesStart;

        public int PlacesLength { get; } = placesLength;

        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        public ReadOnlySpan<byte> Fields => ((ReadOnlySpan<byte>)_fields)[.._fieldCount];

        private static FieldBytes Copy(ReadOnlySpan<byte> fields)
        {
            var copy = default(FieldBytes);
            fields.CopyTo(copy);
            return copy;
        }
    }
}
