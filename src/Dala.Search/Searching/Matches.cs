using System.Buffers;

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

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(Documents);
        ArrayPool<float>.Shared.Return(Scores);
    }
}
