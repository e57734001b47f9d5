using Dala.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.About;

/// <summary>Every source with the credit that it asks for.</summary>
public sealed class ListAttributions(Store store)
{
    public async Task<IReadOnlyList<Source>> Run(CancellationToken ct) =>
        await store.Set<Source>().AsNoTracking().OrderBy(source => source.Title).ToListAsync(ct);
}
