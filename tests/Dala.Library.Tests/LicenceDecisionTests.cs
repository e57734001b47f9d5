using Dala.Standards.Licences;

namespace Dala.Library.Tests;

public sealed class LicenceDecisionTests
{
    private static readonly string[] Statements =
    [
        "https://creativecommons.org/licenses/by/4.0/",
        "CC BY",
        "CC BY-SA 4.0",
        "CC BY-NC 4.0",
        "CC BY-NC-SA 4.0",
        "CC BY-ND 4.0",
        "CC0 1.0",
        "All rights reserved",
        "ask the teacher",
    ];

    [Theory]
    [InlineData("CC BY 4.0", "CC BY-SA 4.0", "CC BY-SA 4.0")]
    [InlineData("CC BY-NC 4.0", "CC BY-NC-SA 4.0", "CC BY-NC-SA 4.0")]
    [InlineData("CC BY-SA 4.0", "CC BY-NC 4.0", "CC BY-NC 4.0")]
    [InlineData("CC BY-NC 4.0", "CC BY-ND 4.0", "CC BY-ND 4.0")]
    [InlineData("CC BY-ND 4.0", "CC BY-NC-ND 4.0", "CC BY-NC-ND 4.0")]
    [InlineData("CC0 1.0", "CC BY 4.0", "CC BY 4.0")]
    [InlineData("CC BY 4.0", "All rights reserved", null)]
    public void Where_statements_differ_the_one_that_allows_least_counts_whichever_comes_first(
        string one,
        string other,
        string? counts
    )
    {
        foreach (var said in new[] { (one, other), (other, one) })
        {
            var decision = LicenceDecision.Of([Said(said.Item1), Said(said.Item2)]);

            Assert.True(decision.IsContested);
            Assert.Equal(counts, decision.Reading.Licence?.Label);
            Assert.Equal(LicenceReasons.Several, decision.Reading.ReasonKey);
        }
    }

    [Theory]
    [InlineData("CC BY", "CC BY 4.0")]
    [InlineData("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0")]
    [InlineData("CC-BY-4.0", "http://creativecommons.org/licenses/by/4.0/deed.fr")]
    public void The_same_in_other_words_is_no_contradiction(string one, string other)
    {
        var decision = LicenceDecision.Of([Said(one), Said(other)]);

        Assert.False(decision.IsContested);
        Assert.Equal("CC BY 4.0", decision.Reading.Licence?.Label);
    }

    [Fact]
    public void The_order_of_claims_changes_nothing_and_another_statement_never_allows_more()
    {
        foreach (var one in Statements)
        foreach (var other in Statements)
        foreach (var third in Statements)
        {
            var decision = LicenceDecision.Of([Said(one), Said(other), Said(third)]);
            var turned = LicenceDecision.Of([Said(third), Said(one), Said(other)]);
            var fewer = LicenceDecision.Of([Said(one), Said(other)]);

            Assert.Equal(LicenceDecision.Meaning(decision.Reading), LicenceDecision.Meaning(turned.Reading));
            Assert.True(decision.Reading.Tier >= fewer.Reading.Tier, $"{one} | {other} | {third}");
        }
    }

    [Fact]
    public void What_was_settled_wins_over_all_that_was_weighed()
    {
        var decision = LicenceDecision.Of([.. Disputed(), .. Settled("CC BY 4.0")]);

        Assert.False(decision.IsContested);
        Assert.True(decision.IsSettled);
        Assert.Equal("CC BY 4.0", decision.Reading.Licence?.Label);
        Assert.Equal(2, decision.Evidence.Count);
    }

    [Fact]
    public void What_was_weighed_may_be_said_again_but_something_new_opens_it_again()
    {
        var again = LicenceDecision.Of([.. Disputed(), Said("Creative Commons BY-NC 4.0"), .. Settled("CC BY 4.0")]);
        var since = Said("CC BY-ND 4.0");
        var opened = LicenceDecision.Of([.. Disputed(), since, .. Settled("CC BY 4.0")]);

        Assert.True(again.IsSettled);
        Assert.True(opened.IsContested);
        Assert.False(opened.IsSettled);
        Assert.NotNull(opened.Settlement);
        Assert.Equal([since], opened.SaidSince);
        Assert.Equal("CC BY-ND 4.0", opened.Reading.Licence?.Label);
    }

    [Fact]
    public void What_could_not_be_found_out_is_settled_and_still_counts_as_what_allows_least()
    {
        var decision = LicenceDecision.Of([
            .. Disputed(),
            Weighed("CC BY 4.0", "unclear@1"),
            Weighed("CC BY-NC 4.0", "unclear@1"),
        ]);

        Assert.False(decision.IsContested);
        Assert.True(decision.IsSettled);
        Assert.Equal("CC BY-NC 4.0", decision.Reading.Licence?.Label);
        Assert.Equal(LicenceReasons.Several, decision.Reading.ReasonKey);
    }

    [Fact]
    public void A_resource_of_which_nothing_is_said_has_no_licence_and_no_contradiction()
    {
        var decision = LicenceDecision.Of([]);

        Assert.False(decision.IsContested);
        Assert.Equal(LicenceReasons.Missing, decision.Reading.ReasonKey);
    }

    private static Claim[] Disputed() => [Said("CC BY 4.0"), Said("CC BY-NC 4.0")];

    private static Claim[] Settled(string licence) =>
        [
            Said(licence, Fields.Licence, "settled@1/licence"),
            Weighed("CC BY 4.0", "settled@1"),
            Weighed("CC BY-NC 4.0", "settled@1"),
        ];

    private static Claim Weighed(string statement, string rule) => Said(statement, Fields.Weighed, rule + "/licence-weighed");

    private static Claim Said(string statement, string field = Fields.Licence, string rule = "sample@1/licence") =>
        new()
        {
            ResourceId = Guid.Empty,
            Field = field,
            RawRecordId = Guid.CreateVersion7(),
            Position = 0,
            SourceId = Guid.Empty,
            Value = statement,
            Rule = rule,
            ClaimedAt = default,
        };
}
