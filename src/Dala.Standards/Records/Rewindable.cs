namespace Dala.Standards.Records;

/// <summary>A stream that can be read twice: the one given, if it can go back, or else a copy of it in a temporary file.</summary>
internal sealed class Rewindable : IDisposable
{
    private readonly long start;
    private readonly FileStream? temporary;

    private Rewindable(Stream stream, FileStream? temporary) =>
        (Stream, this.temporary, start) = (stream, temporary, stream.Position);

    public Stream Stream { get; }

    public static Rewindable Of(Stream stream, ReadingContext context)
    {
        if (stream.CanSeek)
            return new Rewindable(stream, null);

        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var copy = new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
            }
        );
        try
        {
            var block = new byte[1 << 16];
            while (stream.Read(block) is > 0 and var count)
            {
                context.Cancel.ThrowIfCancellationRequested();
                if (copy.Length + count > context.Limits.MaxExpandedBytes)
                    throw new FileFault(
                        RecordFaults.FileTooLarge,
                        ("limit", ReadingContext.Number(context.Limits.MaxExpandedBytes))
                    );
                copy.Write(block, 0, count);
            }

            copy.Position = 0;
            return new Rewindable(copy, copy);
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public void Rewind() => Stream.Position = start;

    public void Dispose() => temporary?.Dispose();
}
