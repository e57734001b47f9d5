using System.Text.Json;

namespace Dala.Standards.Amb;

/// <summary>Checks descriptions against the AMB profile (DINI-KIM "Allgemeines Metadatenprofil"), release 20231019.</summary>
public static class AmbSchema
{
    public const string Version = "20231019";

    private const string Root = $"https://w3id.org/kim/amb/{Version}/schemas/schema.json";

    private static readonly Lazy<JsonSchema> Schema = new(() =>
    {
        var documents = EmbeddedData
            .Names("Amb")
            .Select(name =>
            {
                using var json = EmbeddedData.Json(name);
                return json.RootElement.Clone();
            });
        return JsonSchema.Load(documents, Root);
    });

    /// <summary>The keys of the texts for faults; whoever writes texts must have all of them.</summary>
    public static IReadOnlyList<string> MessageKeys { get; } = JsonSchema.Keywords.Select(keyword => KeyOf(keyword)).ToList();

    /// <summary>Everything that is wrong with a description; empty if it is valid.</summary>
    public static IReadOnlyList<AmbFault> Validate(JsonElement description) =>
        Schema
            .Value.Check(description)
            .Select(fault => new AmbFault(fault.Pointer, fault.Keyword, KeyOf(fault.Keyword), fault.Argument))
            .ToList();

    private static string KeyOf(string keyword) => "standards.amb.fault." + keyword.ToLowerInvariant();
}
