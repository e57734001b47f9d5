using System.Buffers;

namespace Dala.Search.Segments;

/// <summary>Finds which of some words follow each other, from the lists of an <see cref="Inversion"/>.</summary>
internal static class Neighbours
{
    // A row and a position make one number, which sorts by the row first.
    private const int PositionBits = 32;

    /// <summary>How many rows an occurrence's list says its word is in; counted up to a limit.</summary>
    public static int Rows(ReadOnlySpan<byte> list, int limit)
    {
        var rows = 0;
        for (var reader = new ByteReader(list); !reader.AtEnd && rows < limit; reader.Number())
            rows += reader.Int() > 0 ? 1 : 0;
        return rows;
    }

    /// <summary>Where a word stands and which follows it, by the numbers of the words; in the order of the rows and positions.</summary>
    public static IEnumerable<(int Row, int Position, int First, int Second)> Of(IReadOnlyList<ByteList> words, ByteLists lists)
    {
        // Each occurrence takes two bytes at least.
        var most = words.Sum(word => word.Length / 2);
        var places = ArrayPool<long>.Shared.Rent(most);
        var numbers = ArrayPool<int>.Shared.Rent(most);
        var count = 0;
        for (var word = 0; word < words.Count; word++)
        {
            var before = count;
            count = Read(lists.Of(words[word]), places, count);
            numbers.AsSpan(before, count - before).Fill(word);
        }

        Array.Sort(places, numbers, 0, count);
        for (var first = 0; first < count; first++)
        {
            // Words of several forms have them at one position.
            for (var second = first + 1; second < count && places[second] <= places[first] + 1; second++)
            {
                if (places[second] > places[first])
                    yield return ((int)(places[first] >> PositionBits), (int)places[first], numbers[first], numbers[second]);
            }
        }

        ArrayPool<long>.Shared.Return(places);
        ArrayPool<int>.Shared.Return(numbers);
    }

    private static int Read(ReadOnlySpan<byte> list, long[] places, int count)
    {
        var row = 0;
        var position = 0;
        for (var reader = new ByteReader(list); !reader.AtEnd; )
        {
            var step = reader.Int();
            row += step;
            position = step == 0 ? position + reader.Int() : reader.Int();
            places[count++] = (long)row << PositionBits | (uint)position;
        }

        return count;
    }
}
