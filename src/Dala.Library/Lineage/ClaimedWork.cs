using System.Text.Json;
using Dala.Standards.Licences;

namespace Dala.Library.Lineage;

/// <summary>
/// What a claim of lineage itself says of the work it names: all there is to know of one that is not in the library, or no longer. So a broken
/// ancestor keeps its name, its makers and its licence.
/// </summary>
public sealed record ClaimedWork(string? Name, IReadOnlyList<string> Creators, string? Licence, string? Url)
{
    /// <summary>The name; where none was given, the address or whatever else stood there.</summary>
    public required string Title { get; init; }

    /// <summary>How its licence is read, from what was said there.</summary>
    public LicenceReading Reading => Licences.Recognise(Licence);

    public static ClaimedWork Of(Claim claim)
    {
        var url = WebAddress.Of(claim.Value);
        if (claim.RawValue is { } raw && raw.StartsWith('{') && Parsed(raw) is { } json)
        {
            using (json)
            {
                var name = Text(json.RootElement, "name");
                return new ClaimedWork(name, Names(json.RootElement), LicenceOf(json.RootElement), url)
                {
                    Title = name ?? claim.Value,
                };
            }
        }

        return new ClaimedWork(url is null ? claim.Value : null, [], null, url) { Title = claim.Value };
    }

    // What a raw value holds was written by others: one that looks like an object and is none is a name like any other.
    private static JsonDocument? Parsed(string raw)
    {
        try
        {
            return JsonDocument.Parse(raw);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<string> Names(JsonElement work) =>
        work.TryGetProperty("creator", out var creators)
            ? [.. Each(creators).Select(creator => Text(creator, "name") ?? Said(creator)).OfType<string>()]
            : [];

    // AMB has an object with an id; other writers of schema.org put the address itself.
    private static string? LicenceOf(JsonElement work) =>
        work.TryGetProperty("license", out var licence) ? Text(licence, "id") ?? Said(licence) : null;

    private static IEnumerable<JsonElement> Each(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    private static string? Text(JsonElement thing, string name) =>
        thing.ValueKind == JsonValueKind.Object && thing.TryGetProperty(name, out var value) ? Said(value) : null;

    private static string? Said(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
