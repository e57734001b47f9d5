using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>Words all of which, or else one of some values, a document must have: <c>linear algebra</c> or the subject of that name.</summary>
internal sealed class GroupClause(
    Segment segment,
    IReadOnlyList<SegmentClause> clauses,
    IReadOnlyList<DocumentsOfValue> values,
    float weight
) : GatheredClause
{
    private readonly float _meaning = weight * Ranking.Saturate(Ranking.Level(MatchLevel.Meaning));

    public override long Most => clauses.Min(clause => clause.Most) + values.Sum(value => (long)value.Documents.Count);

    protected override void Gather()
    {
        var words = Bitmap.Words(segment.Documents);
        var bits = new ulong[words];
        var worded = new ulong[words];
        clauses[0].AddTo(worded);
        for (var i = 1; i < clauses.Count; i++)
        {
            var other = new ulong[words];
            clauses[i].AddTo(other);
            Bitmap.And(worded, other);
        }

        foreach (var value in values)
            value.Documents.AddTo(bits);
        var meant = (ulong[])bits.Clone();
        Bitmap.Or(bits, worded);
        for (var word = 0; word < words; word++)
        {
            for (var rest = bits[word]; rest != 0; rest &= rest - 1)
            {
                var document = (word << 6) + System.Numerics.BitOperations.TrailingZeroCount(rest);
                Add(document, Bitmap.Has(worded, document), Bitmap.Has(meant, document));
            }
        }
    }

    protected override void Gather(ReadOnlySpan<int> among)
    {
        var worded = new HashSet<int>();
        var kept = among.ToArray();
        var count = kept.Length;
        foreach (var clause in clauses)
            count = clause.Keep(kept.AsSpan(0, count));
        worded.UnionWith(kept.AsSpan(0, count).ToArray());
        var meant = new ulong[Bitmap.Words(segment.Documents)];
        foreach (var value in values)
            value.Documents.AddTo(meant);
        foreach (var document in among)
        {
            if (worded.Contains(document) || Bitmap.Has(meant, document))
                Add(document, worded.Contains(document), Bitmap.Has(meant, document));
        }
    }

    private void Add(int document, bool isWorded, bool isMeant)
    {
        var score = 0f;
        var fields = 0u;
        if (isWorded)
        {
            foreach (var clause in clauses)
                score += clause.Score(document, ref fields);
        }

        Add(document, Math.Max(score, isMeant ? _meaning : 0), fields);
    }
}

/// <summary>The documents of a segment that have a value which means what words say.</summary>
internal sealed class DocumentsOfValue(FacetColumn column, int ordinal)
{
    public DocumentSet Documents => column.DocumentsOf(ordinal);
}
