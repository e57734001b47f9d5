using System.Buffers;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>Documents of a segment, ascending, with their scores so far.</summary>
internal sealed class Matches(int capacity) : IDisposable
{
    public int[] Documents { get; } = ArrayPool<int>.Shared.Rent(Math.Max(1, capacity));

    public float[] Scores { get; } = ArrayPool<float>.Shared.Rent(Math.Max(1, capacity));

    public int Count { get; set; }

    public void Add(int document, float score)
    {
        Documents[Count] = document;
        Scores[Count++] = score;
    }

    public void RemoveAll(Deletions deletions)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (deletions.Contains(Documents[i]))
                continue;
            Scores[kept] = Scores[i];
            Documents[kept++] = Documents[i];
        }

        Count = kept;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(Documents);
        ArrayPool<float>.Shared.Return(Scores);
    }
}
