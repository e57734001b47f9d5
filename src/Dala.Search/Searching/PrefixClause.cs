using System.Numerics;

namespace Dala.Search.Searching;

/// <summary>Words that begin with something: a document is worth what the fields weigh in which any of them stands.</summary>
internal sealed class PrefixClause : SegmentClause
{
    private readonly PrefixDocuments _documents;
    private readonly uint _onlyFields;
    private readonly float[] _scores;

    /// <summary>Reads nothing: the documents are known.</summary>
    /// <param name="onlyFields">A bit for each field to look in.</param>
    public PrefixClause(SegmentScoring scoring, PrefixDocuments documents, float weight, uint onlyFields)
    {
        _documents = documents;
        _onlyFields = onlyFields & ((1u << scoring.Fields) - 1);
        _scores = new float[scoring.Fields];
        for (var field = 0; field < _scores.Length; field++)
            _scores[field] = weight * Ranking.Saturate(scoring.Usual(field));
        Lists = [new FieldsList(this)];
    }

    public override long Most => _documents.Occurrences;

    public override float Best => ScoreOf(_onlyFields);

    public override IReadOnlyList<WorthList> Lists { get; }

    public override void AddTo(Span<ulong> bits) => _documents.AddTo(bits, _onlyFields);

    public override int Keep(Span<int> documents)
    {
        var kept = 0;
        foreach (var document in documents)
        {
            if ((_documents.FieldsOf(document) & _onlyFields) != 0)
                documents[kept++] = document;
        }

        return kept;
    }

    public override float Score(int document, ref uint fields)
    {
        var own = _documents.FieldsOf(document) & _onlyFields;
        fields |= own;
        return ScoreOf(own);
    }

    // The best of the fields counts: a beginning of words is found in many by chance.
    private float ScoreOf(uint fields)
    {
        var score = 0f;
        for (; fields != 0; fields &= fields - 1)
            score = Math.Max(score, _scores[BitOperations.TrailingZeroCount(fields)]);
        return score;
    }

    private sealed class FieldsList(PrefixClause clause) : WorthList
    {
        public override float Best => clause.Best;

        public override long Documents => clause.Most;

        public override void AddTo(Span<float> worths, int first, int end, float needed, float least)
        {
            var fields = 0u;
            for (var field = 0; field < clause._scores.Length; field++)
                fields |= clause._scores[field] > needed ? 1u << field : 0;
            fields &= clause._onlyFields;
            for (var word = first >> 6; word < (end + 63) >> 6; word++)
            {
                for (var some = clause._documents.Some(word, fields); some != 0; some &= some - 1)
                {
                    var document = (word << 6) + BitOperations.TrailingZeroCount(some);
                    worths[document - first] += clause.ScoreOf(clause._documents.FieldsOf(document) & clause._onlyFields);
                }
            }
        }
    }
}
