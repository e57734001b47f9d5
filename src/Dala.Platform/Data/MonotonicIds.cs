using System.Buffers.Binary;

namespace Dala.Platform.Data;

/// <summary>
/// Version 7 ids that grow one after another also within a millisecond (RFC 9562, 6.2, method 2), so that rows sort in the order in which they were
/// made. For one thread.
/// </summary>
public sealed class MonotonicIds
{
    private readonly byte[] last = new byte[16];

    /// <summary>The next id as the 16 bytes that lie in columns.</summary>
    public byte[] Next()
    {
        var fresh = Columns.Bytes(Guid.CreateVersion7());
        if (fresh.AsSpan().SequenceCompareTo(last) > 0)
        {
            fresh.CopyTo(last, 0);
            return fresh;
        }

        // The variant fills the two highest bits of the last eight bytes; the other 62 count. They begin at random and do not run over here.
        var tail = last.AsSpan(8);
        BinaryPrimitives.WriteUInt64BigEndian(tail, BinaryPrimitives.ReadUInt64BigEndian(tail) + 1);
        return [.. last];
    }
}
