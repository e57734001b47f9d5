namespace Dala.Standards.Licences;

/// <summary>
/// Whether works under several licences may become one. Each licence names the licences that what is made of its work may carry; together the works allow
/// what all of them allow, so another work can only take possibilities away, and their order does not matter.
/// </summary>
public static class Compatibility
{
    /// <summary>Conflicts of more works than this are not the smallest that there are, but none of their works can be missed.</summary>
    private const int LargestSmallest = 3;

    /// <summary>What may be made of sources under these licences; null where one is not known.</summary>
    public static Combination Of(IReadOnlyList<Licence?> sources, Making making) =>
        Of([.. sources.Select(StatedLicence.Of)], making);

    /// <summary>What may be made of the sources.</summary>
    /// <param name="sources">The licence of each, as far as it is stated.</param>
    public static Combination Of(IReadOnlyList<StatedLicence> sources, Making making)
    {
        var rules = CompatibilityRules.Instance;
        var allowed = new (CompatibilityRule Rule, LicenceSet Results)?[sources.Count];
        for (var i = 0; i < sources.Count; i++)
            allowed[i] = rules.Of(sources[i], making);

        int[] asked = [.. Enumerable.Range(0, sources.Count).Where(i => allowed[i] is null)];
        int[] known = [.. Enumerable.Range(0, sources.Count).Where(i => allowed[i] is not null)];
        var together = Together(known.Select(i => allowed[i]!.Value.Results));
        return new Combination
        {
            Making = making,
            Rules = [.. allowed.Select(source => source?.Rule)],
            Asked = asked,
            Unversioned = [.. known.Where(i => sources[i].Exact is null)],
            Possible =
                asked.Length > 0 || sources.Count == 0 ? [] : [.. together.Places().Select(place => ResultLicences.All[place])],
            Conflict = together.IsEmpty ? ConflictOf(sources, known, i => allowed[i]!.Value.Results, making) : null,
        };
    }

    /// <summary>Those of the candidates that go together with the sources, each by itself.</summary>
    public static IReadOnlyList<StatedLicence> Joining(
        IReadOnlyList<StatedLicence> sources,
        IEnumerable<StatedLicence> candidates,
        Making making
    )
    {
        var rules = CompatibilityRules.Instance;
        var known = sources.Select(source => rules.Of(source, making)).ToList();
        if (known.Contains(null))
            return [];
        var together = Together(known.Select(source => source!.Value.Results));
        return
        [
            .. candidates.Where(candidate =>
                rules.Of(candidate, making) is { } allowed && !together.And(allowed.Results).IsEmpty
            ),
        ];
    }

    private static LicenceSet Together(IEnumerable<LicenceSet> sets) =>
        sets.Aggregate(LicenceSet.Of(ResultLicences.All.Count, _ => true), (all, set) => all.And(set));

    private static Conflict ConflictOf(
        IReadOnlyList<StatedLicence> sources,
        int[] known,
        Func<int, LicenceSet> results,
        Making making
    )
    {
        // One work for each licence, in an order that does not come from the order of the works.
        int[] kinds =
        [
            .. known
                .GroupBy(i => sources[i])
                .OrderBy(group => group.Key.ToString(), StringComparer.Ordinal)
                .Select(group => group.First()),
        ];
        int[] clash = [.. Smallest(kinds, results).Order()];
        return new Conflict(
            KindOf([.. clash.Select(i => sources[i].Candidates.First())]),
            clash,
            [.. clash.Where(i => !Together(Without(i).Select(results)).IsEmpty && Without(i).Any())],
            making == Making.Adaptation
                && known.All(i => CompatibilityRules.Instance.Of(sources[i], Making.Collection) is not null)
                && !Together(
                    known.Select(i => CompatibilityRules.Instance.Of(sources[i], Making.Collection)!.Value.Results)
                ).IsEmpty
        );

        // Works under the same licence clash alike, so they would have to go together.
        IEnumerable<int> Without(int place) => known.Where(i => sources[i] != sources[place]);
    }

    private static IEnumerable<int> Smallest(int[] kinds, Func<int, LicenceSet> results)
    {
        for (var size = 1; size <= LargestSmallest; size++)
        {
            if (Clash(kinds, size, Together([]), results) is { } clash)
                return clash;
        }

        var left = kinds.ToList();
        foreach (var kind in kinds)
        {
            if (Together(left.Where(other => other != kind).Select(results)).IsEmpty)
                left.Remove(kind);
        }

        return left;
    }

    private static int[]? Clash(ReadOnlySpan<int> kinds, int size, LicenceSet so, Func<int, LicenceSet> results)
    {
        for (var i = 0; i <= kinds.Length - size; i++)
        {
            var with = so.And(results(kinds[i]));
            if (size == 1 && with.IsEmpty)
                return [kinds[i]];
            if (size > 1 && Clash(kinds[(i + 1)..], size - 1, with, results) is { } rest)
                return [kinds[i], .. rest];
        }

        return null;
    }

    private static ConflictKind KindOf(Licence[] clash)
    {
        if (clash is [var only])
        {
            return Permissions.IsRestricted(only) ? ConflictKind.Restricted
                : only.Permits.Contains("DerivativeWorks") ? ConflictKind.DeadEnd
                : ConflictKind.NoDerivatives;
        }

        var alike = clash.Count(licence => licence.Requires.Contains("ShareAlike"));
        var nonCommercial = clash.Count(licence => licence.Prohibits.Contains("CommercialUse"));
        return nonCommercial > 0 && nonCommercial < clash.Length ? ConflictKind.ShareAlikeAgainstNonCommercial
            : alike > 1 ? ConflictKind.TwoShareAlikes
            : ConflictKind.NoCommonLicence;
    }
}
