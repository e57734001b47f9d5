using Dala.Platform.Data;

namespace Dala.Library.Lineage;

/// <summary>What a walk through claims of lineage came by.</summary>
/// <param name="Claims">The claims, and the change notes and works of those it came by.</param>
/// <param name="Known">The keys of the works it came by, with those it began at.</param>
/// <param name="Cut">Whether there is more than was looked at.</param>
public sealed record Walked(List<LineageClaim> Claims, HashSet<string> Known, bool Cut);

/// <summary>Walks the claims of lineage generation by generation, with one question to the store for each.</summary>
public static class LineageWalk
{
    /// <summary>Generations that are followed in each direction.</summary>
    public const int MostGenerations = 10;

    /// <summary>Works of one graph; more is neither read nor seen on a page.</summary>
    public const int MostWorks = 300;

    /// <summary>To where the resources come from, and what they stand in.</summary>
    public static Walked Up(
        BulkReading store,
        IReadOnlyCollection<Guid> from,
        Func<string, bool> follows,
        int mostWorks = MostWorks,
        int mostGenerations = MostGenerations
    ) =>
        Walk(
            from,
            follows,
            (mostWorks, mostGenerations),
            ids => LineageClaims.Above(store, ids),
            claim => (claim.From, claim.To)
        );

    /// <summary>To what was made from the resources, and what they hold.</summary>
    public static Walked Down(BulkReading store, IReadOnlyCollection<Guid> from, Func<string, bool> follows) =>
        Walk(
            from,
            follows,
            (MostWorks, MostGenerations),
            ids => LineageClaims.Below(store, ids),
            claim => (claim.To, claim.From)
        );

    private static Walked Walk(
        IReadOnlyCollection<Guid> from,
        Func<string, bool> follows,
        (int Works, int Generations) most,
        Func<IReadOnlyCollection<Guid>, List<LineageClaim>> read,
        Func<LineageClaim, (string Here, string Next)> step
    )
    {
        var known = from.Select(LineageClaim.KeyOf).ToHashSet(StringComparer.Ordinal);
        var claims = new List<LineageClaim>();
        var cut = false;
        var generation = from;
        for (var steps = 0; steps <= most.Generations && generation.Count > 0; steps++)
        {
            var said = read(generation);
            cut |= said.Count >= LineageClaims.MostOfOneGeneration;
            claims.AddRange(said);
            var here = generation.Select(LineageClaim.KeyOf).ToHashSet(StringComparer.Ordinal);
            var next = new List<Guid>();
            foreach (var claim in said.Where(claim => LineageFields.IsLineage(claim.Claim.Field) && follows(claim.Claim.Field)))
            {
                var (at, to) = step(claim);
                if (!here.Contains(at) || known.Contains(to))
                    continue;
                if (steps == most.Generations || known.Count >= most.Works)
                {
                    cut = true;
                    continue;
                }

                known.Add(to);
                if (Guid.TryParse(to, out var resource))
                    next.Add(resource);
            }

            generation = next;
        }

        return new Walked(claims, known, cut);
    }
}
