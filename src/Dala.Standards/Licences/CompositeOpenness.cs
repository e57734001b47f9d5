namespace Dala.Standards.Licences;

/// <summary>
/// How open a work is that is made of parts under licences of their own: as open as its least open part, and under the conditions of all of them
/// (domain research, 8.2).
/// </summary>
public sealed record CompositeOpenness
{
    /// <summary>What each part's licence was read as, in the order in which they were given.</summary>
    public required IReadOnlyList<LicenceReading> Components { get; init; }

    public required Tier Tier { get; init; }

    /// <summary>What may be done with the whole: of each act the least that any part allows; of conditions all.</summary>
    public required Permissions Permissions { get; init; }

    /// <summary>The places of the parts that decide: those of the worst tier.</summary>
    public required IReadOnlyList<int> Worst { get; init; }

    /// <summary>The places of the parts that keep the whole from being adapted, because they refuse it or nobody knows.</summary>
    public required IReadOnlyList<int> KeepFromAdapting { get; init; }

    /// <summary>How open the whole is; a work without parts is no composite and none is made.</summary>
    public static CompositeOpenness Of(IReadOnlyList<LicenceReading> components)
    {
        if (components.Count == 0)
            throw new ArgumentException("A composite work has components.", nameof(components));
        var tier = components.Max(component => component.Tier);
        return new CompositeOpenness
        {
            Components = components,
            Tier = tier,
            Permissions = new Permissions
            {
                Copy = Least(components, permissions => permissions.Copy),
                Share = Least(components, permissions => permissions.Share),
                Adapt = Least(components, permissions => permissions.Adapt),
                Commercial = Least(components, permissions => permissions.Commercial),
                Attribution = components.Any(component => component.Permissions.Attribution),
                ShareAlike = components.Any(component => component.Permissions.ShareAlike),
                NonCommercial = components.Any(component => component.Permissions.NonCommercial),
                Notice = components.Any(component => component.Permissions.Notice),
                SourceCode = components.Any(component => component.Permissions.SourceCode),
            },
            Worst = Places(components, component => component.Tier == tier),
            KeepFromAdapting = Places(components, component => component.Permissions.Adapt != Allowance.Yes),
        };
    }

    private static Allowance Least(IReadOnlyList<LicenceReading> components, Func<Permissions, Allowance> of) =>
        OerPermissions.Least([.. components.Select(component => of(component.Permissions))]);

    private static List<int> Places(IReadOnlyList<LicenceReading> components, Func<LicenceReading, bool> holds) =>
        [.. Enumerable.Range(0, components.Count).Where(place => holds(components[place]))];
}
