using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dala.Standards.Amb;

/// <summary>A broken assertion of a JSON Schema.</summary>
internal sealed record SchemaFault(string Pointer, string Keyword, string Argument);

/// <summary>
/// An interpreter of the part of JSON Schema draft-07 that the AMB schemas use. A keyword it does not know makes loading fail,
/// so that nothing is silently left unchecked (docs/decisions/0003-amb-schema-interpreter.md).
/// </summary>
internal sealed partial class JsonSchema
{
    /// <summary>The assertions that are interpreted.</summary>
    public static readonly IReadOnlyList<string> Keywords =
    [
        "type",
        "enum",
        "const",
        "required",
        "properties",
        "additionalProperties",
        "items",
        "contains",
        "minItems",
        "pattern",
        "format",
        "anyOf",
        "oneOf",
        "allOf",
        "not",
    ];

    private static readonly string[] Annotations =
    [
        "$id",
        "$schema",
        "$comment",
        "title",
        "description",
        "default",
        "examples",
        "definitions",
    ];

    private readonly Dictionary<string, JsonElement> documents;
    private readonly Dictionary<string, Regex> patterns = new(StringComparer.Ordinal);
    private readonly JsonElement root;

    private JsonSchema(Dictionary<string, JsonElement> documents, string root)
    {
        this.documents = documents;
        this.root = documents[root];
        foreach (var document in documents.Values)
            Inspect(document);
    }

    /// <summary>Takes schemas by their <c>$id</c> and refuses what it could not check.</summary>
    public static JsonSchema Load(IEnumerable<JsonElement> schemas, string root) =>
        new(schemas.ToDictionary(schema => schema.GetProperty("$id").GetString()!, StringComparer.Ordinal), root);

    public List<SchemaFault> Check(JsonElement value)
    {
        var faults = new List<SchemaFault>();
        Check(root, value, "", faults);
        return faults;
    }

