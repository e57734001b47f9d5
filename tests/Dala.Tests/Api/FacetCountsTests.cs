using System.Text.Json;
using Dala.Library;
using Dala.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Dala.Tests.Api;

/// <summary>The number beside a filter is the number that the filter then finds, and what a naive count over the claims of the hits comes to.</summary>
public sealed class FacetCountsTests(ServerFixture server)
{
    private const int Queries = 60;

    private static readonly string[] Words =
    [
        "",
        "the",
        "a*",
        "story",
        "book",
        "atom",
        "introduction",
        "\"of the\"",
        "العربية",
        "атом",
        "geo*",
        "python",
        "and -the",
        "数",
        "history",
    ];

    private static readonly string[] Filters =
    [
        "tier=T1",
        "tier=T2",
        "tier=T3",
        "tier=T4",
        "language=en",
        "language=ar",
        "language=zh",
        "type=text",
        "type=simulation",
        "level=1",
        "subject=05",
        "subject=06",
        "source=storybooks",
        "source=free-programming-books",
        "source=open-textbook-lists",
    ];

    [Fact]
    public async Task Counts_are_those_of_a_naive_count_over_the_hits()
    {
        var truth = await Truth();
        var random = new Random(20261122);
        var looked = 0;
        for (var query = 0; query < Queries; query++)
        {
            var filters = Enumerable.Range(0, random.Next(3)).Select(_ => Filters[random.Next(Filters.Length)]).Distinct();
            var asked = $"q={Uri.EscapeDataString(Words[random.Next(Words.Length)])}&{string.Join('&', filters)}";
            var (total, hits, facets) = await Everything(asked);
            Assert.Equal(total, hits.Count);

            foreach (var (name, counted) in facets)
            {
                var naive = hits.SelectMany(id => truth[id].Where(value => value.Name == name).Select(value => value.Value))
                    .GroupBy(value => value)
                    .ToDictionary(group => group.Key, group => group.Count());
                foreach (var (value, count) in counted)
                {
                    // Of a filter that is set, the count tells what another value in its place would find: that is asked below.
                    if (asked.Contains(name + "=", StringComparison.Ordinal))
                        continue;
                    Assert.True(
                        naive.GetValueOrDefault(value) == count,
                        $"{asked}: {name}={value} says {count}, is {naive.GetValueOrDefault(value)}"
                    );
                    looked++;
                }
            }
        }

        Assert.True(looked > 500, $"only {looked} counts were looked at");
    }

    [Fact]
    public async Task The_number_beside_a_filter_is_what_the_filter_then_finds()
    {
        var random = new Random(20261123);
        for (var query = 0; query < Queries; query++)
        {
            var words = Uri.EscapeDataString(Words[random.Next(Words.Length)]);
            var set = random.Next(2) == 0 ? null : Filters[random.Next(Filters.Length)];
            using var found = await server.Json($"/api/resources?size=1&q={words}&{set}");
            var all = found
                .RootElement.GetProperty("facets")
                .EnumerateObject()
                .SelectMany(facet =>
                    facet
                        .Value.EnumerateArray()
                        .Select(value =>
                            (
                                facet.Name,
                                Value: value.GetProperty("value").GetString()!,
                                Count: value.GetProperty("count").GetInt32()
                            )
                        )
                )
                .ToList();
            if (all.Count == 0)
                continue;
            var (name, chosen, count) = all[random.Next(all.Count)];
            // As the page's links do: a value takes the place of another of its filter.
            var kept = set is not null && set.StartsWith(name + "=", StringComparison.Ordinal) ? null : set;

            using var then = await server.Json($"/api/resources?size=1&q={words}&{kept}&{name}={Uri.EscapeDataString(chosen)}");

            Assert.True(
                then.RootElement.GetProperty("total").GetInt32() == count,
                $"q={words}&{set}: {name}={chosen} says {count}, finds {then.RootElement.GetProperty("total")}"
            );
        }
    }

    private async Task<(int Total, List<Guid> Hits, Dictionary<string, List<(string Value, int Count)>> Facets)> Everything(
        string asked
    )
    {
        var hits = new List<Guid>();
        Dictionary<string, List<(string, int)>>? facets = null;
        for (string? next = null; ; )
        {
            using var page = await server.Json(
                $"/api/resources?size=100&{asked}" + (next is null ? "" : "&after=" + Uri.EscapeDataString(next))
            );
            var root = page.RootElement;
            facets ??= root.GetProperty("facets")
                .EnumerateObject()
                .ToDictionary(
                    facet => facet.Name,
                    facet =>
                        facet
                            .Value.EnumerateArray()
                            .Select(value => (value.GetProperty("value").GetString()!, value.GetProperty("count").GetInt32()))
                            .ToList()
                );
            hits.AddRange(root.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            next =
                root.TryGetProperty("next", out var cursor) && cursor.ValueKind == JsonValueKind.String
                    ? cursor.GetString()
                    : null;
            if (next is null)
                return (root.GetProperty("total").GetInt32(), hits, facets);
        }
    }

    // From the claims alone, in the plainest way.
    private async Task<Dictionary<Guid, HashSet<(string Name, string Value)>>> Truth() =>
        await server.Run<Store, Dictionary<Guid, HashSet<(string, string)>>>(async store =>
        {
            var sources = await store.Set<Source>().ToDictionaryAsync(source => source.Id, source => source.Name);
            var claims = (await store.Set<Claim>().AsNoTracking().ToListAsync()).ToLookup(claim => claim.ResourceId);
            var truth = new Dictionary<Guid, HashSet<(string, string)>>();
            foreach (var resource in await store.Set<Resource>().AsNoTracking().ToListAsync())
            {
                List<Claim> own = [.. claims[resource.Id]];
                var values = new HashSet<(string, string)>
                {
                    ("source", sources[resource.SourceId]),
                    ("tier", LicenceDecision.Of(own).Reading.Tier.ToString()),
                };
                var licence = LicenceDecision.Of(own).Reading;
                var unit = licence.Licence?.Unit ?? licence.Family ?? "";
                if (licence.Tier <= Standards.Licences.Tier.T3 && !unit.Contains("-nd", StringComparison.Ordinal))
                    values.Add(("may", "change"));
                if (licence.Tier <= Standards.Licences.Tier.T3 && !unit.Contains("-nc", StringComparison.Ordinal))
                    values.Add(("may", "sell"));
                foreach (var claim in own)
                {
                    if (claim.Field is "language" or "type" or "level")
                        values.Add((claim.Field, claim.Value));
                    if (claim.Field == "subject")
                        values.UnionWith(
                            Subjects
                                .Codes.Where(code => claim.Value.StartsWith(code, StringComparison.Ordinal))
                                .Select(code => ("subject", code))
                        );
                }

                truth[resource.Id] = values;
            }

            return truth;
        });
}
