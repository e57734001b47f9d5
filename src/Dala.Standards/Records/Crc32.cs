namespace Dala.Standards.Records;

/// <summary>The checksum of zip entries (APPNOTE 4.4.7), which the framework does not compare when it reads an archive.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    public static uint Of(ReadOnlySpan<byte> bytes) => Of(bytes, 0);

    /// <summary>The checksum of bytes that stand behind others, whose checksum is known.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes, uint before)
    {
        var sum = ~before;
        foreach (var value in bytes)
            sum = (sum >> 8) ^ Table[(byte)sum ^ value];
        return ~sum;
    }

    private static uint Entry(int index)
    {
        var value = (uint)index;
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xedb88320;
        return value;
    }
}
