using Dala.Search.Analysis;

namespace Dala.Search.Segments;

/// <summary>Makes one segment's content of several, without the documents that were deleted.</summary>
internal sealed class SegmentMerge
{
    private readonly IReadOnlyList<SegmentView> _inputs;
    private readonly SegmentContent _content;
    private readonly int[][] _numbers;
    private readonly int[][] _profiles;
    private readonly HashSet<string> _paired;
    private readonly List<(int Input, int Document)> _order = [];

    private SegmentMerge(IReadOnlyList<SegmentView> inputs, IndexSchema schema, string? overflow)
    {
        _inputs = inputs;
        _content = new SegmentContent(schema, overflow);
        _numbers = [.. inputs.Select(input => new int[input.Segment.Documents])];
        _profiles = [.. inputs.Select(input => new int[input.Segment.Profiles.Count])];
        _paired = WordPairs.OfAll([.. inputs.Select(input => input.Segment)]);
    }

    /// <summary>Merges segments.</summary>
    /// <param name="overflow">A path for what does not fit into memory (<see cref="SegmentContent"/>).</param>
    public static SegmentContent Of(
        IReadOnlyList<SegmentView> inputs,
        IndexSchema schema,
        string? overflow,
        CancellationToken ct = default
    )
    {
        var merge = new SegmentMerge(inputs, schema, overflow);
        try
        {
            merge.OrderDocuments();
            merge.CopyColumns();
            merge.CopyFacets();
            merge.CopyProfiles();
            merge.CopyPairedWords();
            merge.CopyTerms(ofTitles: false, ct);
            merge.CopyTerms(ofTitles: true, ct);
            return merge._content;
        }
        catch
        {
            merge._content.Dispose();
            throw;
        }
    }

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
        var sets = _inputs.Select(input => MapLanguages(input.Segment, languages)).ToArray();
        var fields = _content.TextFields;
        foreach (var (input, document) in _order)
        {
            var segment = _inputs[input].Segment;
            _content.Keys.Add(segment.Keys[document]);
            _content.Dates.Add(segment.Dates[document]);
            _content.Titles.Add(segment.Titles[document]);
            _content.SortKeys.Add(segment.SortKeys[document]);
            _content.FoldedTitles.Add(SegmentContent.Encode(Folding.Line(segment.Titles.Text(document))));
            for (var field = 0; field < fields; field++)
            {
                var norm = segment.Norms[((long)document * fields) + field];
                var length = Norm.LengthOf(norm);
                _content.Norms.Add(Norm.Of(length, sets[input][Norm.LanguagesOf(norm)]));
                _content.FieldLengths[field] += FieldLength.Decode(length);
            }
        }

        languages.WriteTo(_content.LanguageSetNames);
    }

    private static byte[] MapLanguages(Segment segment, LanguageSets languages)
    {
        var names = segment.LanguageSetNames;
        var map = new byte[names.Count];
        for (var i = 0; i < map.Length; i++)
            map[i] = languages.Of(names.Text(i));
        return map;
    }

    private void CopyFacets()
    {
        var ordinals = new int[FacetContent.WidestRow];
        for (var field = 0; field < _content.Facets.Count; field++)
        {
            var column = _content.Facets[field];
            // A value of a deleted document only must not come along, so a value gets its ordinal when it is met.
            var maps = _inputs.Select(input => None(input.Segment.FacetValues(field).Count)).ToArray();
            foreach (var (input, document) in _order)
            {
                var segment = _inputs[input].Segment;
                var count = segment.Facets[field].OrdinalsOf(document, ref ordinals);
                foreach (var ordinal in ordinals.AsSpan(0, count))
                {
                    ref var mapped = ref maps[input][ordinal];
                    if (mapped < 0)
                        mapped = column.OrdinalOf(segment.FacetValues(field).Text(ordinal));
                    column.Add(mapped);
                }

                column.EndDocument();
            }
        }
    }

    private static int[] None(int count)
    {
        var map = new int[count];
        Array.Fill(map, -1);
        return map;
    }

    private void CopyProfiles()
    {
        for (var input = 0; input < _inputs.Count; input++)
        {
            var profiles = _inputs[input].Segment.Profiles;
            for (var number = 0; number < profiles.Count; number++)
                _profiles[input][number] = _content.Profiles.Of(profiles[number]);
        }
    }

    private void CopyPairedWords()
    {
        foreach (var word in _paired.Select(SegmentContent.Encode).Order(ByteOrder.Comparer))
            _content.PairedWords.Add(word);
    }

    // A pair of which not every segment has all occurrences is left out.
    private bool IsKept(ReadOnlySpan<byte> term)
    {
        if (!WordPairs.IsPair(term))
            return true;
        var (first, second) = WordPairs.WordsOf(term);
        return _paired.Contains(first) && _paired.Contains(second);
    }

    private void CopyTerms(bool ofTitles, CancellationToken ct)
    {
        var postings = _content.PostingsOf(ofTitles);
        var inputs = _inputs
            .Select((input, i) => new TermsInput(input.Segment, _numbers[i], _profiles[i], ofTitles))
            .Where(input => input.NextTerm())
            .ToList();
        var all = inputs.ToList();
        var meeting = new List<TermsInput>(inputs.Count);
        while (inputs.Count > 0)
        {
            ct.ThrowIfCancellationRequested();
            meeting.Clear();
            foreach (var input in inputs)
            {
                var order = meeting.Count == 0 ? 0 : input.Term.SequenceCompareTo(meeting[0].Term);
                if (order < 0)
                    meeting.Clear();
                if (order <= 0)
                    meeting.Add(input);
            }

            if (IsKept(meeting[0].Term))
                CopyTerm(meeting, postings, ofTitles);
            foreach (var input in meeting)
            {
                if (!input.NextTerm())
                    inputs.Remove(input);
            }
        }

        if (!ofTitles)
            _content.Related.Merge([.. all.Select(input => (input.Related, input.TermNumbers))]);
    }

    private void CopyTerm(List<TermsInput> meeting, PostingsWriter postings, bool ofTitles)
    {
        var languages = 0UL;
        foreach (var input in meeting)
        {
            languages |= input.Place.Languages;
            input.OpenPostings();
        }

        postings.Begin();
        while (true)
        {
            // The input with the first document goes on until another's turn has come; inputs often lie one behind the other.
            TermsInput? first = null;
            var others = PostingsReader.None;
            foreach (var input in meeting)
            {
                if (first is null || input.Document < first.Document)
                {
                    others = first?.Document ?? PostingsReader.None;
                    first = input;
                }
                else
                {
                    others = Math.Min(others, input.Document);
                }
            }

            if (first is null || first.Document == PostingsReader.None)
                break;
            while (first.Document < others)
            {
                postings.BeginDocument(first.Document);
                if (!ofTitles)
                    _content.Positions.Bytes(first.Positions);
                postings.EndDocument(first.Profile);
                first.NextDocument();
            }
        }

        var term = postings.End();
        foreach (var input in meeting)
            input.TermNumbers[input.Place.Number] = term.Documents > 0 ? _content.Terms.Count : -1;
        if (term.Documents > 0)
            _content.AddTerm(meeting[0].Term, term, languages, ofTitles);
    }
}