    private void Inspect(JsonElement schema)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return;
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$ref":
                    if (!documents.ContainsKey(keyword.Value.GetString()!))
                        throw new InvalidOperationException($"The schema refers to {keyword.Value}, which is not there.");
                    break;
                case "properties" or "definitions":
                    foreach (var property in keyword.Value.EnumerateObject())
                        Inspect(property.Value);
                    break;
                case "items" or "anyOf" or "oneOf" or "allOf" when keyword.Value.ValueKind == JsonValueKind.Array:
                    foreach (var part in keyword.Value.EnumerateArray())
                        Inspect(part);
                    break;
                case "items" or "contains" or "not" or "additionalProperties":
                    Inspect(keyword.Value);
                    break;
                case "pattern":
                    var pattern = keyword.Value.GetString()!;
                    // ECMA 262, which JSON Schema means, knows only ASCII digits; the limit keeps a hostile text from running on.
                    patterns[pattern] = new(pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));
                    break;
                case "format" when keyword.Value.GetString() is not ("uri" or "date" or "date-time"):
                    throw new InvalidOperationException($"The format {keyword.Value} is not interpreted.");
                default:
                    if (!Keywords.Contains(keyword.Name) && !Annotations.Contains(keyword.Name))
                        throw new InvalidOperationException($"The keyword {keyword.Name} is not interpreted.");
                    break;
            }
        }
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<SchemaFault> faults)
    {
        if (schema.ValueKind == JsonValueKind.True)
            return;
        if (schema.ValueKind == JsonValueKind.False)
        {
            faults.Add(new(at, "not", ""));
            return;
        }

        // Draft-07, section 8.3: whatever stands beside a $ref is ignored.
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(documents[reference.GetString()!], value, at, faults);
            return;
        }

        foreach (var keyword in schema.EnumerateObject())
            Check(schema, keyword, value, at, faults);
    }

    private void Check(JsonElement schema, JsonProperty keyword, JsonElement value, string at, List<SchemaFault> faults)
    {
        var expected = keyword.Value;
        var isText = value.ValueKind == JsonValueKind.String;
        var isList = value.ValueKind == JsonValueKind.Array;
        var isObject = value.ValueKind == JsonValueKind.Object;
        switch (keyword.Name)
        {
            case "type" when !IsOfType(value, expected):
                Fault(expected.ValueKind == JsonValueKind.String ? expected.GetString()! : expected.GetRawText());
                break;
            case "enum" when !expected.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)):
                Fault(string.Join(", ", expected.EnumerateArray().Take(4)) + (expected.GetArrayLength() > 4 ? ", …" : ""));
                break;
            case "const" when !JsonElement.DeepEquals(expected, value):
                Fault(expected.ToString());
                break;
            case "pattern" when isText && !patterns[expected.GetString()!].IsMatch(value.GetString()!):
                Fault(expected.GetString()!);
                break;
            case "format" when isText && !IsOfFormat(value.GetString()!, expected.GetString()!):
                Fault(expected.GetString()!);
                break;
            case "minItems" when isList && value.GetArrayLength() < expected.GetInt32():
                Fault(expected.GetRawText());
                break;
            case "required" when isObject:
                foreach (var name in expected.EnumerateArray().Select(name => name.GetString()!))
                {
                    if (!value.TryGetProperty(name, out _))
                        Fault(name);
                }

                break;
            case "properties" when isObject:
                foreach (var property in expected.EnumerateObject())
                {
                    if (value.TryGetProperty(property.Name, out var child))
                        Check(property.Value, child, $"{at}/{Escape(property.Name)}", faults);
                }

                break;
            case "additionalProperties" when isObject:
                foreach (var property in value.EnumerateObject().Where(property => !IsNamed(schema, property.Name)))
                {
                    if (expected.ValueKind == JsonValueKind.False)
                        Fault(property.Name);
                    else
                        Check(expected, property.Value, $"{at}/{Escape(property.Name)}", faults);
                }

                break;
            case "items" when isList:
                var position = 0;
                foreach (var item in value.EnumerateArray())
                {
                    if (expected.ValueKind != JsonValueKind.Array)
                        Check(expected, item, Invariant($"{at}/{position}"), faults);
                    else if (position < expected.GetArrayLength())
                        Check(expected[position], item, Invariant($"{at}/{position}"), faults);
                    position++;
                }

                break;
            case "contains" when isList && !value.EnumerateArray().Any(item => Fits(expected, item)):
                Fault("");
                break;
            case "allOf":
                foreach (var part in expected.EnumerateArray())
                    Check(part, value, at, faults);
                break;
            case "anyOf" when !expected.EnumerateArray().Any(form => Fits(form, value)):
                Fault("");
                break;
            case "oneOf":
                var fitting = expected.EnumerateArray().Count(form => Fits(form, value));
                if (fitting != 1)
                    Fault(Invariant($"{fitting}"));
                break;
            case "not" when Fits(expected, value):
                Fault("");
                break;
            default:
                break;
        }

        void Fault(string argument) => faults.Add(new(at, keyword.Name, argument));
    }

    private bool Fits(JsonElement schema, JsonElement value)
    {
        var faults = new List<SchemaFault>();
        Check(schema, value, "", faults);
        return faults.Count == 0;
    }

    private static bool IsNamed(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out _);

    private static bool IsOfType(JsonElement value, JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(one => IsOfType(value, one))
            : type.GetString() switch
            {
                "object" => value.ValueKind == JsonValueKind.Object,
                "array" => value.ValueKind == JsonValueKind.Array,
                "string" => value.ValueKind == JsonValueKind.String,
                "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
                "null" => value.ValueKind == JsonValueKind.Null,
                "number" => value.ValueKind == JsonValueKind.Number,
                "integer" => value.ValueKind == JsonValueKind.Number && value.GetDecimal() % 1 == 0,
                var other => throw new InvalidOperationException($"JSON Schema has no type {other}."),
            };

    private static bool IsOfFormat(string text, string format) =>
        format switch
        {
            "uri" => IsUri(text),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => IsDateTime(text),
        };

    /// <summary>RFC 3986 with a scheme; blanks and letters outside ASCII must be escaped.</summary>
    private static bool IsUri(string text) =>
        text.Length > 0
        && char.IsAsciiLetter(text[0])
        && text.All(letter =>
            letter is > ' ' and < '\u007F' and not ('<' or '>' or '"' or '\\' or '^' or '`' or '{' or '|' or '}')
        )
        && Uri.TryCreate(text, UriKind.Absolute, out _);

    /// <summary>RFC 3339, section 5.6, but the zone may be left out, as AMB's description of its dates says.</summary>
    private static bool IsDateTime(string text) =>
        DateAndTime().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex(
        @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?(Z|[+-][0-9]{2}:[0-9]{2})?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex DateAndTime();
}
