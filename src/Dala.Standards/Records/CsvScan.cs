namespace Dala.Standards.Records;

/// <summary>Follows quotes and separators through the bytes of a row, in as many pieces as they come (RFC 4180 §2).</summary>
internal struct CsvScan(byte separator, byte lineBreak)
{
    private enum At
    {
        CellStart,
        Plain,
        Quoted,
        QuoteInQuoted,
    }

    private At at;
    private bool breakInCell;

    /// <summary>How many cells were begun.</summary>
    public int Cells { get; private set; } = 1;

    /// <summary>Whether the bytes so far end inside quotes.</summary>
    public readonly bool Open => at == At.Quoted;

    /// <summary>
    /// Whether text follows the closing quote of a cell that runs over several lines: then the opening quote was most likely never
    /// closed, and this one belongs to another row.
    /// </summary>
    public bool Astray { get; private set; }

    /// <summary>The place of the line break that ends the row, or -1 when the row goes on.</summary>
    public int End(ReadOnlySpan<byte> bytes)
    {
        var i = 0;
        while (i < bytes.Length)
        {
            var value = bytes[i];
            switch (at)
            {
                case At.Quoted:
                    var quote = bytes[i..].IndexOf((byte)'"');
                    var passed = quote < 0 ? bytes[i..] : bytes.Slice(i, quote);
                    breakInCell = breakInCell || passed.Contains(lineBreak);
                    i += passed.Length;
                    if (quote >= 0)
                    {
                        i++;
                        at = At.QuoteInQuoted;
                    }

                    continue;
                case At.QuoteInQuoted when value == '"':
                    at = At.Quoted;
                    i++;
                    continue;
                case At.CellStart when value == '"':
                    at = At.Quoted;
                    breakInCell = false;
                    i++;
                    continue;
                case At.QuoteInQuoted when value != separator && value != lineBreak && value != '\r':
                    Astray = Astray || breakInCell;
                    break;
            }

            var stop = bytes[i..].IndexOfAny(separator, lineBreak);
            if (stop < 0)
            {
                at = At.Plain;
                return -1;
            }

            i += stop;
            if (bytes[i] == lineBreak)
                return i;
            Cells++;
            at = At.CellStart;
            i++;
        }

        return -1;
    }
}
