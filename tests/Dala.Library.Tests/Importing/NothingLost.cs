using System.Text.Json;
using Dala.Library.Importing;
using Dala.Standards.Records;

namespace Dala.Library.Tests.Importing;

/// <summary>Finds what a record holds and its claims do not.</summary>
internal static class NothingLost
{
    private static readonly string[] Separators = ["|", ",", "/", "،", "、"];

    /// <summary>The leaves that stand neither in an identifier, a value, a raw value or a rule, nor in what is kept besides.</summary>
    public static IEnumerable<string> LostOf(SourceRecord record, Mapped.Described described)
    {
        var held = Held(described);
        return record
            .Leaves()
            .Where(leaf => !IsHeld(leaf.Value, held))
            .Select(leaf => $"{described.Identifier} {leaf.Key}: {leaf.Value}")
            .ToList();
    }

    /// <summary>Every text that the claims of a record hold.</summary>
    private static HashSet<string> Held(Mapped.Described described)
    {
        var held = new HashSet<string>(StringComparer.Ordinal) { described.Identifier };
        foreach (var claim in described.Claims)
        {
            held.Add(claim.Value);
            held.Add(claim.RawValue ?? claim.Value);
            held.UnionWith(claim.Rule.Split(':')[1..]);
            if (claim.Field == Fields.Other)
                held.UnionWith(Texts(claim.Value));
        }

        return held;
    }

    private static bool IsHeld(string leaf, HashSet<string> held) =>
        string.IsNullOrWhiteSpace(leaf)
        || IsIn(leaf, held)
        || leaf.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .All(piece => IsIn(piece, held));

    private static bool IsIn(string text, HashSet<string> held) =>
        held.Contains(text) || held.Any(one => one.Contains(text, StringComparison.Ordinal));

    private static IEnumerable<string> Texts(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        return
        [
            .. parsed
                .RootElement.EnumerateObject()
                .Select(property => property.Value)
                .SelectMany(value => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value])
                .Select(text => text.GetString()!),
        ];
    }
}
