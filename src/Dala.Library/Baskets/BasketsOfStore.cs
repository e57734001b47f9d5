using Dala.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Baskets;

/// <summary>How a basket is found by the key in its address.</summary>
internal static class BasketsOfStore
{
    /// <summary>The basket with all its items, or null.</summary>
    public static async Task<Basket?> BasketOf(this Store store, string? key, CancellationToken ct)
    {
        if (!BasketKey.IsKey(key))
            return null;
        var hash = BasketKey.Hash(key!);
        return await store
            .Set<Basket>()
            .Include(basket => basket.Items)
            .SingleOrDefaultAsync(basket => basket.KeyHash == hash, ct);
    }

    public static void Touch(this Basket basket, DateTimeOffset now)
    {
        basket.Version++;
        basket.ChangedAt = now;
    }
}
