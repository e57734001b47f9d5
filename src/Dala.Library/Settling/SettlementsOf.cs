using Dala.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Settling;

/// <summary>The decisions about a resource's licence, the newest first; earlier ones and those taken back are among them.</summary>
public static class SettlementsOf
{
    /// <summary>More are nobody's history but somebody's game.</summary>
    private const int Most = 50;

    public static async Task<IReadOnlyList<LicenceSettlement>> Resource(Store store, Guid resource, CancellationToken ct)
    {
        var records = await store
            .Set<RawRecord>()
            .AsNoTracking()
            .Where(raw => raw.ResourceId == resource && raw.Part == SettleLicence.Part)
            .Join(
                store.Set<Source>().Where(source => source.Name == OwnSources.Decisions),
                raw => raw.SourceId,
                source => source.Id,
                (raw, _) => raw.Bytes
            )
            .ToListAsync(ct);
        return [.. records.Select(LicenceSettlement.Of).OrderByDescending(settlement => settlement.SettledAt).Take(Most)];
    }
}
