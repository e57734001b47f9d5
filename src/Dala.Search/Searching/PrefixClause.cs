using System.Buffers;
using System.Numerics;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>
/// Words that begin with something. They may be very many, so all their postings are read once, one behind the other, into a bitmap for each field, and a
/// document is worth what the fields weigh in which any of them stands.
/// </summary>
internal sealed class PrefixClause : SegmentClause, IDisposable
{
    private readonly Segment _segment;
    private readonly int _words;
    private readonly ulong[][] _fields;
    private readonly float[] _scores;

    /// <summary>Reads the postings of all the terms.</summary>
    /// <param name="onlyFields">A bit for each field to look in.</param>
    public PrefixClause(Segment segment, SegmentScoring scoring, IReadOnlyList<WordTerm> terms, float weight, uint onlyFields)
    {
        _segment = segment;
        _words = Bitmap.Words(segment.Documents);
        Most = terms.Sum(term => (long)term.Term.Documents);
        _fields = new ulong[scoring.Fields][];
        for (var field = 0; field < _fields.Length; field++)
        {
            _fields[field] = ArrayPool<ulong>.Shared.Rent(_words);
            _fields[field].AsSpan(0, _words).Clear();
        }

        Read(terms, scoring, onlyFields);
        _scores = new float[scoring.Fields];
        for (var field = 0; field < _scores.Length; field++)
            _scores[field] = weight * Ranking.Saturate(scoring.Usual(field));
    }

    public override long Most { get; }

    public override void AddTo(Span<ulong> bits)
    {
        foreach (var field in _fields)
            Bitmap.Or(bits, field.AsSpan(0, _words));
    }

    public override int Keep(Span<int> documents)
    {
        var kept = 0;
        foreach (var document in documents)
        {
            if (FieldsOf(document) != 0)
                documents[kept++] = document;
        }

        return kept;
    }

    public override float Bound(int document, out int last)
    {
        last = document | 63;
        var fields = 0u;
        for (var field = 0; field < _fields.Length; field++)
            fields |= (_fields[field][document >> 6] != 0 ? 1u : 0u) << field;
        return ScoreOf(fields);
    }

    public override float Score(int document, ref uint fields)
    {
        var own = FieldsOf(document);
        fields |= own;
        return ScoreOf(own);
    }

    public void Dispose()
    {
        foreach (var field in _fields)
            ArrayPool<ulong>.Shared.Return(field);
    }

    private void Read(IReadOnlyList<WordTerm> terms, SegmentScoring scoring, uint onlyFields)
    {
        var masks = new uint[scoring.Profiles.Count];
        for (var profile = 0; profile < masks.Length; profile++)
            masks[profile] = scoring.FieldsOf(profile) & onlyFields;
        var postings = new PostingsReader();
        foreach (var term in terms)
        {
            postings.Open(_segment, term.Term);
            while (postings.NextBlock())
            {
                var profiles = postings.Profiles;
                var documents = postings.Documents;
                for (var i = 0; i < documents.Length; i++)
                {
                    var document = documents[i];
                    for (var mask = masks[profiles[i]]; mask != 0; mask &= mask - 1)
                        _fields[BitOperations.TrailingZeroCount(mask)][document >> 6] |= 1UL << document;
                }
            }
        }
    }

    private uint FieldsOf(int document)
    {
        var fields = 0u;
        for (var field = 0; field < _fields.Length; field++)
            fields |= (uint)(_fields[field][document >> 6] >> document & 1) << field;
        return fields;
    }

    // The best of the fields counts: a beginning of words is found in many by chance.
    private float ScoreOf(uint fields)
    {
        var score = 0f;
        for (; fields != 0; fields &= fields - 1)
            score = Math.Max(score, _scores[BitOperations.TrailingZeroCount(fields)]);
        return score;
    }
}
