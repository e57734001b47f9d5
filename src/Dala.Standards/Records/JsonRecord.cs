using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dala.Standards.Records;

/// <summary>A record that is JSON; paths are those of <see cref="JsonPath"/>, <c>@ancestors.title</c> the titles of the nodes above it.</summary>
internal sealed partial class JsonRecord(
    Place place,
    ReadOnlyMemory<byte> raw,
    JsonElement json,
    IReadOnlyList<IReadOnlyDictionary<string, string>>? ancestors = null,
    bool hasChildren = false
) : SourceRecord(place, raw)
{
    private const string Ancestors = "@ancestors.";

    private static readonly JsonSerializerOptions AsItStood = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string MediaType => "application/json";

    public override JsonElement? Json => json;

    public override IEnumerable<KeyValuePair<string, string>> Leaves() => JsonPath.Leaves(json, "");

    public override IEnumerable<(string Language, string Value)> LanguageMap(string path)
    {
        foreach (var element in JsonPath.Find(json, path))
        {
            if (
                element.ValueKind != JsonValueKind.Object
                || !element.EnumerateObject().All(property => Tag().IsMatch(property.Name))
            )
                continue;
            foreach (var property in element.EnumerateObject())
            {
                foreach (var value in JsonPath.Find(property.Value, ""))
                {
                    if (JsonPath.Text(value) is { } text)
                        yield return (property.Name, text);
                }
            }
        }
    }

    public override IEnumerable<NamedThing> Things(string path)
    {
        foreach (var element in JsonPath.Find(json, path))
        {
            if (JsonPath.Text(element) is { } text)
                yield return new NamedThing(text, text, [new(path, text)]);
            else if (element.ValueKind == JsonValueKind.Object && (Named(element, "id") ?? Named(element, "name")) is { } named)
                yield return new NamedThing(
                    named,
                    JsonSerializer.Serialize(element, AsItStood),
                    [.. JsonPath.Leaves(element, path)]
                );
        }
    }

    private static string? Named(JsonElement thing, string property) =>
        JsonPath.Find(thing, property).Select(JsonPath.Text).FirstOrDefault();

    protected override IEnumerable<string> ValuesAt(string path)
    {
        if (path == "@has-children")
            return hasChildren ? ["true"] : [];
        if (path.StartsWith(Ancestors, StringComparison.Ordinal))
            return Above(path[Ancestors.Length..]);
        return JsonPath.Find(json, path).Select(JsonPath.Text).OfType<string>();
    }

    private IEnumerable<string> Above(string property) =>
        from ancestor in ancestors ?? []
        where ancestor.ContainsKey(property)
        select ancestor[property];

    // BCP 47 (RFC 5646 §2.1) as it is met in the wild: with the underscore of POSIX locales too.
    [GeneratedRegex(
        "^(?:[A-Za-z]{2,3}|[Xx])(?:[-_][A-Za-z0-9]{1,8})*$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Tag();
}
