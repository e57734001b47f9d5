using Dala.Testing;

namespace Dala.Bench.Relevance;

/// <summary>Scores how well the search understands each language, on judged cases that lie in <c>Sets</c>.</summary>
internal static class RelevanceBench
{
    private static readonly string Sets = Path.Combine(SharedData.Root, "tests", "Dala.Bench", "Relevance", "Sets");
    private static readonly string Page = Path.Combine(SharedData.Root, "docs", "performance.md");

    public static int Run(string[] options)
    {
        var sets = RelevanceSet.ReadAll(Sets);
        var faults = sets.SelectMany(SetFaults.Of).ToList();
        faults.ForEach(Console.Error.WriteLine);
        if (faults.Count > 0)
            return 1;

        if (options is ["--failures", var language, .. var more])
            return Failures(sets, language, heldOut: more.Contains("--held"));

        var measured = Measured.Of(sets);
        var report = RelevanceReport.Of(measured);
        Console.WriteLine(report);
        if (options.Contains("--write"))
            File.WriteAllText(Page, RelevanceReport.Into(File.ReadAllText(Page), report));
        if (options.Contains("--floors"))
            Floor.Write(
                Sets,
                measured.Preferring.GroupBy(result => result.Set.Language).Select(group => (group.Key, Tally.Of(group)))
            );
        return 0;
    }

    // What is held out is shown only to who asks for it in so many words: one look at it, and it no longer proves anything.
    private static int Failures(IReadOnlyList<RelevanceSet> sets, string language, bool heldOut)
    {
        if (sets.FirstOrDefault(set => set.Language == language) is not { } set)
        {
            Console.Error.WriteLine($"There is no set for {language}.");
            return 64;
        }

        using var index = new JudgedIndex(set);
        foreach (
            var failure in index.Answer(set, preferring: true).Where(result => result.Case.HeldOut == heldOut && !result.Perfect)
        )
        {
            Console.WriteLine($"{failure.Case.Kind}: {failure.Case.Query}");
            foreach (var id in failure.Missed)
                Console.WriteLine($"  missed {id}  {set.TextOf(id)}");
            foreach (var id in failure.Wrong)
                Console.WriteLine(
                    $"  {((failure.Case.MustNot ?? []).Contains(id) ? "trap  " : "wrong ")} {id}  {set.TextOf(id)}"
                );
        }

        return 0;
    }
}
