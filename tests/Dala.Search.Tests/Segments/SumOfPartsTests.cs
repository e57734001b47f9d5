using Dala.Search.Segments;
using Dala.Testing;

namespace Dala.Search.Tests.Segments;

public sealed class SumOfPartsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1 << 24)]
    [InlineData((1 << 24) + 1)]
    [InlineData((1 << 25) + 4_567)]
    public void A_file_has_the_sum_of_what_was_written_whatever_the_pieces(int length)
    {
        using var folder = new TempFolder();
        var bytes = Noise(length);
        File.WriteAllBytes(folder.At("file"), bytes);

        Assert.Equal(Added(bytes, 1 << 24), SumOfParts.OfFile(folder.At("file"), length));
        Assert.Equal(Added(bytes, 700_001), SumOfParts.OfFile(folder.At("file"), length));
    }

    [Fact]
    public void One_changed_bit_in_any_part_changes_the_sum()
    {
        using var folder = new TempFolder();
        var bytes = Noise((1 << 25) + 100);
        var sum = Added(bytes, 1 << 20);
        foreach (var place in (int[])[0, (1 << 24) - 1, 1 << 24, (1 << 25) + 99])
        {
            bytes[place] ^= 1;
            File.WriteAllBytes(folder.At("file"), bytes);
            bytes[place] ^= 1;

            Assert.NotEqual(sum, SumOfParts.OfFile(folder.At("file"), bytes.Length));
        }
    }

    [Fact]
    public void Two_parts_that_changed_places_change_the_sum()
    {
        var bytes = Noise(1 << 25);
        var changed = bytes[(1 << 24)..].Concat(bytes[..(1 << 24)]).ToArray();

        Assert.NotEqual(Added(bytes, 1 << 20), Added(changed, 1 << 20));
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static uint Added(byte[] bytes, int piece)
    {
        var sum = new SumOfParts();
        for (var at = 0; at < bytes.Length; at += piece)
            sum.Add(bytes.AsSpan(at, Math.Min(piece, bytes.Length - at)));
        return sum.End();
    }
}
