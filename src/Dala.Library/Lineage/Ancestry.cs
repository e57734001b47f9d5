using Dala.Library.Finding;
using Dala.Platform.Data;
using Dala.Standards.Licences;

namespace Dala.Library.Lineage;

/// <summary>What was changed in an adaptation, in the words of whoever changed it.</summary>
public sealed record ChangeNote(string Text, string? Language);

/// <summary>A work that others were adapted or translated from, with all that its credit needs.</summary>
public sealed record Ancestor
{
    /// <summary>The resource, or null where it is not in the library and only what was claimed of it is known.</summary>
    public required Guid? Id { get; init; }
    public required string Title { get; init; }
    public string? TitleLanguage { get; init; }
    public required IReadOnlyList<string> Creators { get; init; }
    public required LicenceReading Licence { get; init; }
    public string? Url { get; init; }

    /// <summary>What it changed itself in the works that it was made from.</summary>
    public IReadOnlyList<ChangeNote> Changes { get; init; } = [];

    /// <summary>How the nearest work that comes from it was made of it.</summary>
    public required LineageKind Kind { get; init; }

    /// <summary>Steps to it: 1 for what the resource itself was made from.</summary>
    public required int Steps { get; init; }
}

/// <summary>
/// Finds every work that resources were adapted or translated from. Whoever contributed expression stays credited, at the second remix too
/// (domain.md 8.4); parts and other versions of the same work are not ancestors.
/// </summary>
public sealed class Ancestry(BulkReader reader, ListedResources listed)
{
    /// <summary>For each of the resources all its ancestors, the nearest first.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Ancestor>> Of(IReadOnlyCollection<Guid> resources, string language)
    {
        List<LineageClaim> claims;
        using (var store = reader.Begin())
            claims = LineageWalk.Up(store, resources, LineageFields.IsDerivation).Claims;
        var (kept, _) = LineageEdges.WithoutCycles(claims.Where(claim => LineageFields.IsDerivation(claim.Claim.Field)));
        var above = kept.ToLookup(edge => edge.From, StringComparer.Ordinal);
        var walked = resources.Distinct().ToDictionary(resource => resource, resource => Walk(LineageClaim.KeyOf(resource)));

        var named = walked.Values.SelectMany(found => found).Select(one => one.Named.Target).OfType<Guid>().Distinct();
        var summaries = listed.Of([.. named], language);
        var changes = ChangesOf(claims);
        return walked.ToDictionary(
            pair => pair.Key,
            pair =>
                (IReadOnlyList<Ancestor>)
                    [
                        .. pair.Value.Select(one =>
                            one.Named.Target is { } id && summaries.TryGetValue(id, out var known)
                                ? Known(known.Summary, one.Named.Kind, one.Steps, changes[id])
                                : Broken(ClaimedWork.Of(one.Named.Claim), one.Named.Kind, one.Steps)
                        ),
                    ]
        );

        List<(LineageClaim Named, int Steps)> Walk(string root)
        {
            var found = new List<(LineageClaim, int)>();
            var seen = new HashSet<string>(StringComparer.Ordinal) { root };
            List<string> from = [root];
            for (var steps = 1; from.Count > 0; steps++)
            {
                var next = new List<string>();
                foreach (var edge in from.SelectMany(key => above[key]).Where(edge => seen.Add(edge.To)))
                {
                    found.Add((edge.Claims[0], steps));
                    next.Add(edge.To);
                }

                from = next;
            }

            return found;
        }
    }

    /// <summary>The change notes among claims, by the resource they are about.</summary>
    internal static ILookup<Guid, ChangeNote> ChangesOf(IEnumerable<LineageClaim> claims) =>
        claims
            .Where(claim => claim.Claim.Field == Fields.Change)
            .Select(claim => (claim.Claim.ResourceId, Note: new ChangeNote(claim.Claim.Value, claim.Claim.Language)))
            .Distinct()
            .ToLookup(change => change.ResourceId, change => change.Note);

    private static Ancestor Known(ResourceSummary summary, LineageKind kind, int steps, IEnumerable<ChangeNote> changes) =>
        new()
        {
            Id = summary.Id,
            Title = summary.Title,
            TitleLanguage = summary.TitleLanguage,
            Creators = summary.Creators,
            Licence = summary.Licence,
            Url = WebAddress.Of(summary.Url),
            Changes = [.. changes],
            Kind = kind,
            Steps = steps,
        };

    private static Ancestor Broken(ClaimedWork work, LineageKind kind, int steps) =>
        new()
        {
            Id = null,
            Title = work.Title,
            Creators = work.Creators,
            Licence = work.Reading,
            Url = work.Url,
            Kind = kind,
            Steps = steps,
        };
}
