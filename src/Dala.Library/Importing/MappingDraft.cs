using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dala.Standards.Records;

namespace Dala.Library.Importing;

/// <summary>The claims of one record while they are being made.</summary>
internal sealed class MappingDraft(MappingTable table, SourceRecord record) : IMappingSink
{
    /// <summary>A text of this length that a claim holds is not kept again where the record repeats it under another name.</summary>
    private const int BigText = 40;
    private const string Unread = "unread";
    private const string IdentifierField = "identifier";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? bytes;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    private readonly List<MappedClaim> claims = [];
    private readonly List<(string Path, string Value)> used = [];
    private string identifier = "";
    private string? textLanguage;
    private string field = "";
    private MappingRule? rule;
    private string? ruleLanguage;
    private int mends;

    /// <summary>Finds out what the source calls the record and which language its texts are in; a refusal where it has no name.</summary>
    public Mapped.Refused? Identify()
    {
        textLanguage = LanguageOf(table.Language);
        foreach (var candidate in table.Identifier)
        {
            var found = new Collected();
            candidate.Read(record, found);
            if (found.Values.Count == 0)
                continue;
            var made = ValueKinds.Make(candidate.As, found.Values[0].Value);
            if (made.Value is null)
                return new(IdentifierField, RecordRefusals.NotAnAddress, [found.Values[0].Value]);
            if (made.Value.Length == 0)
                continue;
            identifier = made.Value;
            if (identifier == found.Values[0].Value)
                used.AddRange(found.Leaves);
            return null;
        }

        return new(IdentifierField, RecordRefusals.NoIdentifier, [.. table.Identifier.SelectMany(candidate => candidate.Paths)]);
    }

    public void Claim()
    {
        foreach (var (about, by) in table.Rules)
        {
            (field, rule) = (about, by);
            ruleLanguage = by.In.Count > 0 ? LanguageOf(by.In) : null;
            by.Read(record, this);
        }
    }

    public bool Has(string about) => claims.Exists(claim => claim.Field == about);

    public Mapped.Described Done()
    {
        if (Other() is { } other)
            claims.Add(new(Fields.Other, other, null, null, $"{table.Mapping}/{Fields.Other}"));
        return new(identifier, claims, mends);
    }

    public bool Take(MappingValue value)
    {
        var about = value.Field ?? field;
        var kind = value.Field is null ? rule!.As : ValueKinds.Of(about);
        var made = ValueKinds.Make(kind, value.Value);
        if (made.Value is { Length: 0 })
            return false;

        mends += made.Mends;
        if (made.Value is null)
        {
            Add(
                new(Fields.Note, $"{about}: {ValueKinds.Make(ValueKind.Line, value.Value).Value}", null, value.Raw, Named(Unread))
            );
            return true;
        }

        var raw = value.Raw ?? value.Value;
        Add(
            new(
                about,
                made.Value,
                LanguageFor(about, value),
                raw == made.Value ? null : raw,
                Named(made.Step is null ? value.Step : made.Step)
            )
        );
        return true;
    }

    public void Used(string path, string value) => used.Add((path, value));

    private void Add(MappedClaim claim)
    {
        foreach (var known in claims)
        {
            if (
                known.Value == claim.Value
                && known.Field == claim.Field
                && known.Language == claim.Language
                && known.RawValue == claim.RawValue
            )
                return;
        }

        claims.Add(claim);
    }

    private string Named(string? step) => step is null ? rule!.Name : $"{rule!.Name}:{step}";

    private string? LanguageFor(string about, MappingValue value)
    {
        if (rule!.InLanguageMap)
            return value.Language;
        if (rule.In.Count > 0)
            return ruleLanguage;
        return about is Fields.Title or Fields.Description or Fields.Text or Fields.Keyword or Fields.Change
            ? textLanguage
            : null;
    }

    /// <summary>The one language that rules find; none where they find several, for then nobody knows which one a text is in.</summary>
    private string? LanguageOf(IReadOnlyList<MappingRule> rules)
    {
        var found = new Collected();
        foreach (var candidate in rules)
            candidate.Read(record, found);
        string? only = null;
        foreach (var value in found.Values)
        {
            if (ValueKinds.Tag(value.Value) is not { } tag || tag == only)
                continue;
            if (only is not null)
                return null;
            only = tag;
        }

        return only;
    }

    /// <summary>Everything in the record that no claim holds, as one JSON object; null where there is nothing.</summary>
    private string? Other()
    {
        List<(string Path, List<string> Values)>? left = null;
        foreach (var (path, value) in record.Leaves())
        {
            if (string.IsNullOrWhiteSpace(value) || IsUsed(path, value))
                continue;
            left ??= [];
            var at = left.FindIndex(leaf => leaf.Path == path);
            if (at < 0)
                left.Add((path, [value]));
            else
                left[at].Values.Add(value);
        }

        return left is null ? null : Json(left);
    }

    private bool IsUsed(string path, string value)
    {
        foreach (var (usedPath, usedValue) in used)
        {
            if (value == usedValue && (value.Length >= BigText || MappingPaths.LeadsTo(usedPath, path)))
                return true;
        }

        return false;
    }

    private static string Json(List<(string Path, List<string> Values)> leaves)
    {
        bytes ??= new ArrayBufferWriter<byte>(512);
        bytes.ResetWrittenCount();
        writer ??= new Utf8JsonWriter(bytes, Plain);
        writer.Reset(bytes);
        writer.WriteStartObject();
        foreach (var (path, values) in leaves)
        {
            writer.WritePropertyName(path);
            if (values is [var only])
            {
                writer.WriteStringValue(only);
                continue;
            }

            writer.WriteStartArray();
            foreach (var value in values)
                writer.WriteStringValue(value);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Values that are looked at and make no claim.</summary>
    private sealed class Collected : IMappingSink
    {
        public List<MappingValue> Values { get; } = [];
        public List<(string Path, string Value)> Leaves { get; } = [];

        public bool Take(MappingValue value)
        {
            Values.Add(value);
            return true;
        }

        public void Used(string path, string value) => Leaves.Add((path, value));
    }
}
