namespace Dala.Standards.Records;

/// <summary>Reads files with one JSON value a line.</summary>
internal static class JsonLinesReader
{
    public static IEnumerable<Reading> Read(ReadingContext context, ByteWindow window)
    {
        foreach (var line in Lines.Of(window, context.Limits.MaxRecordBytes))
        {
            if (line.Bytes.AsSpan().Trim(" \t\r\u001e"u8).Length == 0)
                continue;
            var place = context.Next(line.Number, null);
            yield return line.TooLong
                ? context.TooLong(place, line.Bytes)
                : context.Json(place, line.Bytes, json => new JsonRecord(place, line.Bytes, json));
        }
    }
}
