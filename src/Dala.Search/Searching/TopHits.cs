namespace Dala.Search.Searching;

/// <summary>A hit of a segment: what it is ordered by (less is earlier), its document and its score.</summary>
internal readonly record struct Candidate(long Primary, int Document, float Score)
{
    public bool IsBefore(in Candidate other) => Primary != other.Primary ? Primary < other.Primary : Document < other.Document;
}

/// <summary>Keeps the first so many hits of a segment in a heap, the last of them at its root.</summary>
internal sealed class TopHits(int size)
{
    private readonly List<Candidate> _heap = [];

    public IReadOnlyList<Candidate> Hits => _heap;

    public bool IsFull => _heap.Count >= size;

    /// <summary>The one that the next better hit will push out.</summary>
    public Candidate Last => _heap[0];

    public void Add(in Candidate candidate)
    {
        if (_heap.Count < size)
        {
            _heap.Add(candidate);
            Rise(_heap.Count - 1);
        }
        else if (size > 0 && candidate.IsBefore(_heap[0]))
        {
            _heap[0] = candidate;
            Sink();
        }
    }

    private void Rise(int at)
    {
        while (at > 0)
        {
            var parent = (at - 1) / 2;
            if (!_heap[parent].IsBefore(_heap[at]))
                return;
            (_heap[parent], _heap[at]) = (_heap[at], _heap[parent]);
            at = parent;
        }
    }

    private void Sink()
    {
        var at = 0;
        while (true)
        {
            var last = at;
            for (var child = (2 * at) + 1; child <= (2 * at) + 2 && child < _heap.Count; child++)
            {
                if (_heap[last].IsBefore(_heap[child]))
                    last = child;
            }

            if (last == at)
                return;
            (_heap[last], _heap[at]) = (_heap[at], _heap[last]);
            at = last;
        }
    }
}
