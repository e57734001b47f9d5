using System.Text.Json;

namespace Dala.Standards;

/// <summary>Opens the data files that travel inside this assembly.</summary>
internal static class EmbeddedData
{
    public static JsonDocument Json(string name)
    {
        using var stream = Open(name);
        return JsonDocument.Parse(stream);
    }

    public static Stream Open(string name) =>
        typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The assembly does not carry the data file {name}.");

    public static IEnumerable<string> Names(string folder) =>
        typeof(EmbeddedData)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
