using Dala.Standards.Licences;
using FsCheck;
using FsCheck.Fluent;

namespace Dala.Standards.Tests.Licences;

using Licences = Dala.Standards.Licences.Licences;

public sealed class CompositeOpennessTests
{
    private static readonly string?[] Statements =
    [
        "CC0 1.0",
        "CC BY 4.0",
        "CC BY-SA 3.0",
        "CC BY-NC 4.0",
        "CC BY-NC-SA 3.0 IGO",
        "CC BY-ND 2.0",
        "CC BY-NC-ND 4.0",
        "https://creativecommons.org/licenses/sampling/1.0/",
        "https://creativecommons.org/licenses/devnations/2.0/",
        "GFDL-1.3-only",
        "MIT",
        "CC BY",
        "All rights reserved",
        "© 2020 Somebody",
        "ask the teacher",
        null,
    ];

    private static readonly Arbitrary<LicenceReading[]> Works = Gen.Elements(Statements)
        .Select(Licences.Recognise)
        .NonEmptyListOf()
        .Select(list => list.ToArray())
        .ToArbitrary();

    [Fact]
    public void The_order_of_the_parts_does_not_matter() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Works,
                works =>
                {
                    var one = CompositeOpenness.Of(works);
                    var other = CompositeOpenness.Of([.. works.Reverse()]);
                    return one.Tier == other.Tier && one.Permissions == other.Permissions;
                }
            )
        );

    [Fact]
    public void Another_part_never_opens_the_whole() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Works,
                works =>
                {
                    var fewer = CompositeOpenness.Of(works);
                    return Statements
                        .Select(Licences.Recognise)
                        .Select(added => CompositeOpenness.Of([.. works, added]))
                        .All(more => more.Tier >= fewer.Tier && IsNoMoreOpen(more.Permissions, fewer.Permissions));
                }
            )
        );

    [Fact]
    public void One_part_is_as_open_as_itself()
    {
        foreach (var reading in Statements.Select(Licences.Recognise))
        {
            var whole = CompositeOpenness.Of([reading]);

            Assert.Equal((reading.Tier, reading.Permissions), (whole.Tier, whole.Permissions));
        }
    }

    [Fact]
    public void Says_which_parts_decide_and_which_keep_it_from_being_adapted()
    {
        var whole = CompositeOpenness.Of([
            .. new[] { "CC BY 4.0", "CC BY-ND 4.0", "CC BY-SA 4.0", "CC BY-NC-ND 4.0" }.Select(Licences.Recognise),
        ]);

        Assert.Equal(Tier.T3, whole.Tier);
        Assert.Equal((Allowance.No, Allowance.No), (whole.Permissions.Adapt, whole.Permissions.Commercial));
        Assert.True(whole.Permissions.ShareAlike);
        Assert.Equal([1, 3], whole.Worst);
        Assert.Equal([1, 3], whole.KeepFromAdapting);
    }

    [Fact]
    public void A_work_without_parts_is_no_composite() => Assert.Throws<ArgumentException>(() => CompositeOpenness.Of([]));

    private static bool IsNoMoreOpen(Permissions more, Permissions fewer) =>
        Rank(more.Copy) <= Rank(fewer.Copy)
        && Rank(more.Share) <= Rank(fewer.Share)
        && Rank(more.Adapt) <= Rank(fewer.Adapt)
        && Rank(more.Commercial) <= Rank(fewer.Commercial)
        && (more.ShareAlike || !fewer.ShareAlike)
        && (more.Attribution || !fewer.Attribution)
        && (more.NonCommercial || !fewer.NonCommercial)
        && (more.Notice || !fewer.Notice)
        && (more.SourceCode || !fewer.SourceCode);

    private static int Rank(Allowance allowance) =>
        allowance switch
        {
            Allowance.No => 0,
            Allowance.Unknown => 1,
            _ => 2,
        };
}
