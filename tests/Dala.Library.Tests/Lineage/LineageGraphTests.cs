using Dala.Library.Lineage;
using FsCheck;
using FsCheck.Fluent;

namespace Dala.Library.Tests.Lineage;

public sealed class LineageGraphTests
{
    private static readonly string[] Said = [Fields.BasedOn, Fields.TranslationOf, Fields.PartOf, Fields.HasPart];

    // Seven works, the seventh not in the library; claims among them at random, most of them several times the other way round too.
    private static readonly Arbitrary<LineageClaim[]> Claims = (
        from claims in (
            from resource in Gen.Choose(0, 5)
            from target in Gen.Choose(0, 6)
            from field in Gen.Elements(Said)
            from minute in Gen.Choose(0, 30)
            select (resource, target, field, minute)
        ).ArrayOf()
        select claims.Select((claim, place) => Claim(claim.resource, claim.target, claim.field, claim.minute, place)).ToArray()
    ).ToArbitrary();

    [Fact]
    public void Whatever_is_claimed_no_work_comes_from_itself_and_every_claim_stands_or_is_refused()
    {
        Prop.ForAll(
                Claims,
                claims =>
                {
                    var (kept, refused) = LineageEdges.WithoutCycles(claims);

                    Assert.DoesNotContain(kept, edge => Reaches(kept, edge.To, edge.From));
                    Assert.All(refused, edge => Assert.True(Reaches(kept, edge.To, edge.From)));
                    Assert.Equal(claims.Length, kept.Concat(refused).SelectMany(edge => edge.Claims).Distinct().Count());
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void The_order_in_which_claims_are_read_changes_nothing()
    {
        Prop.ForAll(
                Claims,
                Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
                (claims, seed) =>
                {
                    var shuffled = claims.ToArray();
                    new Random(seed).Shuffle(shuffled);

                    Assert.Equal(Lines(claims), Lines(shuffled));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void The_graph_of_a_work_holds_what_it_comes_from_and_what_came_of_it_and_each_line_leads_to_an_older_generation()
    {
        Prop.ForAll(
                Claims,
                claims =>
                {
                    var graph = Graph(claims);
                    var (kept, _) = LineageEdges.WithoutCycles(claims);
                    var root = Key(0);
                    var all = claims.SelectMany(claim => new[] { claim.From, claim.To }).Append(root).Distinct();

                    Assert.Equal(
                        all.Where(work => Reaches(kept, root, work) || Reaches(kept, work, root)).Order(StringComparer.Ordinal),
                        graph.Generations.Keys.Order(StringComparer.Ordinal)
                    );
                    Assert.All(
                        graph.Generations,
                        work =>
                            Assert.Equal(
                                Math.Sign(work.Value),
                                work.Key == root ? 0
                                    : Reaches(kept, root, work.Key) ? 1
                                    : -1
                            )
                    );
                    Assert.All(graph.Edges, edge => Assert.True(graph.Generations[edge.From] < graph.Generations[edge.To]));
                    // Each claim between works of the graph is one of its edges, or refused.
                    Assert.All(
                        claims.Where(claim =>
                            graph.Generations.ContainsKey(claim.From) && graph.Generations.ContainsKey(claim.To)
                        ),
                        claim => Assert.Single(graph.Edges.Concat(graph.Refused), edge => edge.Claims.Contains(claim))
                    );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Of_the_claims_that_make_a_circle_the_latest_loses()
    {
        LineageClaim[] circle =
        [
            Claim(0, 1, Fields.BasedOn, 3, 0),
            Claim(1, 2, Fields.TranslationOf, 5, 1),
            Claim(2, 0, Fields.PartOf, 4, 2),
        ];

        var (kept, refused) = LineageEdges.WithoutCycles(circle);

        Assert.Equal([circle[0], circle[2]], kept.SelectMany(edge => edge.Claims));
        Assert.Equal([circle[1]], refused.SelectMany(edge => edge.Claims));
    }

    [Fact]
    public void A_part_that_both_sides_name_is_one_line_with_both_claims()
    {
        LineageClaim[] claims = [Claim(0, 1, Fields.PartOf, 2, 0), Claim(1, 0, Fields.HasPart, 1, 1)];

        var edge = Assert.Single(Graph(claims).Edges);

        Assert.Equal((LineageKind.PartOf, Key(0), Key(1)), (edge.Kind, edge.From, edge.To));
        Assert.Equal([claims[1], claims[0]], edge.Claims);
    }

    private static LineageGraph Graph(LineageClaim[] claims) =>
        LineageGraph.Of(
            Key(0),
            claims,
            claims.SelectMany(claim => new[] { claim.From, claim.To }).ToHashSet(StringComparer.Ordinal),
            []
        );

    private static string Lines(LineageClaim[] claims)
    {
        var graph = Graph(claims);
        return string.Join(
            '\n',
            graph
                .Edges.Select(edge => $"{edge.Kind} {edge.From} {edge.To}")
                .Concat(graph.Refused.Select(edge => $"refused {edge.Kind} {edge.From} {edge.To}"))
                .Concat(graph.Generations.OrderBy(work => work.Key, StringComparer.Ordinal).Select(work => $"{work}"))
        );
    }

    // Written from the meaning of the words, not from the code: a step to each work that a kept line leads to, until nothing is new.
    private static bool Reaches(IReadOnlyList<MergedEdge> edges, string from, string to)
    {
        var reached = new HashSet<string> { from };
        while (edges.Any(edge => reached.Contains(edge.From) && reached.Add(edge.To))) { }
        return reached.Contains(to);
    }

    private static LineageClaim Claim(int resource, int target, string field, int minute, int place) =>
        new(
            new Claim
            {
                ResourceId = Id(resource),
                Field = field,
                RawRecordId = Id(1000 + resource),
                Position = place,
                SourceId = Id(2000),
                Value = $"work {target}",
                Rule = "test@1/" + field,
                ClaimedAt = new DateTimeOffset(2026, 1, 1, 0, minute, 0, TimeSpan.Zero),
            },
            target == 6 ? null : Id(target)
        );

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static string Key(int number) => LineageClaim.KeyOf(Id(number));
}
