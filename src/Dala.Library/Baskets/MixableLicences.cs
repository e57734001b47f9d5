using Dala.Platform.Data;
using Dala.Standards.Licences;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Baskets;

/// <summary>The licences of works that go together with what is in a basket, as the index names them.</summary>
public sealed class MixableLicences(Store store)
{
    /// <summary>The licences, or everything that may be built on while nothing is gathered.</summary>
    /// <param name="key">Of the basket.</param>
    public async Task<IReadOnlyList<string>> Run(string? key, CancellationToken ct)
    {
        var basket = await store.BasketOf(key, ct);
        var ids = basket?.Kept.Where(item => !item.IsLink).Select(item => item.ResourceId).OfType<Guid>().ToList() ?? [];
        var claims = await store
            .Set<Claim>()
            .AsNoTracking()
            .Where(claim => ids.Contains(claim.ResourceId) && (claim.Field == Fields.Licence || claim.Field == Fields.Weighed))
            .ToListAsync(ct);
        // A work of which nothing is said about its licence has no claim: nobody can say what goes with it.
        var said = claims.ToLookup(claim => claim.ResourceId);
        var gathered = ids.Distinct().Select(id => StatedLicence.Of(LicenceDecision.Of(said[id]).Reading)).ToList();
        return
        [
            .. Compatibility
                .Joining(gathered, StatedLicence.All, basket?.Making ?? Making.Adaptation)
                .Select(licence => licence.ToString()),
        ];
    }
}
