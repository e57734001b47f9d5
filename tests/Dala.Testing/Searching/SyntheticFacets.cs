using System.Globalization;

namespace Dala.Testing.Searching;

/// <summary>The five facet fields of synthetic records: 45 values in four of them, and 400 subjects.</summary>
public static class SyntheticFacets
{
    public const int Language = 0;
    public const int Type = 1;
    public const int Tier = 2;
    public const int Level = 3;
    public const int Subject = 4;

    public static IReadOnlyList<string> Fields { get; } = ["language", "type", "tier", "level", "subject"];

    /// <summary>The values of each field; their order by number is their order as text.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Values { get; } =
    [
        [.. SyntheticLanguage.All.Select(one => one.Language.Tag)],
        Numbered("type", 25),
        Numbered("tier", 5),
        Numbered("level", 9),
        Numbered("subject", 400),
    ];

    private static string[] Numbered(string name, int count) =>
        [.. Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{name}-{number:000}"))];
}
