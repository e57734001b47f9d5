using System.Text.Json;
using System.Text.RegularExpressions;
using Dala.Platform;
using Dala.Standards.Records;

namespace Dala.Library.Importing;

/// <summary>Reads a mapping from JSON and tells everything that is wrong with it at once.</summary>
internal sealed class MappingReader
{
    private const string LanguageMap = "@map";
    private const string Amb = "amb";

    private static readonly string[] MappingWords = ["name", "version", "source", "tables", "lookups"];
    private static readonly string[] SourceWords = ["title", "url", "licence", "attribution"];
    private static readonly string[] TableWords =
    [
        "files",
        "files-apart",
        "like",
        "reader",
        "leave-out",
        "keep-only",
        "language",
        "identifier",
        "require",
        "validate",
        "fields",
    ];
    private static readonly string[] ReaderWords = ["kind", "separator", "header", "records", "children"];
    private static readonly string[] RuleWords =
    [
        "from",
        "value",
        "template",
        "first",
        "when",
        "split",
        "match",
        "replace",
        "lookup",
        "else",
        "as",
        "in",
    ];
    private static readonly Dictionary<string, ValueKind> Kinds = Enum.GetValues<ValueKind>()
        .ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private readonly List<Fault> faults = [];
    private readonly Dictionary<string, MappingLookup> lookups = new(StringComparer.Ordinal);
    private string mapping = "";

    public static Outcome<Mapping> Read(string file, JsonElement json)
    {
        var reader = new MappingReader();
        var read = reader.Mapping(new("", json));
        return read is not null && reader.faults.Count == 0 ? read : MappingProblems.Invalid(file, reader.faults);
    }

    private Mapping? Mapping(Node json)
    {
        if (!IsObject(json, MappingWords))
            return null;
        var name = Required(json, "name") is { } named ? Text(named) : null;
        var version = Required(json, "version") is { } numbered ? Number(numbered) : 0;
        mapping = $"{name}@{version}";
        if (json.At("lookups") is { } terms && IsObject(terms, null))
        {
            foreach (var lookup in terms.Properties())
                lookups[lookup.Name] = new MappingLookup(Lookup(lookup));
        }

        var source = Required(json, "source") is { } catalogue ? Source(catalogue) : null;
        var tables = Required(json, "tables") is { } listed ? Tables(listed) : [];
        return name is null || source is null ? null : new Mapping(name, version, source, tables);
    }

    private MappingSource? Source(Node json)
    {
        if (!IsObject(json, SourceWords))
            return null;
        var title = Required(json, "title") is { } titled ? Text(titled) : null;
        return new MappingSource(title ?? "", Optional(json, "url"), Optional(json, "licence"), Optional(json, "attribution"));
    }

    private Dictionary<string, IReadOnlyList<string>> Lookup(Node json)
    {
        var terms = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        if (IsObject(json, null))
        {
            foreach (var term in json.Properties())
                terms[term.Name] = Texts(term);
        }

        return terms;
    }

    private List<MappingTable> Tables(Node json)
    {
        var tables = new List<MappingTable>();
        if (json.Json.ValueKind != JsonValueKind.Array || json.Json.GetArrayLength() == 0)
        {
            Wrong(json, MappingProblems.WrongType, "array");
            return tables;
        }

        foreach (var table in json.Items())
        {
            if (IsObject(table, TableWords) && Table(table, json) is { } read)
                tables.Add(read);
        }

        return tables;
    }

