using System.Text.Json;

namespace Dala.Standards.Records;

/// <summary>
/// Reads a JSON tree node by node, each without the nodes below it. Channels write the title of a node behind its children, so a first
/// pass collects what the inner nodes say of themselves, and a second one reads; a stream that cannot go back is kept in a file meanwhile.
/// A node follows the nodes below it, as its bytes do.
/// </summary>
internal static class TreeReader
{
    public static IEnumerable<Reading> Read(Stream stream, ReadingContext context)
    {
        using var source = Rewindable.Of(stream, context);
        var inner = Collect(source.Stream, context);
        source.Rewind();

        using var text = new SourceText(source.Stream, context);
        var cursor = new JsonCursor(context.Over(text.Open()), context.Limits.MaxRecordBytes);
        foreach (var reading in new Nodes(context, cursor, inner).Read())
            yield return reading;
    }

    private static List<IReadOnlyDictionary<string, string>> Collect(Stream stream, ReadingContext context)
    {
        var first = context.Again();
        using var text = new SourceText(stream, first);
        var cursor = new JsonCursor(first.Over(text.Open()), context.Limits.MaxRecordBytes);
        var nodes = new Nodes(first, cursor, null);
        try
        {
            foreach (var _ in nodes.Read()) { }
        }
        catch (FileFault fault) when (fault.Code != RecordFaults.FileTreeTooLarge)
        {
            // The second pass comes to the same place, having given everything before it, and tells.
        }

        return nodes.Inner;
    }

    private sealed class Nodes(ReadingContext context, JsonCursor cursor, List<IReadOnlyDictionary<string, string>>? known)
    {
        private const int LongestTitle = 1024;
        private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(
            StringComparer.Ordinal
        );
        private readonly JsonReader reader = new(context, cursor);
        private int begun;
        private long held;

        /// <summary>What each inner node says of itself, in the order in which their children begin.</summary>
        public List<IReadOnlyDictionary<string, string>> Inner { get; } = [];

        public IEnumerable<Reading> Read() => reader.Read(path => Node(path, []));

        private IEnumerable<Reading> Node(string path, IReadOnlyDictionary<string, string>[] above)
        {
            if (cursor.Need() != '{')
            {
                foreach (var reading in reader.Slice(path))
                    yield return reading;
                yield break;
            }

            var line = cursor.Line;
            if (above.Length >= context.Limits.MaxDepth)
            {
                cursor.Pass();
                yield return ReadingContext.Refuse(
                    context.Next(line, path),
                    RecordFaults.TooDeep,
                    [],
                    null,
                    ("limit", ReadingContext.Number(context.Limits.MaxDepth))
                );
                yield break;
            }

            var own = new JsonOwn();
            int? inner = null;
            cursor.Sink = own;
            cursor.Take();
            while (cursor.Need() is var next && next != '}')
            {
                if (next != '"')
                {
                    cursor.Take();
                    continue;
                }

                var name = cursor.Name();
                if (name != context.Format.Children || cursor.Need() != '[')
                {
                    cursor.Pass();
                    continue;
                }

                cursor.Take();
                var empty = own.Length;
                if (cursor.Need() != '{')
                {
                    PassPlainElements();
                    continue;
                }

                own.CutTo(empty);
                cursor.Sink = null;
                inner ??= Begin();
                IReadOnlyDictionary<string, string>[] below = [.. above, inner < known?.Count ? known[inner.Value] : Nothing];
                for (var index = 0L; cursor.Need() is var child && child != ']'; )
                {
                    if (child == ',')
                    {
                        cursor.Take();
                        continue;
                    }

                    var at = $"{path}/{context.Format.Children}/{ReadingContext.Number(index++)}";
                    foreach (var reading in Node(at, below))
                        yield return reading;
                }

                cursor.Sink = own;
                cursor.Take();
            }

            cursor.Take();
            cursor.Sink = null;
            yield return Whole(context.Next(line, path), own, above, inner);
        }

        private void PassPlainElements()
        {
            while (cursor.Need() is var next && next != ']')
            {
                if (JsonReader.Closes(next))
                    cursor.Take();
                else
                    cursor.Pass();
            }

            cursor.Take();
        }

        private int Begin()
        {
            if (begun == context.Limits.MaxEntries)
                throw TooLarge();
            if (known is null)
                Inner.Add(Nothing);
            return begun++;
        }

        private Reading Whole(Place place, JsonOwn own, IReadOnlyDictionary<string, string>[] above, int? inner)
        {
            var slice = own.ToArray();
            if (own.TooLong)
                return context.TooLong(place, slice);
            var reading = context.Json(place, slice, json => new JsonRecord(place, slice, json, above, inner is not null));
            if (known is null && inner is { } index && reading is Reading.Read { Record.Json: { } node })
                Inner[index] = Saying(node);
            return reading;
        }

        private Dictionary<string, string> Saying(JsonElement node)
        {
            var saying = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var property in node.EnumerateObject())
            {
                if (JsonPath.Text(property.Value) is not { Length: <= LongestTitle } text)
                    continue;
                saying[property.Name] = text;
                held += property.Name.Length + text.Length;
            }

            return held > context.Limits.MaxRecordBytes * 4L ? throw TooLarge() : saying;
        }

        private FileFault TooLarge() =>
            new(RecordFaults.FileTreeTooLarge, ("limit", ReadingContext.Number(context.Limits.MaxEntries)));
    }
}
