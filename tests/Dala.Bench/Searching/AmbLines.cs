using System.Globalization;
using System.Text.Json;
using Dala.Testing.Searching;

namespace Dala.Bench.Searching;

/// <summary>Synthetic records as a file that the library imports: the AMB profile (https://w3id.org/kim/amb/20231019/), a record a line.</summary>
internal static class AmbLines
{
    private static readonly string[] Types =
    [
        "course",
        "video",
        "text",
        "worksheet",
        "simulation",
        "image",
        "lesson_plan",
        "assessment",
    ];

    // Of the German classification of subjects in higher education, those that the mapping knows as different subjects of ISCED-F.
    private static readonly string[] Subjects = ["n008", "n026", "n032", "n050", "n052", "n067", "n068"];

    private static readonly string[] Licences =
    [
        "https://creativecommons.org/licenses/by/4.0/",
        "https://creativecommons.org/licenses/by-sa/4.0/",
        "https://creativecommons.org/publicdomain/zero/1.0/",
        "https://creativecommons.org/licenses/by-nc/4.0/",
        "https://creativecommons.org/licenses/by-nd/4.0/",
    ];

    public static void Write(string path, IEnumerable<SyntheticRecord> records)
    {
        using var file = new StreamWriter(path);
        foreach (var record in records)
            file.WriteLine(JsonSerializer.Serialize(Amb(record)));
    }

    private static Dictionary<string, object> Amb(SyntheticRecord record)
    {
        var language = SyntheticLanguage.All[record.Language].Language.Tag;
        return new Dictionary<string, object>
        {
            ["@context"] = new object[]
            {
                "https://w3id.org/kim/amb/context.jsonld",
                new Dictionary<string, string> { ["@language"] = language },
            },
            ["id"] = $"https://example.org/{record.Key}",
            ["type"] = new[] { "LearningResource" },
            ["name"] = record.Title,
            ["description"] = record.Text,
            ["inLanguage"] = new[] { language },
            ["datePublished"] = new DateOnly(2000, 1, 1)
                .AddDays(record.Date)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["license"] = Id(Licences[record.Tier]),
            ["learningResourceType"] = new[] { Id($"https://w3id.org/kim/hcrt/{Types[record.Type % Types.Length]}") },
            ["educationalLevel"] = record.Levels.Select(level => Id($"https://w3id.org/kim/educationalLevel/level_{level}")),
            ["about"] = record
                .Subjects.Select(subject => Subjects[subject % Subjects.Length])
                .Distinct()
                .Select(subject => Id($"https://w3id.org/kim/hochschulfaechersystematik/{subject}")),
        };
    }

    private static Dictionary<string, string> Id(string id) => new() { ["id"] = id };
}
