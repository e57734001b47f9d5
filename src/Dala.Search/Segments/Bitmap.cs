using System.Numerics;

namespace Dala.Search.Segments;

/// <summary>Sets of documents with a bit for each.</summary>
internal static class Bitmap
{
    public static int Words(int documents) => (documents + 63) / 64;

    public static bool Has(ReadOnlySpan<ulong> bits, int document) => (bits[document >> 6] >> document & 1) != 0;

    public static void Or(Span<ulong> bits, ReadOnlySpan<ulong> others)
    {
        for (var i = 0; i < others.Length; i++)
            bits[i] |= others[i];
    }

    public static void And(Span<ulong> bits, ReadOnlySpan<ulong> others)
    {
        for (var i = 0; i < bits.Length; i++)
            bits[i] &= others[i];
    }

    public static void AndNot(Span<ulong> bits, ReadOnlySpan<ulong> others)
    {
        for (var i = 0; i < others.Length; i++)
            bits[i] &= ~others[i];
    }

    /// <summary>Sets the bits of all documents of a segment.</summary>
    public static void Fill(Span<ulong> bits, int documents)
    {
        bits.Fill(ulong.MaxValue);
        if (documents % 64 != 0)
            bits[^1] = (1UL << (documents % 64)) - 1;
    }

    public static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits)
            count += BitOperations.PopCount(word);
        return count;
    }

    public static int CommonCount(ReadOnlySpan<ulong> bits, ReadOnlySpan<ulong> others)
    {
        var count = 0;
        for (var i = 0; i < bits.Length; i++)
            count += BitOperations.PopCount(bits[i] & others[i]);
        return count;
    }

    /// <summary>Sets the bits of some documents.</summary>
    public static void Add(Span<ulong> bits, ReadOnlySpan<int> documents)
    {
        var i = 0;
        if (documents.Length == PostingsLayout.Block)
        {
            // Neighbours often share a word, and one has to wait for the other: documents apart do not.
            const int apart = PostingsLayout.Block / 4;
            for (; i < apart; i++)
            {
                Add(bits, documents[i]);
                Add(bits, documents[i + apart]);
                Add(bits, documents[i + (2 * apart)]);
                Add(bits, documents[i + (3 * apart)]);
            }

            return;
        }

        for (; i < documents.Length; i++)
            Add(bits, documents[i]);
    }

    private static void Add(Span<ulong> bits, int document) => bits[document >> 6] |= 1UL << document;
}
