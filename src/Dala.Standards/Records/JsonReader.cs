namespace Dala.Standards.Records;

/// <summary>
/// Reads the elements of the array at a JSON pointer (RFC 6901) one by one; a file may hold several values one after another.
/// </summary>
internal sealed class JsonReader(ReadingContext context, JsonCursor cursor)
{
    private readonly string[] tokens =
    [
        .. context
            .Format.Records.Split('/')
            .Skip(1)
            .Select(token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)),
    ];

    private bool found;

    public IEnumerable<Reading> Read() => Read(Slice);

    /// <summary>Reads with another idea of what an element is; it gets the pointer of the element and must pass it.</summary>
    public IEnumerable<Reading> Read(Func<string, IEnumerable<Reading>> element)
    {
        while (cursor.Peek() is { } first)
        {
            if (!BeginsText(first))
                throw new FileFault(RecordFaults.FileNotJson);
            foreach (var reading in Descend(0, "", element))
                yield return reading;
        }

        if (!found)
            throw new FileFault(RecordFaults.FileNoRecords, ("pointer", context.Format.Records));
    }

    /// <summary>One value that is one record.</summary>
    public IEnumerable<Reading> Slice(string path)
    {
        var place = context.Next(cursor.Line, path);
        if (Closes(cursor.Need()))
        {
            var stray = cursor.Need();
            cursor.Take();
            yield return ReadingContext.Refuse(place, RecordFaults.InvalidJson, [stray], null, ("offset", "0"));
            yield break;
        }

        var slice = cursor.Capture(out var tooLong);
        yield return tooLong
            ? context.TooLong(place, slice)
            : context.Json(place, slice, json => new JsonRecord(place, slice, json));
    }

    private IEnumerable<Reading> Descend(int depth, string path, Func<string, IEnumerable<Reading>> element)
    {
        var first = cursor.Need();
        if (depth == tokens.Length)
        {
            found = true;
            return first == '[' ? Elements(path, null, element) : element(path);
        }

        if (first == '{')
            return Property(depth, path, element);
        if (first == '[')
            return Elements(path, tokens[depth], at => Descend(depth + 1, at, element));
        return Passed();
    }

    private IEnumerable<Reading> Elements(string path, string? only, Func<string, IEnumerable<Reading>> element)
    {
        cursor.Take();
        for (var index = 0L; ; )
        {
            switch (cursor.Need())
            {
                case (byte)']':
                    cursor.Take();
                    yield break;
                case (byte)',':
                    cursor.Take();
                    continue;
            }

            var number = ReadingContext.Number(index++);
            var readings = only is null || only == number ? element($"{path}/{number}") : Passed();
            foreach (var reading in readings)
                yield return reading;
        }
    }

    private IEnumerable<Reading> Property(int depth, string path, Func<string, IEnumerable<Reading>> element)
    {
        cursor.Take();
        while (true)
        {
            switch (cursor.Need())
            {
                case (byte)'}':
                    cursor.Take();
                    yield break;
                case (byte)'"':
                    var readings =
                        cursor.Name() == tokens[depth]
                            ? Descend(depth + 1, $"{path}/{Escaped(tokens[depth])}", element)
                            : Passed();
                    foreach (var reading in readings)
                        yield return reading;
                    break;
                default:
                    cursor.Take();
                    break;
            }
        }
    }

    private IEnumerable<Reading> Passed()
    {
        if (Closes(cursor.Need()))
            cursor.Take();
        else
            cursor.Pass();
        return [];
    }

    private static bool BeginsText(byte first) => first is (>= (byte)'0' and <= (byte)'9') || "{[\"-tfn"u8.Contains(first);

    /// <summary>Whether a byte ends something else, so that no value begins there, not even a broken one.</summary>
    public static bool Closes(byte first) => first is (byte)'}' or (byte)']' or (byte)',';

    private static string Escaped(string token) =>
        token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
