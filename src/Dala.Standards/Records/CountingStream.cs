namespace Dala.Standards.Records;

/// <summary>Passes a stream on and tells how far it was read, so that progress can be shown against the length of the file.</summary>
public sealed class CountingStream(Stream stream) : Stream
{
    /// <summary>How far into the stream reading has come, in bytes as they lie in the file.</summary>
    public long Consumed { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => stream.CanSeek;
    public override bool CanWrite => false;
    public override long Length => stream.Length;

    public override long Position
    {
        get => stream.Position;
        set => Consumed = stream.Position = value;
    }

    public override int Read(Span<byte> buffer)
    {
        var count = stream.Read(buffer);
        Consumed += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Consumed = stream.Seek(offset, origin);

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream.Dispose();
        base.Dispose(disposing);
    }
}
