using Dala.Standards.Licences;
using FsCheck;
using FsCheck.Fluent;

namespace Dala.Standards.Tests.Licences;

using Licences = Dala.Standards.Licences.Licences;

public sealed class CompatibilityTests
{
    private static readonly Dictionary<Licence, string> Names = Licences
        .All.Where(licence => RemixOracle.Results.Contains(NameOf(licence)))
        .ToDictionary(licence => licence, NameOf);

    private static readonly Gen<Licence?[]> Mixes = Gen.ArrayOf(
        Gen.Frequency(
            (12, Gen.Elements(Licences.All.Cast<Licence?>())),
            (12, Gen.Elements(Met().ToArray())),
            (1, Gen.Constant<Licence?>(null))
        )
    );

    [Theory]
    [InlineData(Making.Adaptation)]
    [InlineData(Making.Collection)]
    public void Every_pair_and_every_triple_is_as_the_tables_say(Making making)
    {
        var sources = RemixOracle.Sources;
        var wrong = new List<string>();
        for (var i = 0; i < sources.Count; i++)
        {
            for (var j = i; j < sources.Count; j++)
            {
                Compare(sources[i], sources[j]);
                for (var k = j; k < sources.Count; k++)
                    Compare(sources[i], sources[j], sources[k]);
            }
        }

        Assert.Empty(wrong);

        void Compare(params string[] mix)
        {
            var expected = making == Making.Adaptation ? RemixOracle.Adaptation(mix) : RemixOracle.Collection(mix);
            var possible = Of(making, mix).Possible.Where(Names.ContainsKey).Select(licence => Names[licence]).ToHashSet();
            if (!expected.SetEquals(possible))
                wrong.Add($"{string.Join(" + ", mix)}: {string.Join(", ", expected)}; got {string.Join(", ", possible)}");
        }
    }

    // The grid of the domain research, 8.3, as it stands there.
    [Theory]
    [InlineData("zero", "+++++-+-")]
    [InlineData("mark", "+++++-+-")]
    [InlineData("by", "+++++-+-")]
    [InlineData("by-sa", "++++----")]
    [InlineData("by-nc", "+++-+-+-")]
    [InlineData("by-nd", "--------")]
    [InlineData("by-nc-sa", "+++-+-+-")]
    [InlineData("by-nc-nd", "--------")]
    public void Two_current_licences_meet_as_in_the_chart(string unit, string row)
    {
        string[] columns = ["zero", "mark", "by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd"];

        var met = columns.Select(column => Of(Making.Adaptation, Current(unit), Current(column)).IsPossible ? '+' : '-');

        Assert.Equal(row, string.Concat(met));
    }

    [Fact]
    public void An_adaptation_of_by_sa_and_by_nc_is_refused_and_a_collection_of_them_is_not_for_sale()
    {
        string[] mix = ["by-sa 4.0", "by-nc 4.0"];

        var adaptation = Of(Making.Adaptation, mix);
        var collection = Of(Making.Collection, mix);

        Assert.Equal(ConflictKind.ShareAlikeAgainstNonCommercial, adaptation.Conflict!.Kind);
        Assert.Equal([0, 1], adaptation.Conflict.Sources);
        Assert.Equal([0, 1], adaptation.Conflict.LeaveOut);
        Assert.True(adaptation.Conflict.AsCollection);
        Assert.Equal("CC BY-NC 4.0", collection.Recommended!.Label);
        Assert.All(collection.Possible, licence => Assert.True(licence.Permissions.NonCommercial));
    }

    [Fact]
    public void By_sa_for_intergovernmental_organisations_may_become_by_sa_4_and_version_1_may_not()
    {
        Assert.Contains("CC BY-SA 4.0", Labels("by-sa 3.0 igo"));
        Assert.DoesNotContain("CC BY-SA 4.0", Labels("by-sa 1.0"));
        Assert.Equal(["CC BY-SA 1.0"], Labels("by-sa 1.0"));

        static IEnumerable<string> Labels(string source) =>
            Of(Making.Adaptation, source).Possible.Select(licence => licence.Label);
    }

    [Theory]
    [InlineData("CC BY 4.0", "by 3.0", "zero 1.0", "by 4.0")]
    [InlineData("CC BY 4.0", "zero 1.0", "mark 1.0")]
    [InlineData("CC BY-SA 4.0", "by-sa 2.0", "by 4.0")]
    [InlineData("CC BY-SA 4.0", "by-sa 3.0 igo", "by-sa 2.5", "zero 1.0")]
    [InlineData("CC BY-NC 4.0", "by 4.0", "by-nc 3.0")]
    [InlineData("CC BY-NC-SA 4.0", "by-nc 4.0", "by-nc-sa 3.0", "by 2.0")]
    [InlineData("CC BY-SA 1.0", "by-sa 1.0", "by 4.0")]
    public void The_most_open_licence_that_all_sources_allow_is_advised(string advised, params string[] sources) =>
        Assert.Equal(advised, Of(Making.Adaptation, sources).Recommended?.Label);

