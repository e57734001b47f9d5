using Dala.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Sources;

/// <summary>The titles of all sources by name, for filters.</summary>
public sealed class SourceTitles(Store store)
{
    public async Task<IReadOnlyDictionary<string, string>> Run(CancellationToken ct) =>
        await store.Set<Source>().AsNoTracking().ToDictionaryAsync(source => source.Name, source => source.Title, ct);
}