    private MappingTable? Table(Node json, Node all)
    {
        var model = json.At("like") is { } like ? Model(like, json, all) : null;
        Node? At(string word) => json.At(word) ?? model?.At(word);

        var files = Required(json, "files") is { } patterns ? Texts(patterns) : [];
        var format = At("reader") is { } reader ? Format(reader) : Missing<RecordFormat>(json, "reader");
        if (At("keep-only") is { } reason)
        {
            return new MappingTable
            {
                Mapping = mapping,
                Files = files,
                Format = format!,
                KeepOnly = Text(reason),
                FilesApart = At("files-apart") is { Json.ValueKind: JsonValueKind.True },
            };
        }

        var fields = At("fields") is { } rules ? Rules(rules) : Missing<List<(string, MappingRule)>>(json, "fields");
        var identifier = At("identifier") is { } named
            ? RuleOrRules(named, "identifier")
            : Missing<List<MappingRule>>(json, "identifier");
        if (
            At("validate") is { } schema
            && Text(schema) is { } name
            && (name != Amb || format is not { Kind: "json" or "jsonl" })
        )
            Wrong(schema, MappingProblems.UnknownSchema, name, Amb);
        return new MappingTable
        {
            Mapping = mapping,
            Files = files,
            Format = format!,
            FilesApart = At("files-apart") is { Json.ValueKind: JsonValueKind.True },
            LeaveOut = At("leave-out") is { } left ? left.ItemsOrSelf().Select(Conditions).ToList() : [],
            ValidateAmb = At("validate") is not null,
            Language = At("language") is { } language ? RuleOrRules(language, Fields.Language) : [],
            Identifier = identifier ?? [],
            Require = At("require") is { } require ? Required(require) : [Fields.Title],
            Rules = fields ?? [],
        };
    }

    /// <summary>The table of the same mapping that another is like, by the pattern of its files.</summary>
    private Node? Model(Node like, Node self, Node all)
    {
        var pattern = Text(like);
        foreach (var table in all.Items())
        {
            if (
                table.Pointer != self.Pointer
                && table.Json.ValueKind == JsonValueKind.Object
                && table.At("files") is { Json.ValueKind: JsonValueKind.String } files
                && files.Json.GetString() == pattern
            )
                return table;
        }

        if (pattern is not null)
            Wrong(like, MappingProblems.UnknownTable, pattern);
        return null;
    }

    private List<string> Required(Node json)
    {
        var required = json.Json.ValueKind == JsonValueKind.Array && json.Json.GetArrayLength() == 0 ? [] : Texts(json);
        foreach (var field in required)
            IsField(json, field);
        return [.. required];
    }

    private RecordFormat? Format(Node json)
    {
        if (!IsObject(json, ReaderWords))
            return null;
        var kind = Required(json, "kind") is { } named ? Text(named) : null;
        if (kind is not null && !RecordReader.Kinds.Contains(kind, StringComparer.Ordinal))
            Wrong(json.At("kind")!, MappingProblems.UnknownReader, kind, MappingProblems.Nearest(kind, RecordReader.Kinds));
        var separator = Optional(json, "separator");
        if (separator is { Length: not 1 })
            Wrong(json.At("separator")!, MappingProblems.BadValue, separator);
        return new RecordFormat
        {
            Kind = kind ?? "",
            Separator = separator is [var only] ? only : null,
            Header = json.At("header") is not { } header || Flag(header),
            Records = Optional(json, "records") ?? "",
            Children = Optional(json, "children"),
        };
    }

    private List<(string Field, MappingRule Rule)> Rules(Node json)
    {
        var rules = new List<(string, MappingRule)>();
        if (!IsObject(json, null))
            return rules;
        foreach (var field in json.Properties())
        {
            if (!IsField(field, field.Name))
                continue;
            foreach (var rule in RuleOrRules(field, field.Name))
                rules.Add((field.Name, rule));
        }

        return rules;
    }

    private List<MappingRule> RuleOrRules(Node json, string field)
    {
        var rules = new List<MappingRule>();
        foreach (var item in json.ItemsOrSelf())
        {
            if (Rule(item, field) is { } rule)
                rules.Add(rule);
        }

        return rules;
    }

