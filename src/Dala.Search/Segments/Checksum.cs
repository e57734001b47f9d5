using System.Numerics;
using System.Runtime.InteropServices;

namespace Dala.Search.Segments;

/// <summary>CRC-32C (Castagnoli; RFC 3720 §12.1), which processors compute eight bytes at a time.</summary>
internal static class Checksum
{
    public const uint Start = uint.MaxValue;

    public static uint Continue(uint sum, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            sum = BitOperations.Crc32C(sum, word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            sum = BitOperations.Crc32C(sum, rest);
        return sum;
    }

    public static uint Of(ReadOnlySpan<byte> bytes) => Continue(Start, bytes);
}
