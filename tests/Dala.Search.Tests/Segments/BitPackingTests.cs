using Dala.Search.Segments;

namespace Dala.Search.Tests.Segments;

public sealed class BitPackingTests
{
    public static TheoryData<int> Widths => [.. Enumerable.Range(0, 33)];

    [Theory, MemberData(nameof(Widths))]
    public void What_was_packed_comes_out_again(int width)
    {
        var random = new Random(width);
        for (var run = 0; run < 50; run++)
        {
            var numbers = Numbers(random, width);
            var packed = new byte[BitPacking.Length(width)];
            BitPacking.Pack(numbers, width, packed);
            var unpacked = new uint[BitPacking.Block];
            BitPacking.Unpack(packed, width, unpacked);

            Assert.Equal(numbers, unpacked);
            Assert.InRange(BitPacking.WidthOf(numbers), 0, width);
        }
    }

    [Theory, MemberData(nameof(Widths))]
    public void Distances_come_out_as_rising_numbers(int width)
    {
        // The sum of 128 distances is a number of a document.
        var random = new Random(width);
        for (var run = 0; run < 50; run++)
        {
            var numbers = Numbers(random, Math.Min(width, 23));
            var before = random.Next(-1, 1000);
            var packed = new byte[BitPacking.Length(width)];
            BitPacking.Pack(numbers, width, packed);
            var unpacked = new int[BitPacking.Block];
            BitPacking.UnpackAscending(packed, width, before, unpacked);

            var expected = new List<int>();
            foreach (var distance in numbers)
                expected.Add((expected.Count == 0 ? before : expected[^1]) + (int)distance + 1);
            Assert.Equal(expected, unpacked);
        }
    }

    private static uint[] Numbers(Random random, int width) =>
        [.. Enumerable.Range(0, BitPacking.Block).Select(_ => (uint)random.NextInt64(1L << width))];
}
