namespace Dala.Standards.Records;

/// <summary>Turns a file into its records, one at a time, whatever the file is; memory stays within the limits.</summary>
public static class RecordReader
{
    /// <summary>The kinds of file that can be read, as <see cref="RecordFormat.Kind"/> names them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["csv", "json", "jsonl", "links", "stories"];

    /// <summary>
    /// Reads a file. Whatever is wrong with it is told as <see cref="Reading.Refused"/>, never thrown; only what is wrong with the machine
    /// (a disk that cannot be read) is thrown. The stream stays open; a <see cref="CountingStream"/> tells how far reading has come.
    /// </summary>
    public static IEnumerable<Reading> Read(
        Stream stream,
        string fileName,
        RecordFormat format,
        RecordLimits limits,
        CancellationToken ct = default
    )
    {
        if (!Kinds.Contains(format.Kind, StringComparer.Ordinal))
            throw new ArgumentException($"There is no reader for '{format.Kind}'.", nameof(format));
        if (format.Separator is { } separator && (!char.IsAscii(separator) || separator is '"' or '\r' or '\n'))
            throw new ArgumentException($"'{separator}' cannot stand between cells.", nameof(format));
        return Guarded(stream, new ReadingContext(fileName, format, limits, ct));
    }

    private static IEnumerable<Reading> Guarded(Stream stream, ReadingContext context)
    {
        using var readings = Open(stream, context).GetEnumerator();
        while (true)
        {
            Reading reading;
            try
            {
                if (!readings.MoveNext())
                    yield break;
                reading = readings.Current;
            }
            catch (FileFault fault)
            {
                reading = new Reading.Refused(context.Next(), null, fault.Code, fault.Arguments, context.Excerpt());
            }

            yield return reading;
            if (reading is Reading.Refused { EndsFile: true })
                yield break;
        }
    }

    private static IEnumerable<Reading> Open(Stream stream, ReadingContext context)
    {
        if (context.Format.Kind == "stories")
        {
            foreach (var reading in StoryReader.Read(stream, context))
                yield return reading;
            yield break;
        }

        if (context.Format is { Kind: "json", Children: not null })
        {
            foreach (var reading in TreeReader.Read(stream, context))
                yield return reading;
            yield break;
        }

        using var text = new SourceText(stream, context);
        var window = context.Over(text.Open());
        var readings = context.Format.Kind switch
        {
            "csv" => new CsvReader(context, window).Read(),
            "json" => new JsonReader(context, new JsonCursor(window, context.Limits.MaxRecordBytes)).Read(),
            "jsonl" => JsonLinesReader.Read(context, window),
            _ => new LinkListReader(context, window).Read(),
        };
        foreach (var reading in readings)
            yield return reading;
    }
}
