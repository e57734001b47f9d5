using Dala.Library.Finding;
using Dala.Library.Lineage;
using Dala.Platform;
using Dala.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Crediting;

/// <summary>The credits of some resources, in the order in which they are named.</summary>
public sealed class CreditResources(Store store, BulkReader reader, Ancestry ancestry)
{
    /// <summary>Resources in one question; more than any book is made of.</summary>
    public const int MostResources = 200;

    /// <summary>The credits, or the problem of the first resource that there is not.</summary>
    /// <param name="ids">Ids of resources.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="origin">Scheme and host of this library, for works that have no address of their own.</param>
    public async Task<Outcome<IReadOnlyList<Credit>>> Run(
        IReadOnlyList<string> ids,
        string language,
        string origin,
        CancellationToken ct
    )
    {
        if (ids.Count is 0 or > MostResources)
            return new Problem(ProblemKind.Invalid, "library.credit.bad-request")
            {
                Faults = [new Fault("/resource", "library.credit.bad-resources", MostResources)],
            };
        var keys = new List<Guid>(ids.Count);
        foreach (var id in ids)
        {
            if (!Guid.TryParse(id, out var key))
                return LibraryProblems.NoResource(id);
            keys.Add(key);
        }

        var credits = await Of(keys, language, origin, ct);
        return keys.Find(key => !credits.ContainsKey(key)) is var missing && missing != default
            ? LibraryProblems.NoResource(missing.ToString())
            : (Outcome<IReadOnlyList<Credit>>)keys.ConvertAll(key => credits[key].Credit);
    }

    /// <summary>Those of the resources that there are, each with its credit.</summary>
    public async Task<IReadOnlyDictionary<Guid, CreditedResource>> Of(
        IReadOnlyCollection<Guid> ids,
        string language,
        string origin,
        CancellationToken ct
    )
    {
        var sources = await store.Set<Source>().AsNoTracking().ToDictionaryAsync(source => source.Id, ct);
        var wanted = ids.Distinct().ToList();
        var ancestors = ancestry.Of(wanted, language);
        using var reading = reader.Begin();
        return ClaimsOfResources
            .Of(reading, wanted)
            .ToDictionary(
                resource => resource.Id,
                resource =>
                {
                    var source = sources[resource.SourceId];
                    var summary = ResourceSummary.Of(
                        resource.Id,
                        resource.Identifier,
                        resource.ChangedAt,
                        source,
                        resource.Claims,
                        language
                    );
                    return new CreditedResource(
                        summary,
                        resource.Claims,
                        Credit.Of(summary, resource.Claims, $"{origin}/resources/{resource.Id}") with
                        {
                            Ancestors = [.. ancestors[resource.Id].Select(ancestor => Credit.Of(ancestor, origin))],
                        }
                    );
                }
            );
    }
}

/// <summary>A resource with its claims and how it is credited.</summary>
public sealed record CreditedResource(ResourceSummary Summary, IReadOnlyList<Claim> Claims, Credit Credit);
