using System.Runtime.CompilerServices;
using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Dala.Search;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Finding;

/// <summary>Brings the search index up to the store: everything that changed since the change number that the index holds.</summary>
public sealed class IndexResources(Store store, LibraryIndex index, DocumentOfResource document)
{
    /// <summary>How many resources are read and kept in the index at a time.</summary>
    private const int Step = 2_000;

    /// <summary>Asks for the index to follow. Run twice, the second finds nothing to do.</summary>
    public sealed record Job;

    /// <summary>Follows the store; answers how many resources were looked at.</summary>
    public async Task<long> Run(JobProgress progress, CancellationToken ct) =>
        await Follow(index.Current.Through, index.Current.Apply, progress, ct);

    /// <summary>Makes the whole index again beside the one that serves, then swaps them.</summary>
    public async Task<long> Rebuild(JobProgress progress, CancellationToken ct)
    {
        using var rebuild = index.Current.BeginRebuild();
        var count = await Follow(0, rebuild.Apply, progress, ct);
        rebuild.Swap();
        return count;
    }

    private async Task<long> Follow(
        long through,
        Action<IEnumerable<IndexChange>, long> apply,
        JobProgress progress,
        CancellationToken ct
    )
    {
        var total = await store.Set<Resource>().LongCountAsync(resource => resource.ChangeNumber > through, ct);
        var done = 0L;
        while (true)
        {
            var changed = await store
                .Set<Resource>()
                .AsNoTracking()
                .Where(resource => resource.ChangeNumber > through)
                .OrderBy(resource => resource.ChangeNumber)
                .Take(Step)
                .ToListAsync(ct);
            if (changed.Count == 0)
                return done;

            var upTo = changed[^1].ChangeNumber;
            var documents = new List<IndexChange>(changed.Count);
            var sources = await store
                .Set<Source>()
                .AsNoTracking()
                .ToDictionaryAsync(source => source.Id, source => source.Name, ct);
            await foreach (var (resource, claims) in WithClaims(changed, through, upTo, ct))
                documents.Add(new IndexChange.Put(document.Of(resource, sources[resource.SourceId], claims)));
            apply(documents, upTo);

            through = upTo;
            done += changed.Count;
            await progress.Report(done, total);
        }
    }

    // One query for all claims of the step, in the order of the resources, so that nothing is searched for one by one.
    private async IAsyncEnumerable<(Resource Resource, IReadOnlyList<Claim> Claims)> WithClaims(
        List<Resource> changed,
        long after,
        long upTo,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var claims = store
            .Set<Resource>()
            .AsNoTracking()
            .Where(resource => resource.ChangeNumber > after && resource.ChangeNumber <= upTo)
            .Join(
                store.Set<Claim>(),
                resource => resource.Id,
                claim => claim.ResourceId,
                (resource, claim) => new { resource.ChangeNumber, Claim = claim }
            )
            .OrderBy(row => row.ChangeNumber)
            .AsAsyncEnumerable()
            .GetAsyncEnumerator(ct);
        await using (claims)
        {
            var more = await claims.MoveNextAsync();
            foreach (var resource in changed)
            {
                var own = new List<Claim>();
                for (; more && claims.Current.ChangeNumber == resource.ChangeNumber; more = await claims.MoveNextAsync())
                    own.Add(claims.Current.Claim);
                yield return (resource, own);
            }
        }
    }
}