    private MappingRule? Rule(Node json, string field)
    {
        var name = $"{mapping}/{field}";
        if (json.Json.ValueKind == JsonValueKind.String)
            return new MappingRule
            {
                Name = name,
                From = Texts(json),
                As = ValueKinds.Of(field),
            };
        if (!IsObject(json, RuleWords))
            return null;

        string[] origins = ["from", "value", "template"];
        if (origins.Count(word => json.At(word) is not null) != 1)
            Wrong(json, MappingProblems.NotOneOrigin, string.Join(", ", origins));
        var language = json.At("in");
        var inMap = language is { Json.ValueKind: JsonValueKind.String } && language.Json.GetString() == LanguageMap;
        var rule = new MappingRule
        {
            Name = name,
            From = json.At("from") is { } from ? Texts(from) : [],
            Value = Optional(json, "value"),
            Template = json.At("template") is { } template ? Template(template) : null,
            First = json.At("first") is { } first && Flag(first),
            When = json.At("when") is { } when ? Conditions(when) : [],
            Split = json.At("split") is { } split ? [.. Texts(split)] : [],
            Match = json.At("match") is { } match ? Pattern(match) : null,
            Replace = Optional(json, "replace"),
            Lookup = json.At("lookup") is { } lookup ? Known(lookup) : null,
            Else = json.At("else") is { } other ? Else(other) : MappingRule.Skip,
            As = json.At("as") is { } kind ? Kind(kind) : ValueKinds.Of(field),
            InLanguageMap = inMap,
            In = language is null || inMap ? [] : In(language),
        };
        if (rule.Replace is not null && rule.Match is null)
            Missing<string>(json, "match");
        if (json.At("else") is not null && json.At("lookup") is null)
            Missing<string>(json, "lookup");
        CheckTerms(json, rule);
        return rule;
    }

    /// <summary>The language of values: a tag as it stands, or a rule that finds it.</summary>
    private List<MappingRule> In(Node json)
    {
        if (json.Json.ValueKind != JsonValueKind.String)
            return RuleOrRules(json, Fields.Language);
        if (Text(json) is not { } tag)
            return [];
        if (!IsOfKind(ValueKind.Language, tag))
            Wrong(json, MappingProblems.BadValue, tag);
        return
        [
            new MappingRule
            {
                Name = $"{mapping}/{Fields.Language}",
                Value = tag,
                As = ValueKind.Language,
            },
        ];
    }

    /// <summary>Terms that stand in the mapping itself must be good before any record is read.</summary>
    private void CheckTerms(Node json, MappingRule rule)
    {
        if (rule.Value is { } value && !IsOfKind(rule.As, value))
            Wrong(json.At("value")!, MappingProblems.BadValue, value);
        foreach (var term in rule.Lookup?.Values ?? [])
        {
            if (!IsOfKind(rule.As, term))
                Wrong(json.At("lookup")!, MappingProblems.BadValue, term);
        }
    }

    private static bool IsOfKind(ValueKind kind, string term) => ValueKinds.Make(kind, term).Value is { Length: > 0 };

    private List<MappingCondition> Conditions(Node json)
    {
        var conditions = new List<MappingCondition>();
        if (!IsObject(json, null))
            return conditions;
        foreach (var path in json.Properties())
            conditions.Add(new MappingCondition(path.Name, Texts(path)));
        return conditions;
    }

    private MappingTemplate? Template(Node json)
    {
        if (Text(json) is not { } text)
            return null;
        var template = MappingTemplate.Parse(text);
        if (template is null)
            Wrong(json, MappingProblems.BadTemplate, text);
        return template;
    }

    private Regex? Pattern(Node json)
    {
        if (Text(json) is not { } pattern)
            return null;
        try
        {
            // Mappings are data, so no pattern in one may run away with the machine.
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            Wrong(json, MappingProblems.BadPattern, pattern, fault.Message);
            return null;
        }
    }

    private MappingLookup? Known(Node json)
    {
        if (Text(json) is not { } name)
            return null;
        if (lookups.TryGetValue(name, out var lookup))
            return lookup;
        Wrong(json, MappingProblems.UnknownLookup, name, MappingProblems.Nearest(name, lookups.Keys));
        return null;
    }

