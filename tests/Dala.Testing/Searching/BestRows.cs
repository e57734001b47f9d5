namespace Dala.Testing.Searching;

/// <summary>Keeps the few rows that come first, by a score that is better the lower it is, then by row.</summary>
public sealed class BestRows(int size)
{
    private static readonly Comparer<(double Score, int Row)> LastFirst = Comparer<(double Score, int Row)>.Create(
        (a, b) => b.CompareTo(a)
    );

    private readonly PriorityQueue<int, (double Score, int Row)> rows = new(LastFirst);
    private (double Score, int Row) last = (double.PositiveInfinity, int.MaxValue);

    /// <summary>The rows in order.</summary>
    public IReadOnlyList<int> InOrder => [.. rows.UnorderedItems.OrderBy(item => item.Priority).Select(item => item.Element)];

    public void Offer(double score, int row)
    {
        if (rows.Count < size)
        {
            rows.Enqueue(row, (score, row));
        }
        else if ((score, row).CompareTo(last) < 0)
        {
            rows.EnqueueDequeue(row, (score, row));
        }
        else
        {
            return;
        }

        if (rows.Count == size)
            rows.TryPeek(out _, out last);
    }
}
