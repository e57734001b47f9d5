using Dala.Standards.Licences;

namespace Dala.Standards.Tests.Licences;

using Licences = Dala.Standards.Licences.Licences;

public sealed class OerPermissionsTests
{
    [Theory]
    [InlineData("CC BY 4.0", Allowance.Yes, Allowance.Yes)]
    [InlineData("CC0 1.0", Allowance.Yes, Allowance.Yes)]
    [InlineData("CC BY-NC-SA 3.0 IGO", Allowance.Yes, Allowance.Yes)]
    [InlineData("CC BY-ND 4.0", Allowance.No, Allowance.No)]
    [InlineData("CC BY-NC-ND 4.0", Allowance.No, Allowance.No)]
    [InlineData("All rights reserved", Allowance.No, Allowance.No)]
    [InlineData("ask the teacher", Allowance.Unknown, Allowance.Unknown)]
    [InlineData("https://creativecommons.org/licenses/devnations/2.0/", Allowance.Unknown, Allowance.Unknown)]
    [InlineData("https://creativecommons.org/licenses/sampling/1.0/", null, Allowance.Unknown)]
    public void Says_what_a_licence_gives_of_the_definition(string statement, Allowance? adapt, Allowance all)
    {
        var five = OerPermissions.Of(Licences.Recognise(statement));

        if (adapt is not null)
            Assert.Equal(adapt, five.Adapt);
        if (statement.Contains("sampling", StringComparison.Ordinal))
            Assert.NotEqual(Allowance.Yes, five.All);
        else
            Assert.Equal(all, five.All);
    }

    [Fact]
    public void Whoever_asks_for_payment_gives_no_access_at_no_cost_whatever_the_licence_says()
    {
        var five = OerPermissions.Of(Licences.Recognise("CC BY 4.0"), Allowance.No);

        Assert.Equal(Allowance.No, five.Access);
        Assert.Equal(Allowance.Yes, five.Adapt);
        Assert.Equal(Allowance.No, five.All);
    }

    [Fact]
    public void Access_at_no_cost_gives_nothing_that_the_licence_does_not()
    {
        var five = OerPermissions.Of(Licences.Recognise("All rights reserved"), Allowance.Yes);

        Assert.Equal((Allowance.Yes, Allowance.No, Allowance.No), (five.Access, five.Reuse, five.All));
    }

    [Fact]
    public void All_five_are_given_exactly_under_the_licences_of_the_first_two_tiers()
    {
        foreach (var licence in Licences.All)
            Assert.Equal(licence.Tier <= Tier.T2, OerPermissions.Of(Licences.Recognise(licence.Uri)).All == Allowance.Yes);
    }
}
