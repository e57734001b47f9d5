namespace Dala.Standards.Records;

/// <summary>The part of a file that is in memory: it grows while a record needs it and is moved on when the record is done.</summary>
internal sealed class ByteWindow(Stream stream, CancellationToken ct)
{
    private const int Block = 1 << 16;
    private byte[] buffer = new byte[Block];
    private int start;
    private int end;
    private bool ended;

    /// <summary>What is in memory and not yet passed.</summary>
    public ReadOnlySpan<byte> Span => buffer.AsSpan(start, end - start);

    /// <summary>The line of the first byte of <see cref="Span"/>, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>What ends a line: LF, or CR in files of the old Macintosh.</summary>
    public byte LineBreak { get; set; } = (byte)'\n';

    /// <summary>Reads more behind what is there; false when the file has no more.</summary>
    public bool Fill()
    {
        ct.ThrowIfCancellationRequested();
        if (ended)
            return false;
        if (buffer.Length - end < Block / 2)
            MakeRoom();

        var count = stream.Read(buffer, end, buffer.Length - end);
        end += count;
        ended = count == 0;
        return !ended;
    }

    /// <summary>Makes at least so many bytes present, if the file has them.</summary>
    public bool Has(int count)
    {
        while (end - start < count)
        {
            if (!Fill())
                return false;
        }

        return true;
    }

    public void Advance(int count)
    {
        Line += buffer.AsSpan(start, count).Count(LineBreak);
        start += count;
        if (start == end)
            start = end = 0;
    }

    /// <summary>Passes the rest of the line and its line break; false when the file ended first.</summary>
    public bool SkipLine()
    {
        while (true)
        {
            var at = Span.IndexOf(LineBreak);
            Advance(at < 0 ? Span.Length : at + 1);
            if (at >= 0)
                return true;
            if (!Fill())
                return false;
        }
    }

    private void MakeRoom()
    {
        var held = end - start;
        var target = held > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        Buffer.BlockCopy(buffer, start, target, 0, held);
        (buffer, start, end) = (target, 0, held);
    }
}
