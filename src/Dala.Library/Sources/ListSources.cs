using Dala.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Sources;

/// <summary>A source with how much came from it and how its last import went.</summary>
public sealed record ListedSource(Source Source, long Resources, ImportRun? LastRun);

/// <summary>Lists all sources by name.</summary>
public sealed class ListSources(Store store)
{
    public async Task<IReadOnlyList<ListedSource>> Run(CancellationToken ct)
    {
        var sources = await store.Set<Source>().AsNoTracking().OrderBy(source => source.Name).ToListAsync(ct);
        var counts = await store
            .Set<Resource>()
            .GroupBy(resource => resource.SourceId)
            .Select(group => new { group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        var runs = await store
            .Set<ImportRun>()
            .FromSql(
                $"""
                select * from import_run
                where id in (
                    select max(newest.id) from import_run as newest
                    where started_at = (select max(started_at) from import_run where source_id = newest.source_id)
                    group by newest.source_id
                )
                """
            )
            .AsNoTracking()
            .ToDictionaryAsync(run => run.SourceId, ct);
        return
        [
            .. sources.Select(source => new ListedSource(
                source,
                counts.GetValueOrDefault(source.Id),
                runs.GetValueOrDefault(source.Id)
            )),
        ];
    }
}
