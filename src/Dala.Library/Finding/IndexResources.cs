using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Dala.Search;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Finding;

/// <summary>Brings the search index up to the store: everything that changed since the change number that the index holds.</summary>
public sealed class IndexResources(Store store, BulkReader reader, LibraryIndex index, DocumentOfResource document)
{
    /// <summary>How many resources are read and put into the index at a time; from then on they can be found.</summary>
    private const int Step = 2_000;

    /// <summary>After how many the index is written to the disk: what a crash makes to be read again.</summary>
    private const int Kept = 20_000;

    /// <summary>When one in so many resources has changed at once, the parts of the index are made few again.</summary>
    private const int CompactedFrom = 4;

    /// <summary>Asks for the index to follow. Run twice, the second finds nothing to do.</summary>
    public sealed record Job;

    /// <summary>
    /// Follows the store; answers how many resources were looked at. It ends with what was followed on the disk: a job that is done must not be
    /// needed again after a crash. What a crash takes from the index, the next start follows from the number that the disk holds.
    /// </summary>
    public async Task<long> Run(JobProgress progress, CancellationToken ct)
    {
        var serving = index.Current;
        var since = 0L;
        var count = await Follow(
            serving.Through,
            (documents, through) =>
            {
                serving.Apply(documents, through);
                since += documents.Count;
                if (since < Kept)
                    return;
                serving.Commit();
                since = 0;
            },
            progress,
            ct
        );
        if (count > serving.Count / CompactedFrom)
            serving.Compact();
        else
            serving.Commit();
        index.IsWhole();
        return count;
    }

    /// <summary>Makes the whole index again beside the one that serves, then swaps them.</summary>
    public async Task<long> Rebuild(JobProgress progress, CancellationToken ct)
    {
        using var rebuild = index.Current.BeginRebuild();
        var count = await Follow(0, rebuild.Apply, progress, ct);
        rebuild.Swap();
        index.IsWhole();
        return count;
    }

    private async Task<long> Follow(
        long through,
        Action<IReadOnlyList<IndexChange>, long> apply,
        JobProgress progress,
        CancellationToken ct
    )
    {
        var total = await store.Set<Resource>().LongCountAsync(resource => resource.ChangeNumber > through, ct);
        var done = 0L;
        while (true)
        {
            var after = through;
            var upTo = await store
                .Set<Resource>()
                .Where(resource => resource.ChangeNumber > after)
                .OrderBy(resource => resource.ChangeNumber)
                .Take(Step)
                .Select(resource => (long?)resource.ChangeNumber)
                .MaxAsync(ct);
            if (upTo is not { } last)
                return done;

            var sources = await store
                .Set<Source>()
                .AsNoTracking()
                .ToDictionaryAsync(source => source.Id, source => source.Name, ct);
            List<IndexChange> documents;
            using (var reading = reader.Begin())
            {
                documents =
                [
                    .. ClaimsOfResources
                        .Between(reading, after, last)
                        .Select(resource => new IndexChange.Put(document.Of(resource, sources[resource.SourceId]))),
                ];
            }

            apply(documents, last);
            through = last;
            done += documents.Count;
            await progress.Report(done, total);
        }
    }
}
