using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Dala.Standards.Records;

namespace Dala.Standards.Books;

/// <summary>
/// Writes a zip from front to back, into streams that cannot go back too. The framework's archive notes the system that it runs on, and
/// gives a stored entry in such a stream a header that EPUB does not allow (OCF 3.3 §4.2.2); here the same entries give the same bytes.
/// </summary>
internal sealed class ZipWriter(Stream output)
{
    private const ushort Version = 20;

    /// <summary>Bit 11: names are UTF-8 (APPNOTE 4.4.4).</summary>
    private const ushort Utf8Names = 1 << 11;

    /// <summary>Bit 3: sizes and checksum stand behind the entry.</summary>
    private const ushort SizesFollow = 1 << 3;

    /// <summary>1 January 1980, the first day that the format knows.</summary>
    private const uint Time = 0x0021_0000;

    private readonly List<Entry> entries = [];
    private long at;

    /// <summary>Puts bytes in as they are: for the type of the file, and for pictures, which are compressed already.</summary>
    public void Store(string name, ReadOnlySpan<byte> bytes)
    {
        var size = checked((uint)bytes.Length);
        var entry = new Entry(name, Utf8Names, 0, Crc32.Of(bytes), size, size, checked((uint)at));
        WriteHeader(entry);
        Write(bytes);
        entries.Add(entry);
    }

    /// <summary>Lets an entry be written and compresses it.</summary>
    public void Deflate(string name, Action<Stream> write)
    {
        var entry = new Entry(name, Utf8Names | SizesFollow, 8, 0, 0, 0, checked((uint)at));
        WriteHeader(entry);
        var start = at;
        using var plain = new Measured(
            new DeflateStream(new Measured(output, leaveOpen: true, count => at += count), CompressionLevel.Optimal)
        );
        write(plain);
        plain.Dispose();

        entry = entry with { Sum = plain.Sum, Packed = checked((uint)(at - start)), Size = checked((uint)plain.Written) };
        Span<byte> sizes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(sizes, 0x08074b50);
        BinaryPrimitives.WriteUInt32LittleEndian(sizes[4..], entry.Sum);
        BinaryPrimitives.WriteUInt32LittleEndian(sizes[8..], entry.Packed);
        BinaryPrimitives.WriteUInt32LittleEndian(sizes[12..], entry.Size);
        Write(sizes);
        entries.Add(entry);
    }

    /// <summary>Writes the list of entries, without which nothing is a zip.</summary>
    public void Finish()
    {
        var start = at;
        Span<byte> header = stackalloc byte[46];
        foreach (var entry in entries)
        {
            var name = Encoding.UTF8.GetBytes(entry.Name);
            header.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(header, 0x02014b50);
            BinaryPrimitives.WriteUInt16LittleEndian(header[4..], Version);
            WriteCommon(header[6..], entry, entry.Sum, entry.Packed, entry.Size, name.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(header[42..], entry.At);
            Write(header);
            Write(name);
        }

        Span<byte> end = stackalloc byte[22];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], checked((ushort)entries.Count));
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], checked((uint)(at - start)));
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], checked((uint)start));
        Write(end);
        output.Flush();
    }

    private void WriteHeader(Entry entry)
    {
        var name = Encoding.UTF8.GetBytes(entry.Name);
        Span<byte> header = stackalloc byte[30];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034b50);
        WriteCommon(header[4..], entry, entry.Sum, entry.Packed, entry.Size, name.Length);
        Write(header);
        Write(name);
    }

    /// <summary>What the header of an entry and its line in the list have in common, in this order (APPNOTE 4.3.7, 4.3.12).</summary>
    private static void WriteCommon(Span<byte> header, Entry entry, uint sum, uint packed, uint size, int name)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], entry.Flags);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], entry.Method);
        BinaryPrimitives.WriteUInt32LittleEndian(header[6..], Time);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], sum);
        BinaryPrimitives.WriteUInt32LittleEndian(header[14..], packed);
        BinaryPrimitives.WriteUInt32LittleEndian(header[18..], size);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], checked((ushort)name));
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        at += bytes.Length;
    }

    private sealed record Entry(string Name, ushort Flags, ushort Method, uint Sum, uint Packed, uint Size, uint At);

    /// <summary>Counts and sums what passes.</summary>
    private sealed class Measured(Stream inner, bool leaveOpen = false, Action<int>? passed = null) : Stream
    {
        public long Written { get; private set; }

        public uint Sum { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            inner.Write(buffer);
            Written += buffer.Length;
            if (passed is null)
                Sum = Crc32.Of(buffer, Sum);
            else
                passed(buffer.Length);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing && !leaveOpen)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
