using Dala.Search.Searching;
using Dala.Search.Segments;

namespace Dala.Search.Tests.Searching;

public sealed class HitSetTests
{
    [Fact]
    public void Any_sequence_of_operations_equals_that_on_a_plain_set()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var documents = random.Next(1, 3000);
            var plain = Some(random, documents);
            using var set = HitSet.Of(Bits(plain, documents), documents);
            for (var step = 0; step < 6; step++)
            {
                var others = Some(random, documents);
                if (random.Next(2) == 0)
                {
                    set.Keep(Bits(others, documents));
                    plain.IntersectWith(others);
                }
                else
                {
                    set.Remove(Bits(others, documents));
                    plain.ExceptWith(others);
                }

                AssertSame(plain, set, documents);
                using var copy = set.Copy();
                copy.Remove(Bits(others, documents));
                AssertSame(plain, set, documents);
            }
        }
    }

    [Fact]
    public void All_documents_are_all() => AssertSame([.. Enumerable.Range(0, 130)], HitSet.All(130), 130);

    private static void AssertSame(SortedSet<int> plain, HitSet set, int documents)
    {
        Assert.Equal(plain.Count, set.Count);
        var all = new List<int>();
        var chunk = new int[100];
        var place = 0;
        while (set.Next(chunk, ref place) is > 0 and var count)
            all.AddRange(chunk[..count]);
        Assert.Equal(plain, all);
        for (var document = 0; document < documents; document += 1 + (documents / 50))
            Assert.Equal(plain.Contains(document), set.Has(document));
    }

    private static SortedSet<int> Some(Random random, int documents)
    {
        var share = random.Next(3) switch
        {
            0 => 0.02,
            1 => 0.5,
            _ => 0.98,
        };
        return [.. Enumerable.Range(0, documents).Where(_ => random.NextDouble() < share)];
    }

    private static ulong[] Bits(SortedSet<int> documents, int all)
    {
        var bits = new ulong[Bitmap.Words(all)];
        foreach (var document in documents)
            bits[document >> 6] |= 1UL << document;
        return bits;
    }
}
