using System.IO.Compression;

namespace Dala.Standards.Records;

/// <summary>
/// Expands gz, one member after another (RFC 1952 §2.2), and stops at what can only be a bomb. The decompressor takes the end of its input
/// for the end of the data; so a member of our own is put behind the file, which comes out whole only if what was before it was whole.
/// </summary>
internal sealed class ExpandingStream : ReadingStream
{
    private const long Lenient = 1 << 20;
    private readonly SealedInput input;
    private readonly GZipStream expanded;
    private readonly RecordLimits limits;
    private long count;
    private bool ended;

    public ExpandingStream(Stream stream, RecordLimits limits)
    {
        input = new SealedInput(stream);
        expanded = new GZipStream(input, CompressionMode.Decompress, leaveOpen: true);
        this.limits = limits;
    }

    public override int Read(Span<byte> buffer)
    {
        if (ended || buffer.IsEmpty)
            return 0;

        int read;
        try
        {
            read = expanded.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new FileFault(input.AtSeal ? RecordFaults.FileTruncated : RecordFaults.FileDamaged);
        }

        if (input.AtSeal)
        {
            ended = true;
            return Unbroken(buffer[..read]) ? 0 : throw new FileFault(RecordFaults.FileTruncated);
        }

        count += read;
        if (count > limits.MaxExpandedBytes)
            throw new FileFault(RecordFaults.FileTooLarge, ("limit", ReadingContext.Number(limits.MaxExpandedBytes)));
        if (count > Lenient && count / limits.MaxRatio > input.Taken)
            throw new FileFault(RecordFaults.FileBomb, ("ratio", ReadingContext.Number(limits.MaxRatio)));
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            expanded.Dispose();
        base.Dispose(disposing);
    }

    private bool Unbroken(ReadOnlySpan<byte> first)
    {
        if (!SealedInput.Words.StartsWith(first) || first.IsEmpty)
            return false;
        try
        {
            var rest = new byte[SealedInput.Words.Length];
            var read = expanded.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false);
            return SealedInput.Words[first.Length..].SequenceEqual(rest.AsSpan(0, read));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private sealed class SealedInput(Stream stream) : ReadingStream
    {
        private static readonly byte[] Seal = Pack();
        private int passed;

        public static ReadOnlySpan<byte> Words => "the end of the file"u8;

        /// <summary>How many bytes of the file were taken.</summary>
        public long Taken { get; private set; }

        public bool AtSeal { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (!AtSeal && stream.Read(buffer) is > 0 and var count)
            {
                Taken += count;
                return count;
            }

            AtSeal = true;
            var rest = Math.Min(buffer.Length, Seal.Length - passed);
            Seal.AsSpan(passed, rest).CopyTo(buffer);
            passed += rest;
            return rest;
        }

        private static byte[] Pack()
        {
            using var bytes = new MemoryStream();
            using (var gz = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
                gz.Write(Words);
            return bytes.ToArray();
        }
    }
}
