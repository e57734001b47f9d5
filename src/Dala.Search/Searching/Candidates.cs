using System.Numerics;
using System.Runtime.InteropServices;

namespace Dala.Search.Searching;

/// <summary>
/// Narrows hits down to those that can still come among the first. A document that is only in lists which all together are worth too little needs no look
/// (MaxScore; Turtle and Flood, "Query evaluation: strategies and optimizations", 1995), and the longest lists, of frequent words, are soon such lists.
/// </summary>
internal sealed class Candidates
{
    private readonly List<WorthList> _lists;
    private readonly float[] _upTo;
    private readonly float _factor;

    /// <summary>Takes the lists of all clauses, from the least worth to the most.</summary>
    /// <param name="factor">By how much at most a score is raised in the end.</param>
    public Candidates(IEnumerable<SegmentClause> clauses, float factor)
    {
        _lists = [.. clauses.SelectMany(clause => clause.Lists).OrderBy(list => list.Best)];
        _factor = factor * Ranking.Rounding;
        _upTo = new float[_lists.Count];
        var sum = 0f;
        for (var i = 0; i < _lists.Count; i++)
            _upTo[i] = sum += _lists[i].Best;
        Documents = _lists.Sum(list => list.Documents);
    }

    /// <summary>How many documents the lists have.</summary>
    public long Documents { get; }

    /// <summary>Whether any document can score more.</summary>
    public bool CanExceed(float score) => _upTo[^1] * _factor > score;

    /// <summary>Sets the bits of the documents from the first up to the end that may score more; stretches come in rising order.</summary>
    /// <param name="worths">Room for a number of each of the documents; a multiple of 64.</param>
    public void Find(float score, int first, int end, Span<float> worths, Span<ulong> bits)
    {
        worths.Clear();
        var wanted = score / _factor;
        // What is in these lists only cannot score more; in the others each document is added up.
        var hopeless = 0;
        while (hopeless < _lists.Count && _upTo[hopeless] <= wanted)
            hopeless++;
        for (var i = hopeless; i < _lists.Count; i++)
            _lists[i].AddTo(worths, first, end, wanted - (_upTo[^1] - _lists[i].Best));

        // Sums are rounded, so that a document of no list might seem to be worth something.
        var least = Math.Max(0, wanted - (hopeless == 0 ? 0 : _upTo[hopeless - 1]));
        var numbers = Vector<float>.Count;
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(worths);
        var bound = new Vector<float>(least);
        for (var i = 0; i < vectors.Length; i++)
        {
            if (!Vector.GreaterThanAny(vectors[i], bound))
                continue;
            for (var place = i * numbers; place < (i + 1) * numbers; place++)
                bits[place >> 6] |= worths[place] > least ? 1UL << place : 0;
        }
    }
}
