using System.Collections.Concurrent;
using System.Text;
using Dala.Library.Importing;
using Dala.Standards.Records;
using Dala.Testing;

namespace Dala.Library.Tests.Importing;

/// <summary>Maps whole files with shipped mappings, and single records with small ones.</summary>
internal static class MappingRuns
{
    private static readonly ConcurrentDictionary<string, Mapping> Loaded = new(StringComparer.Ordinal);

    public static Mapping Shipped(string name) => Loaded.GetOrAdd(name, given => MappingFile.Load(given).Value);

    /// <summary>Every record of a file of the shared data with what becomes of it; places that cannot be read at all are passed over.</summary>
    public static IEnumerable<(SourceRecord Record, Mapped Mapped)> Map(string mapping, string file) =>
        MapFile(mapping, SharedData.At(file));

    public static IEnumerable<(SourceRecord Record, Mapped Mapped)> MapFile(string mapping, string path)
    {
        var table = Shipped(mapping).TableFor(path) ?? throw new InvalidOperationException($"{mapping} has no table for {path}.");
        using var stream = File.OpenRead(path);
        foreach (var reading in RecordReader.Read(stream, Path.GetFileName(path), table.Format, new RecordLimits()))
        {
            if (reading is Reading.Read { Record: var record })
                yield return (record, table.Map(record));
        }
    }

    /// <summary>Maps one JSON record with a mapping of one table that has nothing but these words besides files and reader.</summary>
    public static Mapped MapJson(string table, string json, string lookups = "{}") => ReadAndMapJson(table, json, lookups).Mapped;

    public static (SourceRecord Record, Mapped Mapped) ReadAndMapJson(string table, string json, string lookups)
    {
        var mapping = MappingFile
            .Read(
                "test",
                Encoding.UTF8.GetBytes(
                    $$"""
                    {
                      "name": "test", "version": 1, "source": { "title": "Test" }, "lookups": {{lookups}},
                      "tables": [{ "files": "*", "reader": { "kind": "jsonl" }, {{table}} }]
                    }
                    """
                )
            )
            .Value;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var reading = RecordReader.Read(stream, "test.jsonl", mapping.Tables[0].Format, new RecordLimits()).Single();
        var record = Assert.IsType<Reading.Read>(reading).Record;
        return (record, mapping.Tables[0].Map(record));
    }

    /// <summary>The claims that rules for fields make of a JSON record with an <c>id</c>, as lines.</summary>
    public static string[] Claims(string fields, string json, string lookups = "{}") =>
        Text(MapJson($$""" "identifier": "id", "require": [], "fields": {{fields}} """, json, lookups)).Split('\n')[1..];

    /// <summary>All claims of a record as lines: field, language, value, what it was made of, rule.</summary>
    public static string Text(Mapped mapped) =>
        mapped switch
        {
            Mapped.Described described => string.Join('\n', described.Claims.Select(Text).Prepend($"= {described.Identifier}")),
            Mapped.Refused refused => $"! {refused.Field} {refused.Code} {string.Join(" | ", refused.Arguments)}",
            _ => mapped.GetType().Name,
        };

    private static string Text(MappedClaim claim)
    {
        var language = claim.Language is null ? "" : $"@{claim.Language}";
        var raw = claim.RawValue is null ? "" : $" <- {Short(claim.RawValue)}";
        var rule = claim.Rule[(claim.Rule.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return $"{claim.Field}{language}: {Short(claim.Value)}{raw} [{rule}]";
    }

    private static string Short(string value)
    {
        var line = value.ReplaceLineEndings("⏎");
        return line.Length <= 300 ? line : $"{line[..280]}… ({value.Length})";
    }
}
