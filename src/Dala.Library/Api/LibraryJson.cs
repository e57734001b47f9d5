using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

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

    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // What is written was made by the compiler.
        SkipValidation = true,
    };

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>The same bytes as <see cref="Text"/>, without looking at the type again for each answer.</summary>
    public static void Write<T>(IBufferWriter<byte> to, T value, JsonTypeInfo<T> type)
    {
        using var writer = new Utf8JsonWriter(to, Writing);
        type.SerializeHandler!(writer, value);
    }
}

/// <summary>The answers that are asked for most, written by code that the compiler makes.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization
)]
[JsonSerializable(typeof(FoundJson))]
public sealed partial class FrequentJson : JsonSerializerContext;
