using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dala.Library.Api;

/// <summary>How the library's answers to programs are written, on the web and on the command line alike.</summary>
public static class LibraryJson
{
    /// <summary>Camel case, nulls left out, letters as they are.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);
}