    [Theory]
    [InlineData(ConflictKind.NoDerivatives, new[] { 1 }, "by 4.0", "by-nd 4.0", "by-nc 4.0")]
    [InlineData(ConflictKind.ShareAlikeAgainstNonCommercial, new[] { 1, 3 }, "by 4.0", "by-nc 4.0", "zero 1.0", "by-sa 3.0")]
    [InlineData(ConflictKind.TwoShareAlikes, new[] { 0, 2 }, "by-sa 1.0", "by 1.0", "by-sa 4.0")]
    public void The_conflict_names_the_fewest_sources_that_clash(ConflictKind kind, int[] clash, params string[] sources)
    {
        var conflict = Of(Making.Adaptation, sources).Conflict!;

        Assert.Equal(kind, conflict.Kind);
        Assert.Equal(clash, conflict.Sources);
    }

    [Theory]
    [InlineData("sa 1.0", ConflictKind.DeadEnd)]
    [InlineData("sampling+ 1.0", ConflictKind.Restricted)]
    public void Retired_licences_lead_nowhere(string source, ConflictKind kind) =>
        Assert.Equal(kind, Of(Making.Adaptation, source, "by 4.0").Conflict!.Kind);

    [Fact]
    public void While_a_licence_is_not_known_nothing_is_promised()
    {
        Licence?[] mix = [Named("by 4.0"), null, Named("zero 1.0")];

        foreach (var making in Enum.GetValues<Making>())
        {
            var combination = Compatibility.Of(mix, making);

            Assert.False(combination.IsPossible);
            Assert.Null(combination.Conflict);
            Assert.Equal([1], combination.Asked);
            Assert.Null(combination.Rules[1]);
        }
    }

    [Fact]
    public void What_is_impossible_already_is_said_before_anybody_is_asked()
    {
        var combination = Compatibility.Of([Named("by-nd 4.0"), null], Making.Adaptation);

        Assert.Equal([0], combination.Conflict!.Sources);
        Assert.Equal([1], combination.Asked);
    }

    [Theory]
    [InlineData("by", "CC BY 4.0", "attribution")]
    [InlineData("by-nc", "CC BY-NC 4.0", "noncommercial")]
    public void Where_every_version_allows_the_same_nobody_needs_to_know_it(string family, string advised, string rule)
    {
        var combination = Compatibility.Of([Stated(family), StatedLicence.Of(Named("zero 1.0"))], Making.Adaptation);

        Assert.Equal(advised, combination.Recommended!.Label);
        Assert.Equal(rule, combination.Rules[0]!.Id);
        Assert.Equal([0], combination.Unversioned);
    }

    [Theory]
    [InlineData("by-sa")]
    [InlineData("by-nc-sa")]
    [InlineData("GFDL")]
    public void Where_it_depends_on_the_version_it_is_asked_for(string family)
    {
        var combination = Compatibility.Of([StatedLicence.Of(Named("by 4.0")), Stated(family)], Making.Adaptation);

        Assert.Equal([1], combination.Asked);
        Assert.False(combination.IsPossible);
        Assert.Null(combination.Conflict);
    }

    [Fact]
    public void No_version_of_a_licence_without_derivatives_goes_into_an_adaptation()
    {
        var combination = Compatibility.Of([StatedLicence.Of(Named("by 4.0")), Stated("by-nc-nd")], Making.Adaptation);

        Assert.Equal(ConflictKind.NoDerivatives, combination.Conflict!.Kind);
        Assert.Equal([1], combination.Conflict.Sources);
        Assert.Equal("CC BY-NC 4.0", Compatibility.Of([Stated("by-nc-nd")], Making.Collection).Recommended!.Label);
    }

    [Fact]
    public void What_a_family_allows_each_of_its_licences_allows()
    {
        foreach (var family in Licences.All.Where(licence => licence.Tier <= Tier.T3).GroupBy(licence => licence.Unit))
        {
            foreach (var making in Enum.GetValues<Making>())
            {
                var together = Compatibility.Of([Stated(family.Key)], making);
                var possible = together.Possible;
                Assert.All(
                    family,
                    licence => Assert.Empty(possible.Except(Compatibility.Of([StatedLicence.Of(licence)], making).Possible))
                );
                var rules = family
                    .Select(licence => Compatibility.Of([StatedLicence.Of(licence)], making).Rules[0]!.Id)
                    .Distinct();
                if (together.Rules[0] is { } rule)
                    Assert.Equal(rules.ToList() is [var only] ? only : "any-version", rule.Id);
            }
        }
    }

