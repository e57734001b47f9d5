using Dala.Platform;
using Dala.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Sources;

/// <summary>Which quarantined records are asked for.</summary>
public sealed record QuarantineQuery
{
    public string? Source { get; init; }
    public string? Run { get; init; }

    /// <summary>The last record of the page before.</summary>
    public string? After { get; init; }
    public int Size { get; init; } = 50;
}

/// <summary>One page of quarantine, the newest first.</summary>
public sealed record Quarantine(long Total, IReadOnlyList<QuarantinedEntry> Items, string? Next);

/// <summary>A record that could not be taken in, and whose it is.</summary>
public sealed record QuarantinedEntry(QuarantinedRecord Record, string Source);

/// <summary>Lists records that could not be taken in and still cannot.</summary>
public sealed class ListQuarantine(Store store)
{
    public async Task<Outcome<Quarantine>> Run(QuarantineQuery query, CancellationToken ct)
    {
        var last = Guid.Empty;
        if (!string.IsNullOrEmpty(query.After) && !Guid.TryParse(query.After, out last))
            return LibraryProblems.BadCursor;
        var run = Guid.Empty;
        if (!string.IsNullOrEmpty(query.Run) && !Guid.TryParse(query.Run, out run))
            return LibraryProblems.NoRun(query.Run);
        var sources = await store.Set<Source>().AsNoTracking().ToDictionaryAsync(source => source.Id, source => source.Name, ct);
        if (!string.IsNullOrEmpty(query.Source) && !sources.ContainsValue(query.Source))
            return LibraryProblems.NoSource(query.Source);

        var asked = After(last).AsNoTracking().Where(record => record.ResolvedAt == null);
        var all = store.Set<QuarantinedRecord>().Where(record => record.ResolvedAt == null);
        if (!string.IsNullOrEmpty(query.Source))
        {
            var source = sources.Single(known => known.Value == query.Source).Key;
            asked = asked.Where(record => record.SourceId == source);
            all = all.Where(record => record.SourceId == source);
        }

        if (run != Guid.Empty)
        {
            asked = asked.Where(record => record.RunId == run);
            all = all.Where(record => record.RunId == run);
        }

        var page = await asked.OrderByDescending(record => record.Id).Take(query.Size + 1).ToListAsync(ct);
        var items = page.Take(query.Size).Select(record => new QuarantinedEntry(record, sources[record.SourceId])).ToList();
        return new Quarantine(
            await all.LongCountAsync(ct),
            items,
            page.Count > query.Size ? items[^1].Record.Id.ToString() : null
        );
    }

    // EF has no words for "before this id": ids are bytes, in the order of their time.
    private IQueryable<QuarantinedRecord> After(Guid last) =>
        last == Guid.Empty
            ? store.Set<QuarantinedRecord>()
            : store.Set<QuarantinedRecord>().FromSql($"select * from quarantined_record where id < {Columns.Bytes(last)}");
}