    private string Else(Node json)
    {
        var word = Text(json) ?? MappingRule.Skip;
        if (word is not (MappingRule.Skip or MappingRule.Keep))
            IsField(json, word);
        return word;
    }

    private ValueKind Kind(Node json)
    {
        if (Text(json) is not { } name)
            return ValueKind.Line;
        if (Kinds.TryGetValue(name, out var kind))
            return kind;
        Wrong(json, MappingProblems.UnknownKind, name, MappingProblems.Nearest(name, Kinds.Keys));
        return ValueKind.Line;
    }

    private bool IsField(Node json, string field)
    {
        // What no rule uses goes there by itself.
        if (field != Fields.Other && Fields.All.Contains(field, StringComparer.Ordinal))
            return true;
        Wrong(
            json,
            MappingProblems.UnknownField,
            field,
            MappingProblems.Nearest(field, Fields.All.Where(known => known != Fields.Other))
        );
        return false;
    }

    private bool IsObject(Node json, string[]? words)
    {
        if (json.Json.ValueKind != JsonValueKind.Object)
        {
            Wrong(json, MappingProblems.WrongType, "object");
            return false;
        }

        foreach (var property in words is null ? [] : json.Properties())
        {
            if (!words!.Contains(property.Name, StringComparer.Ordinal))
                Wrong(property, MappingProblems.UnknownWord, property.Name, MappingProblems.Nearest(property.Name, words!));
        }

        return true;
    }

    private Node? Required(Node json, string word)
    {
        var found = json.At(word);
        if (found is null)
            Missing<string>(json, word);
        return found;
    }

    private T? Missing<T>(Node json, string word)
        where T : class
    {
        Wrong(json, MappingProblems.MissingWord, word);
        return null;
    }

    private string? Optional(Node json, string word) => json.At(word) is { } found ? Text(found) : null;

    private string? Text(Node json)
    {
        if (json.Json.ValueKind == JsonValueKind.String && json.Json.GetString() is { Length: > 0 } text)
            return text;
        Wrong(json, MappingProblems.WrongType, "text");
        return null;
    }

    private IReadOnlyList<string> Texts(Node json)
    {
        if (json.Json.ValueKind == JsonValueKind.Array && json.Json.GetArrayLength() == 0)
            Wrong(json, MappingProblems.WrongType, "text");
        return [.. json.ItemsOrSelf().Select(Text).OfType<string>()];
    }

    private int Number(Node json)
    {
        if (json.Json.ValueKind == JsonValueKind.Number && json.Json.TryGetInt32(out var number) && number > 0)
            return number;
        Wrong(json, MappingProblems.WrongType, "number");
        return 0;
    }

    private bool Flag(Node json)
    {
        if (json.Json.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return json.Json.GetBoolean();
        Wrong(json, MappingProblems.WrongType, "boolean");
        return false;
    }

    private void Wrong(Node json, string code, params object[] arguments)
    {
        var fault = new Fault(json.Pointer, code, arguments);
        if (
            !faults.Exists(known =>
                known.Pointer == fault.Pointer && known.Code == code && known.Arguments.SequenceEqual(arguments)
            )
        )
            faults.Add(fault);
    }

    /// <summary>A piece of the JSON and the pointer to it (RFC 6901).</summary>
    private sealed record Node(string Pointer, JsonElement Json, string Name = "")
    {
        public Node? At(string word) =>
            Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(word, out var value)
                ? new(Below(word), value, word)
                : null;

        public IEnumerable<Node> Properties() =>
            Json.EnumerateObject().Select(property => new Node(Below(property.Name), property.Value, property.Name));

        public IEnumerable<Node> Items() => Json.EnumerateArray().Select((item, index) => new Node($"{Pointer}/{index}", item));

        public IEnumerable<Node> ItemsOrSelf() => Json.ValueKind == JsonValueKind.Array ? Items() : [this];

        private string Below(string name) =>
            $"{Pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
    }
}
