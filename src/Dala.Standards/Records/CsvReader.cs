namespace Dala.Standards.Records;

/// <summary>
/// Reads comma, semicolon and tab separated values (RFC 4180, and what people make of it). Why it is our own: decision 0004.
/// </summary>
internal sealed class CsvReader(ReadingContext context, ByteWindow window)
{
    /// <summary>How far we look for the end of a line that may be a row again.</summary>
    private const int RowGuess = 1 << 16;
    private byte separator;
    private CsvHeader header = new([]);
    private int? width;

    private enum Ending
    {
        Row,
        EndOfFile,
        TooLong,
        Unclosed,
    }

    public IEnumerable<Reading> Read()
    {
        if (!window.Fill())
            yield break;
        if (!window.Span.Contains((byte)'\n') && window.Span.Contains((byte)'\r'))
            window.LineBreak = (byte)'\r';
        separator = context.Format.Separator is { } given ? (byte)given : Detect(window.Span);
        if (context.Format.Header)
            ReadHeader();

        while (true)
        {
            var (ending, length) = Find();
            if (ending == Ending.EndOfFile && length == 0)
                yield break;

            var row = Row(length);
            if (row.Length == 0)
                window.Advance(length + 1);
            else if (ending is Ending.Row or Ending.EndOfFile)
            {
                var reading = Whole(row);
                window.Advance(Math.Min(length + 1, window.Span.Length));
                yield return reading;
            }
            else
            {
                var refused =
                    ending == Ending.TooLong
                        ? context.TooLong(context.Next(), row)
                        : ReadingContext.Refuse(context.Next(), RecordFaults.UnclosedQuote, FirstLine(row));
                Resynchronise();
                yield return refused;
            }
        }
    }

    private byte Detect(ReadOnlySpan<byte> start)
    {
        var first = start.TrimStart("\r\n"u8);
        var end = new CsvScan((byte)',', window.LineBreak).End(first);
        var line = end < 0 ? first : first[..end];
        byte best = (byte)',';
        var most = 0;
        foreach (var candidate in ",;\t|"u8)
        {
            var scan = new CsvScan(candidate, window.LineBreak);
            scan.End(line);
            if (scan.Cells > most)
                (best, most) = (candidate, scan.Cells);
        }

        return best;
    }

    private void ReadHeader()
    {
        while (true)
        {
            var (ending, length) = Find();
            var row = Row(length);
            if (row.Length == 0 && ending == Ending.Row)
            {
                window.Advance(length + 1);
                continue;
            }

            if (ending is Ending.TooLong or Ending.Unclosed || row.Length == 0 || ReadingContext.InvalidUtf8At(row) is not null)
                throw new FileFault(RecordFaults.FileHeader);
            var cells = CsvCells.Of(row, separator);
            if (cells.Count > context.Limits.MaxColumns)
                throw new FileFault(RecordFaults.FileHeader);
            header = new CsvHeader(cells);
            width = header.Count;
            window.Advance(Math.Min(length + 1, window.Span.Length));
            return;
        }
    }

    private (Ending Ending, int Length) Find()
    {
        var scan = new CsvScan(separator, window.LineBreak);
        var scanned = 0;
        while (true)
        {
            var at = scan.End(window.Span[scanned..]);
            if (at >= 0)
            {
                var length = scanned + at;
                if (length > context.Limits.MaxRecordBytes)
                    return (Ending.TooLong, length);
                return (scan.Astray ? Ending.Unclosed : Ending.Row, length);
            }

            scanned = window.Span.Length;
            if (scanned > context.Limits.MaxRecordBytes)
                return (Ending.TooLong, scanned);
            if (!window.Fill())
                return (scan.Open || scan.Astray ? Ending.Unclosed : Ending.EndOfFile, scanned);
        }
    }

    private ReadOnlySpan<byte> Row(int length)
    {
        var row = window.Span[..length];
        return row is [.., (byte)'\r'] && window.LineBreak == '\n' ? row[..^1] : row;
    }

    private ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> row) =>
        row.IndexOf(window.LineBreak) is >= 0 and var at ? row[..at] : row;

    private Reading Whole(ReadOnlySpan<byte> row)
    {
        var place = context.Next();
        if (ReadingContext.InvalidUtf8At(row) is { } invalid)
        {
            var before = new CsvScan(separator, window.LineBreak);
            before.End(row[..invalid]);
            return ReadingContext.Refuse(
                place,
                RecordFaults.InvalidUtf8,
                row,
                header.NameOf(before.Cells - 1),
                ("offset", ReadingContext.Number(invalid))
            );
        }

        var counted = new CsvScan(separator, window.LineBreak);
        counted.End(row);
        if (counted.Cells > context.Limits.MaxColumns)
        {
            return ReadingContext.Refuse(
                place,
                RecordFaults.TooManyColumns,
                row,
                null,
                ("columns", ReadingContext.Number(counted.Cells)),
                ("limit", ReadingContext.Number(context.Limits.MaxColumns))
            );
        }

        var cells = CsvCells.Of(row, separator);
        width ??= cells.Count;
        return new Reading.Read(new CsvRecord(place, row.ToArray(), header, cells));
    }

    /// <summary>
    /// Passes over a row that cannot be read so that it costs one row where possible: up to the line break that ends it, or, while a
    /// quote stands open, up to the next line that by itself has as many cells as the table has columns.
    /// </summary>
    private void Resynchronise()
    {
        var scan = new CsvScan(separator, window.LineBreak);
        while (Pass(ref scan))
        {
            if (LooksLikeRow())
                return;
        }
    }

    /// <summary>Passes one line; true when the row goes on behind it because a quote stands open.</summary>
    private bool Pass(ref CsvScan scan)
    {
        while (true)
        {
            var at = window.Span.IndexOf(window.LineBreak);
            var piece = at < 0 ? window.Span : window.Span[..(at + 1)];
            var ended = scan.End(piece) >= 0;
            window.Advance(piece.Length);
            if (at >= 0)
                return !ended;
            if (!window.Fill())
                return false;
        }
    }

    private bool LooksLikeRow()
    {
        int at;
        while ((at = window.Span.IndexOf(window.LineBreak)) < 0 && window.Span.Length < RowGuess)
        {
            if (!window.Fill())
                break;
        }

        if (at < 0 && window.Span.Length >= RowGuess)
            return false;
        var line = at < 0 ? window.Span : window.Span[..at];
        var scan = new CsvScan(separator, window.LineBreak);
        scan.End(line);
        return !scan.Open && line.Length > 0 && scan.Cells == (width ?? scan.Cells);
    }
}
