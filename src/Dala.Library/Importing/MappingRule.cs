using System.Text.RegularExpressions;
using Dala.Standards.Records;

namespace Dala.Library.Importing;

/// <summary>One rule of a mapping: which values of a record it takes, and what it makes of them.</summary>
internal sealed class MappingRule
{
    public const string Skip = "skip";
    public const string Keep = "keep";
    private const string Constant = "constant";

    /// <summary>The rule as claims name it: <c>oer-commons-csv@1/title</c>.</summary>
    public required string Name { get; init; }
    public IReadOnlyList<string> From { get; init; } = [];
    public string? Value { get; init; }
    public MappingTemplate? Template { get; init; }

    /// <summary>Whether only the first path that has a value counts.</summary>
    public bool First { get; init; }
    public IReadOnlyList<MappingCondition> When { get; init; } = [];
    public string[] Split { get; init; } = [];

    /// <summary>Only what matches is taken: the first group, or where there is none all of the match.</summary>
    public Regex? Match { get; init; }

    /// <summary>What is made of a match instead, with <c>$1</c> for its groups.</summary>
    public string? Replace { get; init; }
    public MappingLookup? Lookup { get; init; }

    /// <summary>What becomes of a value that the lookup does not know: <c>skip</c>, <c>keep</c>, or the field it goes to.</summary>
    public string Else { get; init; } = Skip;
    public ValueKind As { get; init; }

    /// <summary>The language of the values, by rules of its own; none leaves it to the table.</summary>
    public IReadOnlyList<MappingRule> In { get; init; } = [];

    /// <summary>Whether the values lie in a JSON object whose keys are their languages.</summary>
    public bool InLanguageMap { get; init; }

    /// <summary>Where the rule looks.</summary>
    public IEnumerable<string> Paths => Template?.Paths ?? From;

    /// <summary>Gives every value that the rule takes from a record.</summary>
    public void Read(SourceRecord record, IMappingSink sink)
    {
        if (Met(record) is not { } met)
            return;
        var step = met.Count == 0 ? null : string.Join(':', met);
        var any =
            Value is not null ? sink.Take(new() { Value = Value, Step = step ?? Constant })
            : Template is not null ? ReadTemplate(record, sink, step)
            : InLanguageMap ? ReadLanguageMap(record, sink, step)
            : As == ValueKind.Reference ? ReadThings(record, sink, step)
            : ReadPaths(record, sink, step);

        // The rule's name tells them, so they need not be kept besides.
        for (var at = 0; any && at < met.Count; at++)
            sink.Used(When[at].Path, met[at]);
    }

    /// <summary>The values by which a record meets the rule's conditions, or null where it does not meet all.</summary>
    private IReadOnlyList<string>? Met(SourceRecord record)
    {
        if (When.Count == 0)
            return [];
        var met = new string[When.Count];
        for (var at = 0; at < met.Length; at++)
        {
            if (When[at].Met(record) is not { } value)
                return null;
            met[at] = value;
        }

        return met;
    }

    private bool ReadTemplate(SourceRecord record, IMappingSink sink, string? step)
    {
        if (Template!.Fill(record) is not { } filled)
            return false;
        if (!sink.Take(new() { Value = filled.Text, Step = step }))
            return false;
        foreach (var (path, value) in filled.Holes)
            sink.Used(path, value);
        return true;
    }

    private bool ReadLanguageMap(SourceRecord record, IMappingSink sink, string? step)
    {
        var any = false;
        foreach (var path in From)
        {
            foreach (var (language, value) in record.LanguageMap(path))
            {
                var tag = ValueKinds.Tag(language);
                var taken = sink.Take(
                    new()
                    {
                        Raw = value,
                        Value = value,
                        Language = tag,
                        Step = step,
                    }
                );
                any |= taken;

                // Where the language is not known, only its place in the record still tells it.
                if (taken && tag is not null)
                    sink.Used($"{path}.{language}", value);
            }
        }

        return any;
    }

    private bool ReadThings(SourceRecord record, IMappingSink sink, string? step)
    {
        var any = false;
        foreach (var thing in From.SelectMany(record.Things))
        {
            if (
                !sink.Take(
                    new()
                    {
                        Raw = thing.Raw,
                        Value = thing.Value,
                        Step = step,
                    }
                )
            )
                continue;
            any = true;
            foreach (var (path, value) in thing.Leaves)
                sink.Used(path, value);
        }

        return any;
    }

    private bool ReadPaths(SourceRecord record, IMappingSink sink, string? step)
    {
        var any = false;
        foreach (var path in From)
        {
            foreach (var value in record.Values(path))
            {
                var (taken, whole) = ReadValue(value, sink, step);
                if (whole)
                    sink.Used(path, value);
                any |= taken;
                if (any && First)
                    return true;
            }
        }

        return any;
    }

    /// <summary>Whether anything was taken of the value, and whether all of it was.</summary>
    private (bool Any, bool Whole) ReadValue(string value, IMappingSink sink, string? step)
    {
        if (Split.Length == 0)
        {
            var taken = ReadPiece(value, sink, step);
            return (taken, taken);
        }

        var (any, whole) = (false, true);
        foreach (var piece in value.Split(Split, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var taken = ReadPiece(piece, sink, step);
            any |= taken;
            whole &= taken;
        }

        return (any, any && whole);
    }

    private bool ReadPiece(string raw, IMappingSink sink, string? step)
    {
        var value = raw;
        if (Match is not null)
        {
            var match = Match.Match(raw);
            if (!match.Success)
                return false;
            value =
                Replace is not null ? match.Result(Replace)
                : match.Groups.Count > 1 ? match.Groups[1].Value
                : match.Value;
        }

        if (Lookup is null)
            return sink.Take(
                new()
                {
                    Raw = raw,
                    Value = value,
                    Step = step,
                }
            );

        var found = Lookup.Find(value);
        if (found.Values.Count == 0)
        {
            return Else switch
            {
                Skip => false,
                Keep => sink.Take(
                    new()
                    {
                        Raw = raw,
                        Value = value,
                        Step = step,
                    }
                ),
                _ => sink.Take(
                    new()
                    {
                        Raw = raw,
                        Value = value,
                        Step = step,
                        Field = Else,
                    }
                ),
            };
        }

        var all = true;
        var by = step is null ? found.Step : $"{step}:{found.Step}";
        foreach (var term in found.Values)
            all &= sink.Take(
                new()
                {
                    Raw = raw,
                    Value = term,
                    Step = by,
                }
            );
        return all;
    }
}

/// <summary>A value on its way from a record to a claim.</summary>
internal readonly record struct MappingValue
{
    /// <summary>What stood in the record; null where the value did not stand there as one.</summary>
    public string? Raw { get; init; }
    public required string Value { get; init; }

    /// <summary>The tag of the language, where the record names one beside the value.</summary>
    public string? Language { get; init; }

    /// <summary>What is added to the name of the rule.</summary>
    public string? Step { get; init; }

    /// <summary>The field, where it is another than the rule's.</summary>
    public string? Field { get; init; }
}

/// <summary>Where the values of a rule go.</summary>
internal interface IMappingSink
{
    /// <summary>Takes a value; false where nothing of it was kept.</summary>
    bool Take(MappingValue value);

    /// <summary>A value of the record that went wholly into what was taken.</summary>
    void Used(string path, string value);
}
