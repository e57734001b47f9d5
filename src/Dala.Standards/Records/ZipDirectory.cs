using System.Buffers.Binary;

namespace Dala.Standards.Records;

/// <summary>
/// Counts the entries of a zip by walking its central directory (APPNOTE 4.3.12): opening the archive would make an object for each,
/// and the number that the end of the file states may be a lie.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int LongestComment = 65_535;

    /// <summary>The number of entries, at most one more than the limit; null when this is no zip.</summary>
    public static int? Count(Stream stream, int limit)
    {
        if (Start(stream) is not { } start || start < 0 || start > stream.Length)
            return null;

        stream.Position = start;
        using var buffered = new BufferedStream(new Unowned(stream), 1 << 16);
        var header = new byte[46];
        for (var count = 0; ; count++)
        {
            if (count > limit)
                return count;
            var read = buffered.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            if (read < header.Length || BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x02014b50)
                return count;
            var variable =
                BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28))
                + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30))
                + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32));
            buffered.Seek(variable, SeekOrigin.Current);
        }
    }

    private static long? Start(Stream stream)
    {
        var length = (int)Math.Min(stream.Length, EndLength + LongestComment);
        var tail = new byte[length];
        stream.Position = stream.Length - length;
        stream.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndLength > length)
            return null;

        var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (offset != uint.MaxValue)
            return offset;

        // Zip64 (APPNOTE 4.3.15): the locator before the end says where the larger numbers are.
        var locator = end - 20;
        if (locator < 0 || !tail.AsSpan(locator).StartsWith("PK\u0006\u0007"u8))
            return null;
        var record = BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(locator + 8));
        if (record < 0 || record + 56 > stream.Length)
            return null;
        stream.Position = record;
        var large = new byte[56];
        stream.ReadExactly(large);
        return BinaryPrimitives.ReadInt64LittleEndian(large.AsSpan(48));
    }

    /// <summary>Keeps a buffer from closing the stream below it.</summary>
    private sealed class Unowned(Stream stream) : ReadingStream
    {
        public override bool CanSeek => true;
        public override long Length => stream.Length;

        public override long Position
        {
            get => stream.Position;
            set => stream.Position = value;
        }

        public override int Read(Span<byte> buffer) => stream.Read(buffer);

        public override long Seek(long offset, SeekOrigin origin) => stream.Seek(offset, origin);
    }
}
