using System.Numerics;
using System.Runtime.InteropServices;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>Walks the documents of a segment in which the words of a phrase follow each other.</summary>
internal sealed class PhraseMatch
{
    private readonly Word[] _words;
    private readonly byte[] _fields = new byte[PostingsWriter.MostFields];
    private readonly List<int> _starts = [];
    private readonly List<int> _places = [];
    private int _fieldCount;

    public PhraseMatch(Segment segment, ClauseTerms clause)
    {
        _words =
        [
            .. clause
                .Clause.Words.Zip(
                    clause.Words,
                    (word, forms) =>
                        new Word(
                            word.Offset,
                            [.. forms.Select(form => new PlacesWalk(segment, form))],
                            forms.Sum(form => (long)form.Documents)
                        )
                )
                .OrderBy(word => word.Most),
        ];
    }

    public int Document { get; private set; } = -1;

    /// <summary>As <see cref="PostingsReader.Fields"/>, for the phrase as a whole.</summary>
    public ReadOnlySpan<byte> Fields => _fields.AsSpan(0, _fieldCount);

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
                if (agreed == int.MaxValue)
                    return false;
            }

            if (agreed == document && IsAt(document))
                return true;
            document = agreed == document ? document + 1 : agreed;
        }
    }

    /// <summary>Goes to a document after the current one; whether the phrase is there.</summary>
    public bool MoveTo(int document) => Array.TrueForAll(_words, word => word.MoveTo(document) == document) && IsAt(document);

    private bool IsAt(int document)
    {
        Document = document;
        _fieldCount = 0;
        var common = uint.MaxValue;
        foreach (var word in _words)
            common &= word.FieldsOf(document);
        for (; common != 0; common &= common - 1)
        {
            var field = BitOperations.TrailingZeroCount(common);
            _starts.Clear();
            _words[0].Starts(document, field, _starts);
            for (var i = 1; i < _words.Length && _starts.Count > 0; i++)
            {
                _places.Clear();
                _words[i].Starts(document, field, _places);
                KeepCommon();
            }

            if (_starts.Count > 0)
                _fields[_fieldCount++] = (byte)(field << 4 | Math.Min(_starts.Count, PostingsWriter.MostOften));
        }

        return _fieldCount > 0;
    }

    // Keeps the starts that are among the places; both are ascending.
    private void KeepCommon()
    {
        var kept = 0;
        var at = 0;
        foreach (var start in _starts)
        {
            while (at < _places.Count && _places[at] < start)
                at++;
            if (at < _places.Count && _places[at] == start)
                _places[kept++] = start;
        }

        _starts.Clear();
        _starts.AddRange(CollectionsMarshal.AsSpan(_places)[..kept]);
    }

    private sealed record Word(int Offset, PlacesWalk[] Forms, long Most)
    {
        /// <summary>The first document from the given one on that has any form.</summary>
        public int MoveTo(int document)
        {
            var first = int.MaxValue;
            foreach (var form in Forms)
                first = Math.Min(first, form.MoveTo(document));
            return first;
        }

        /// <summary>A bit for each field of the document that has any form.</summary>
        public uint FieldsOf(int document)
        {
            var fields = 0u;
            foreach (var form in Forms)
            {
                if (form.Document == document)
                    fields |= form.Fields;
            }

            return fields;
        }

        /// <summary>Where the phrase would have to begin for the word to be in its place, ascending.</summary>
        public void Starts(int document, int field, List<int> starts)
        {
            foreach (var form in Forms)
            {
                if (form.Document == document)
                    form.Places(field, Offset, starts);
            }

            // Two forms of one word, such as l'atome and atome, begin at the same place.
            if (Forms.Length > 1)
            {
                starts.Sort();
                var distinct = starts.Count == 0 ? 0 : 1;
                for (var i = 1; i < starts.Count; i++)
                {
                    if (starts[i] != starts[distinct - 1])
                        starts[distinct++] = starts[i];
                }

                starts.RemoveRange(distinct, starts.Count - distinct);
            }
        }
    }
}

/// <summary>Walks the documents of a term together with its positions.</summary>
internal sealed class PlacesWalk(Segment segment, Term term)
{
    private readonly byte[] _fields = new byte[PostingsWriter.MostFields];
    private int _fieldCount;
    private int _postingsAt;
    private int _positionsAt;
    private int _placesStart;

    public int Document { get; private set; } = -1;

    /// <summary>A bit for each field of the current document.</summary>
    public uint Fields
    {
        get
        {
            var fields = 0u;
            for (var i = 0; i < _fieldCount; i++)
                fields |= 1u << (_fields[i] >> 4);
            return fields;
        }
    }

    public int MoveTo(int document)
    {
        if (Document >= document)
            return Document;
        var postings = new ByteReader(segment.Postings(term)[_postingsAt..]);
        var positions = new ByteReader(segment.Positions(term)[_positionsAt..]);
        while (Document < document)
        {
            if (postings.AtEnd)
            {
                Document = int.MaxValue;
                return Document;
            }

            var head = postings.Number();
            Document += (int)(head >> 1);
            var fields = postings.Bytes((head & 1) == 0 ? 1 : postings.Byte());
            fields.CopyTo(_fields);
            _fieldCount = fields.Length;
            var length = positions.Int();
            _placesStart = _positionsAt + positions.At;
            positions.Bytes(length);
        }

        _postingsAt += postings.At;
        _positionsAt += positions.At;
        return Document;
    }

    /// <summary>Adds the positions in a field of the current document, less the offset.</summary>
    public void Places(int field, int offset, List<int> places)
    {
        var reader = new ByteReader(segment.Positions(term)[_placesStart..]);
        for (var i = 0; i < _fieldCount; i++)
        {
            var count = reader.Int();
            var position = 0;
            for (var j = 0; j < count; j++)
            {
                position += reader.Int();
                if (_fields[i] >> 4 == field)
                    places.Add(position - offset);
            }
        }
    }
}
