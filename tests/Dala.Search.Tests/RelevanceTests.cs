using Dala.Bench.Relevance;
using Dala.Testing;

namespace Dala.Search.Tests;

/// <summary>The judged cases of <c>./do bench relevance</c>: what the search understands of a language may only grow.</summary>
public sealed class RelevanceTests
{
    private static readonly string Folder = Path.Combine(SharedData.Root, "tests", "Dala.Bench", "Relevance", "Sets");

    public static TheoryData<string> Languages => [.. RelevanceSet.Full, .. RelevanceSet.Small];

    [Fact]
    public void Every_set_measures_what_it_says() => Assert.Empty(RelevanceSet.ReadAll(Folder).SelectMany(SetFaults.Of));

    [Theory, MemberData(nameof(Languages))]
    public void A_language_is_understood_no_less_than_before(string language)
    {
        var set = RelevanceSet.ReadAll(Folder).Single(set => set.Language == language);
        using var index = new JudgedIndex(set);

        var measured = Tally.Of(index.Answer(set, preferring: true));

        var floor = Floor.Read(Folder)[language];
        Assert.True(
            floor.Holds(measured),
            $"{language}: recall {measured.Recall:F3} (floor {floor.Recall}), precision {measured.Precision:F3} (floor {floor.Precision})"
        );
    }
}
