using System.Numerics;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>Walks the documents of a segment in which the parts of a phrase stand where they should.</summary>
internal sealed class PhraseMatch
{
    private readonly Word[] _words;
    private readonly uint[] _fieldsOfProfiles;
    private readonly uint _onlyFields;
    private readonly byte[] _parts = new byte[ProfilesContent.MostFields];
    private int[] _starts = new int[16];
    private int[] _places = new int[16];
    private int _partCount;

    /// <summary>Stands before the first document.</summary>
    /// <param name="onlyFields">A bit for each field to look in.</param>
    public PhraseMatch(Segment segment, IReadOnlyList<PhrasePart> parts, uint onlyFields)
    {
        _fieldsOfProfiles = segment.ProfileTotals.Fields;
        _onlyFields = onlyFields;
        _words = [.. parts.Select(part => new Word(part, segment)).OrderBy(word => word.Most)];
        Most = _words[0].Most;
    }

    /// <summary>At most so many documents can have the phrase.</summary>
    public long Most { get; }

    public int Document { get; private set; } = -1;

    /// <summary>The fields the phrase stands in and how often, as in a profile.</summary>
    public ReadOnlySpan<byte> Parts => _parts.AsSpan(0, _partCount);

    /// <summary>Goes to the next document with the phrase.</summary>
    public bool Next()
    {
        var document = Document + 1;
        while (true)
        {
            // The rarest word leads; when another has no such document, it names the next that may be.
            var agreed = document;
            foreach (var word in _words)
            {
                agreed = word.MoveTo(agreed);
                if (agreed == PostingsReader.None)
                    return false;
            }

            if (agreed == document && IsAt(document))
                return true;
            document = agreed == document ? document + 1 : agreed;
        }
    }

    /// <summary>Goes to a document after the current one; whether the phrase is there.</summary>
    public bool MoveTo(int document)
    {
        foreach (var word in _words)
        {
            if (word.MoveTo(document) != document)
                return false;
        }

        return IsAt(document);
    }

    private bool IsAt(int document)
    {
        Document = document;
        _partCount = 0;
        var common = _onlyFields;
        foreach (var word in _words)
            common &= word.FieldsOf(document, _fieldsOfProfiles);
        for (; common != 0; common &= common - 1)
        {
            var field = BitOperations.TrailingZeroCount(common);
            var starts = _words[0].Starts(document, field, ref _starts);
            for (var i = 1; i < _words.Length && starts > 0; i++)
            {
                var places = _words[i].Starts(document, field, ref _places);
                starts = KeepCommon(_starts.AsSpan(0, starts), _places.AsSpan(0, places));
            }

            if (starts > 0)
                _parts[_partCount++] = ProfilesContent.Part(field, starts);
        }

        return _partCount > 0;
    }

    // Keeps the starts that are among the places; both are ascending.
    private static int KeepCommon(Span<int> starts, ReadOnlySpan<int> places)
    {
        var kept = 0;
        var at = 0;
        foreach (var start in starts)
        {
            while (at < places.Length && places[at] < start)
                at++;
            if (at < places.Length && places[at] == start)
                starts[kept++] = start;
        }

        return kept;
    }

    private sealed class Word
    {
        private readonly int _offset;
        private readonly PostingsReader[] _forms;
        private readonly PositionsReader[] _positions;

        public Word(PhrasePart part, Segment segment)
        {
            _offset = part.Offset;
            _forms = new PostingsReader[part.Terms.Count];
            _positions = new PositionsReader[part.Terms.Count];
            for (var i = 0; i < part.Terms.Count; i++)
            {
                _forms[i] = new PostingsReader();
                _forms[i].Open(segment, part.Terms[i]);
                _positions[i] = new PositionsReader(_forms[i], segment);
                Most += part.Terms[i].Documents;
            }
        }

        public long Most { get; }

        /// <summary>The first document from the given one on that has any form.</summary>
        public int MoveTo(int document)
        {
            var first = PostingsReader.None;
            foreach (var form in _forms)
                first = Math.Min(first, form.MoveTo(document));
            return first;
        }

        /// <summary>A bit for each field of the document that has any form.</summary>
        public uint FieldsOf(int document, uint[] fieldsOfProfiles)
        {
            var fields = 0u;
            foreach (var form in _forms)
            {
                if (form.Document == document)
                    fields |= fieldsOfProfiles[form.Profile];
            }

            return fields;
        }

        /// <summary>Writes where the phrase would have to begin for the word to be in its place, ascending; how many.</summary>
        public int Starts(int document, int field, ref int[] starts)
        {
            var count = 0;
            for (var i = 0; i < _forms.Length; i++)
            {
                if (_forms[i].Document == document)
                    count = _positions[i].Read(field, _offset, ref starts, count);
            }

            return _forms.Length == 1 ? count : Distinct(starts.AsSpan(0, count));
        }

        // Two forms of one word, such as l'atome and atome, begin at the same place.
        private static int Distinct(Span<int> starts)
        {
            starts.Sort();
            var distinct = 0;
            foreach (var start in starts)
            {
                if (distinct == 0 || starts[distinct - 1] != start)
                    starts[distinct++] = start;
            }

            return distinct;
        }
    }
}