    [Fact]
    public void Of_nothing_nothing_is_made() =>
        Assert.False(Compatibility.Of(Array.Empty<StatedLicence>(), Making.Adaptation).IsPossible);

    [Fact]
    public void Another_source_never_makes_more_possible() =>
        Check(
            (mix, making) =>
            {
                var fewer = Compatibility.Of(mix[..^1], making);
                var all = Compatibility.Of(mix, making);
                Assert.True(mix.Length == 1 || all.Possible.ToHashSet().IsSubsetOf(fewer.Possible));
                Assert.True(fewer.Conflict is null || all.Conflict is not null);
            }
        );

    [Fact]
    public void The_order_of_the_sources_does_not_matter() =>
        Check(
            (mix, making) =>
            {
                var turned = mix.Reverse().ToArray();
                var forth = Compatibility.Of(mix, making);
                var back = Compatibility.Of(turned, making);
                Assert.Equal(forth.Possible, back.Possible);
                Assert.Equal(forth.Conflict?.Kind, back.Conflict?.Kind);
                Assert.Equal(Clash(mix, forth), Clash(turned, back));
            }
        );

    [Fact]
    public void A_result_asks_for_no_less_than_any_source() =>
        Check(
            (mix, making) =>
            {
                foreach (var result in Compatibility.Of(mix, making).Possible)
                {
                    foreach (var source in mix)
                    {
                        Assert.Contains(result, Compatibility.Of([source], making).Possible);
                        Assert.True(!source!.Permissions.NonCommercial || result.Permissions.NonCommercial);
                        if (making == Making.Collection)
                            continue;
                        Assert.NotEqual(Allowance.No, source.Permissions.Adapt);
                        Assert.True(
                            !source.Permissions.Attribution || result.Permissions.Attribution || result.Permissions.Notice
                        );
                        Assert.True(!source.Permissions.ShareAlike || result.Permissions.ShareAlike);
                    }
                }
            }
        );

    [Fact]
    public void Of_the_sources_of_a_conflict_none_can_be_missed() =>
        Check(
            (mix, making) =>
            {
                if (Compatibility.Of(mix, making).Conflict is not { } conflict)
                    return;
                var clash = conflict.Sources.Select(place => mix[place]).ToList();
                Assert.NotNull(Compatibility.Of(clash, making).Conflict);
                foreach (var one in clash)
                    Assert.Null(Compatibility.Of([.. clash.Where(other => other != one)], making).Conflict);
            }
        );

    private static void Check(Action<Licence?[], Making> holds) =>
        FsCheck
            .Fluent.Prop.ForAll(
                Arb.From(Mixes.Where(mix => mix.Length > 0)),
                Arb.From(Gen.Elements(Enum.GetValues<Making>())),
                holds
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static IEnumerable<Licence?> Met() => RemixOracle.Sources.Select(Named);

    private static IEnumerable<string> Clash(Licence?[] mix, Combination combination) =>
        (combination.Conflict?.Sources ?? []).Select(place => mix[place]!.Uri).Order(StringComparer.Ordinal);

    private static StatedLicence Stated(string family) =>
        StatedLicence.Of(
            new LicenceReading
            {
                Family = family,
                Tier = Tier.T1,
                Rule = LicenceRules.LabelWithoutVersion,
                Raw = family,
                ReasonKey = LicenceReasons.Open,
            }
        );

    private static Combination Of(Making making, params string[] sources) => Compatibility.Of([.. sources.Select(Named)], making);

    private static string Current(string unit) => unit + (unit is "zero" or "mark" ? " 1.0" : " 4.0");

    private static Licence Named(string name)
    {
        var parts = name.Split(' ');
        // The first version wrote these elements the other way round.
        var unit = parts is ["by-nc-nd", "1.0"] ? "by-nd-nc" : parts[0];
        return Licences.All.Single(licence =>
            licence.IsCreativeCommons
            && licence.Unit == unit
            && licence.Version == parts[1]
            && licence.Jurisdiction == parts.ElementAtOrDefault(2)
        );
    }

    private static string NameOf(Licence licence) =>
        licence.IsCreativeCommons
            ? string.Join(
                ' ',
                new[] { licence.Unit == "by-nd-nc" ? "by-nc-nd" : licence.Unit, licence.Version, licence.Jurisdiction }.Where(
                    part => part is not null
                )
            )
            : licence.Spdx!;
}
