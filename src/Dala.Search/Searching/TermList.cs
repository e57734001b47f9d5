using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>
/// The postings of a term by what they may be worth. Blocks whose greatest frequency is too small are leapt over (block maxima; Ding and Suel, "Faster top-k
/// document retrieval using block-max indexes", 2011). In the others the bound of each document says enough; where a term has none, the profile, as if all
/// texts were of the shortest length, tells of most that they are not worth a look at their length.
/// </summary>
internal sealed class TermList : WorthList
{
    private readonly PostingsReader _postings = new();
    private readonly SegmentScoring _scoring;
    private readonly float[] _worths;
    private readonly float _growth;
    private readonly float _weight;
    private readonly float _level;
    private readonly bool _hasBounds;

    /// <summary>Opens the postings.</summary>
    /// <param name="most">By profile, what no document with it weighs more than.</param>
    /// <param name="weight">That of the clause.</param>
    public TermList(Segment segment, SegmentScoring scoring, WordTerm term, float[] most, float weight)
    {
        _postings.Open(segment, term.Term);
        _scoring = scoring;
        _growth = scoring.BoundGrowth;
        _weight = weight;
        _level = Ranking.Level(term.Level);
        _hasBounds = _postings.IsDescribed;
        _worths = _hasBounds
            ? WorthsOfBounds()
            : Array.ConvertAll(most, frequency => frequency == 0 ? 0 : Ranking.Bound(weight, _level * frequency));
        MostFrequent = _level * Greatest(most);
        Best = Ranking.Bound(weight, MostFrequent);
    }

    public override float Best { get; }

    public override long Documents => _postings.Term.Documents;

    /// <summary>What no document weighs more than, by its level.</summary>
    public float MostFrequent { get; }

    public override void AddTo(Span<float> worths, int first, int end, float needed, float least)
    {
        var frequency = Ranking.FrequencyOf(needed / _weight) / _level / _growth;
        var document = first;
        while (document < end && _postings.MoveToBlock(document, frequency))
        {
            var documents = _postings.Documents;
            if (documents[0] >= end)
                return;
            if (_hasBounds)
                AddBounds(worths, documents, first, end);
            else
                AddByProfile(worths, documents, first, needed, least);
            document = documents[^1] + 1;
        }
    }

    private void AddBounds(Span<float> worths, ReadOnlySpan<int> documents, int first, int end)
    {
        var bounds = _postings.Bounds;
        var from = 0;
        var to = documents.Length;
        while (documents[from] < first)
            from++;
        while (documents[to - 1] >= end)
            to--;
        // Between the first and the end all places are in the stretch, and a byte is a place in the table.
        ref var worth = ref MemoryMarshal.GetReference(worths);
        ref var table = ref MemoryMarshal.GetArrayDataReference(_worths);
        for (var i = from; i < to; i++)
            Unsafe.Add(ref worth, documents[i] - first) += Unsafe.Add(ref table, bounds[i]);
    }

    private void AddByProfile(Span<float> worths, ReadOnlySpan<int> documents, int first, float needed, float least)
    {
        var profiles = _postings.Profiles;
        for (var i = 0; i < documents.Length; i++)
        {
            var place = documents[i] - first;
            if ((uint)place < (uint)worths.Length && worths[place] > least && _worths[profiles[i]] > needed)
                worths[place] += Ranking.Bound(_weight, _level * _scoring.Frequency(documents[i], (int)profiles[i]));
        }
    }

    private float[] WorthsOfBounds()
    {
        var worths = new float[RoundedFrequency.Codes];
        for (var code = 0; code < worths.Length; code++)
            worths[code] = Ranking.Bound(_weight, _level * _growth * RoundedFrequency.Decode((byte)code));
        return worths;
    }

    private float Greatest(float[] mostOfProfiles)
    {
        var most = _postings.GreatestMost;
        if (!float.IsPositiveInfinity(most))
            return most * _growth;
        // Less than a block has no bound of its own.
        most = 0;
        while (_postings.NextBlock())
        {
            foreach (var profile in _postings.Profiles)
                most = Math.Max(most, mostOfProfiles[profile]);
        }

        _postings.Restart();
        return most;
    }
}
