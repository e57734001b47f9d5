using System.Runtime.InteropServices;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>A condition whose documents are gathered, with what each is worth, before anything is asked of them.</summary>
internal abstract class GatheredClause : SegmentClause
{
    private readonly List<int> _documents = [];
    private readonly List<float> _scores = [];
    private readonly List<ushort> _fields = [];
    private bool _isGathered;
    private float _most;
    private int _at;

    public override void AddTo(Span<ulong> bits)
    {
        GatherOnce();
        foreach (var document in CollectionsMarshal.AsSpan(_documents))
            bits[document >> 6] |= 1UL << document;
    }

    public override int Keep(Span<int> documents)
    {
        // Only those that are asked about need to be looked at.
        if (!_isGathered)
        {
            _isGathered = true;
            Gather(documents);
            var gathered = CollectionsMarshal.AsSpan(_documents);
            gathered.CopyTo(documents);
            return gathered.Length;
        }

        var at = 0;
        var kept = 0;
        foreach (var document in documents)
        {
            while (at < _documents.Count && _documents[at] < document)
                at++;
            if (at < _documents.Count && _documents[at] == document)
                documents[kept++] = document;
        }

        return kept;
    }

    public override float Best
    {
        get
        {
            GatherOnce();
            return _most;
        }
    }

    public override IReadOnlyList<WorthList> Lists => field ??= [new GatheredList(this)];

    public override float Score(int document, ref uint fields)
    {
        GatherOnce();
        MoveTo(document);
        if (_at == _documents.Count || _documents[_at] != document)
            return 0;
        fields |= _fields[_at];
        return _scores[_at];
    }

    /// <summary>Adds the documents with <see cref="Add"/>, in rising order.</summary>
    protected abstract void Gather();

    /// <summary>The same for some documents only, which are in rising order.</summary>
    protected abstract void Gather(ReadOnlySpan<int> among);

    protected void Add(int document, float score, uint fields)
    {
        _documents.Add(document);
        _scores.Add(score);
        _fields.Add((ushort)fields);
        _most = Math.Max(_most, score);
    }

    private void GatherOnce()
    {
        if (_isGathered)
            return;
        _isGathered = true;
        Gather();
    }

    private void MoveTo(int document)
    {
        var documents = CollectionsMarshal.AsSpan(_documents);
        var step = 1;
        while (_at + step < documents.Length && documents[_at + step] < document)
        {
            _at += step;
            step *= 2;
        }

        for (; step > 0; step /= 2)
        {
            while (_at + step <= documents.Length && documents[_at + step - 1] < document)
                _at += step;
        }
    }

    private sealed class GatheredList(GatheredClause clause) : WorthList
    {
        private int _next;

        public override float Best => clause.Best;

        public override long Documents => clause._documents.Count;

        public override void AddTo(Span<float> worths, int first, int end, float needed, float least)
        {
            var documents = CollectionsMarshal.AsSpan(clause._documents);
            for (; _next < documents.Length && documents[_next] < end; _next++)
            {
                worths[documents[_next] - first] += clause._scores[_next];
            }
        }
    }
}

/// <summary>Words that follow each other.</summary>
internal sealed class PhraseClause(
    Segment segment,
    SegmentScoring scoring,
    IReadOnlyList<PhrasePart> parts,
    float weight,
    uint onlyFields
) : GatheredClause
{
    private readonly PhraseMatch _phrase = new(segment, parts, onlyFields);

    public override long Most => _phrase.Most;

    protected override void Gather(ReadOnlySpan<int> among)
    {
        foreach (var document in among)
        {
            if (_phrase.MoveTo(document))
                Add(document);
        }
    }

    protected override void Gather()
    {
        while (_phrase.Next())
            Add(_phrase.Document);
    }

    private void Add(int document)
    {
        var frequency = scoring.Frequency(document, _phrase.Parts);
        Add(document, weight * Ranking.Saturate(frequency), SegmentScoring.FieldsOf(_phrase.Parts));
    }
}
