namespace Dala.Bench.Relevance;

/// <summary>Every set, answered in three ways.</summary>
/// <param name="Preferring">An index of the language alone, the reader's languages known.</param>
/// <param name="Plain">The same, the reader's languages not known.</param>
/// <param name="Together">One index over all sets, the reader's languages known.</param>
internal sealed record Measured(
    IReadOnlyList<CaseResult> Preferring,
    IReadOnlyList<CaseResult> Plain,
    IReadOnlyList<CaseResult> Together
)
{
    public static Measured Of(IReadOnlyList<RelevanceSet> sets)
    {
        List<CaseResult> preferring = [];
        List<CaseResult> plain = [];
        foreach (var set in sets)
        {
            using var alone = new JudgedIndex(set);
            preferring.AddRange(alone.Answer(set, preferring: true));
            plain.AddRange(alone.Answer(set, preferring: false));
        }

        using var all = new JudgedIndex(sets);
        return new(preferring, plain, [.. sets.SelectMany(set => all.Answer(set, preferring: true))]);
    }
}
