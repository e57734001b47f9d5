using System.Text.Json;

namespace Dala.Standards.Records;

/// <summary>
/// Walks dot paths through JSON: <c>topics[].name</c>, <c>runs[0].level</c>, <c>['a.b']</c>. An array that the path does not mention
/// gives all of its elements.
/// </summary>
internal static class JsonPath
{
    public static List<JsonElement> Find(JsonElement root, string path)
    {
        var found = new List<JsonElement>();
        Walk(root, path, found);
        return found;
    }

    /// <summary>The text of a leaf; null, empty texts, objects and arrays have none.</summary>
    public static string? Text(JsonElement leaf) =>
        leaf.ValueKind switch
        {
            JsonValueKind.String => leaf.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => leaf.GetRawText(),
            _ => null,
        };

    public static IEnumerable<KeyValuePair<string, string>> Leaves(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    foreach (var leaf in Leaves(property.Value, Join(path, property.Name)))
                        yield return leaf;
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    foreach (var leaf in Leaves(item, path + "[]"))
                        yield return leaf;
                }

                break;
            default:
                if (Text(element) is { } text)
                    yield return new(path, text);
                break;
        }
    }

    private static string Join(string path, string name)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAny(".[]'"))
            return $"{path}['{name.Replace("'", "''", StringComparison.Ordinal)}']";
        return path.Length == 0 ? name : $"{path}.{name}";
    }

    private static void Walk(JsonElement element, ReadOnlySpan<char> path, List<JsonElement> found)
    {
        if (path.StartsWith("[]"))
        {
            if (element.ValueKind != JsonValueKind.Array)
                return;
            foreach (var item in element.EnumerateArray())
                Walk(item, path[2..], found);
            return;
        }

        if (path.StartsWith("[") && !path.StartsWith("['"))
        {
            var close = path.IndexOf(']');
            if (
                close > 0
                && element.ValueKind == JsonValueKind.Array
                && int.TryParse(path[1..close], System.Globalization.CultureInfo.InvariantCulture, out var index)
                && index >= 0
                && index < element.GetArrayLength()
            )
            {
                Walk(element[index], path[(close + 1)..], found);
            }

            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Walk(item, path, found);
            return;
        }

        if (path.IsEmpty)
        {
            found.Add(element);
            return;
        }

        var name = Name(ref path);
        if (element.ValueKind != JsonValueKind.Object)
            return;

        // A name that stands twice (RFC 8259 §4) gives both values rather than losing one.
        foreach (var property in element.EnumerateObject())
        {
            if (property.NameEquals(name))
                Walk(property.Value, path, found);
        }
    }

    private static ReadOnlySpan<char> Name(ref ReadOnlySpan<char> path)
    {
        if (path[0] == '.')
            path = path[1..];
        if (!path.StartsWith("['"))
        {
            var stop = path.IndexOfAny('.', '[');
            var plain = stop < 0 ? path : path[..stop];
            path = path[plain.Length..];
            return plain;
        }

        path = path[2..];
        var quoted = new System.Text.StringBuilder();
        while (!path.IsEmpty)
        {
            if (path.StartsWith("''"))
                path = path[1..];
            else if (path[0] == '\'')
                break;
            quoted.Append(path[0]);
            path = path[1..];
        }

        path = path.StartsWith("']") ? path[2..] : [];
        return quoted.ToString();
    }
}
