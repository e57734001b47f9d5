namespace Dala.Search.Segments;

/// <summary>The order of bytes, which for UTF-8 is the order of code points.</summary>
internal static class ByteOrder
{
    public static Comparer<byte[]> Comparer { get; } = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    /// <summary>The numbers of texts in the order of the texts, which are all different.</summary>
    /// <param name="texts">One text after the other.</param>
    /// <param name="starts">Where each begins, and where the last ends.</param>
    public static int[] Of(byte[] texts, int[] starts)
    {
        // Numbers sort many times faster than texts, and the first eight bytes of a text make a number.
        var beginnings = new ulong[starts.Length - 1];
        var order = new int[beginnings.Length];
        for (var i = 0; i < order.Length; i++)
            (beginnings[i], order[i]) = (TermDictionaryWriter.Beginning(Text(i)), i);
        Array.Sort(beginnings, order);
        for (var start = 0; start < order.Length; )
        {
            var end = start + 1;
            while (end < order.Length && beginnings[end] == beginnings[start])
                end++;
            if (end - start > 1)
                order.AsSpan(start..end).Sort((a, b) => Text(a).SequenceCompareTo(Text(b)));
            start = end;
        }

        return order;

        ReadOnlySpan<byte> Text(int number) => texts.AsSpan(starts[number]..starts[number + 1]);
    }
}
