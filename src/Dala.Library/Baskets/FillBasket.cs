using Dala.Platform;
using Dala.Platform.Data;
using Dala.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Baskets;

/// <summary>What a reader puts into a basket: a work, or some pages of it.</summary>
public sealed record BasketOrder
{
    public string? Resource { get; init; }

    /// <summary>The first and last page that are wanted, from 1; empty for all.</summary>
    public string? First { get; init; }
    public string? Last { get; init; }
}

/// <summary>Puts something into a basket; where there is none, a new one is taken. Answers its key.</summary>
public sealed class FillBasket(Store store, TimeProvider time, SettingValues settings)
{
    /// <summary>Pages are numbered no further.</summary>
    private const int MostPages = 100_000;

    /// <summary>Forgotten baskets that one who takes a new one clears away.</summary>
    private const int ClearedAtOnce = 20;

    public async Task<Outcome<string>> Run(string? key, BasketOrder order, string language, CancellationToken ct)
    {
        var checks = new Checks().Filled(order.Resource, "/resource");
        var first = PageOf(order.First, "/first", checks);
        var last = PageOf(order.Last, "/last", checks);
        checks.That(
            first is null || last is null || first <= last,
            "/last",
            "library.basket.bad-pages",
            order.Last ?? "",
            order.First ?? ""
        );
        if (checks.Problem is { } problem)
            return problem;
        if (
            !Guid.TryParse(order.Resource, out var resource)
            || !await store.Set<Resource>().AnyAsync(known => known.Id == resource, ct)
        )
            return LibraryProblems.NoResource(order.Resource!);

        var basket = await store.BasketOf(key, ct);
        if (basket is null)
        {
            await ClearForgotten(ct);
            var mostBaskets = settings.Get(LibrarySettings.Baskets);
            if (await store.Set<Basket>().CountAsync(ct) >= mostBaskets)
                return BasketProblems.TooMany;
            key = BasketKey.New();
            basket = NewBasket(key, language);
            store.Add(basket);
        }

        var most = settings.Get(LibrarySettings.BasketItems);
        if (basket.Kept.Count >= most)
            return BasketProblems.Full(most);
        // The same once more is a slip of the finger.
        if (!basket.Kept.Any(item => item.ResourceId == resource && item.FirstPage == first && item.LastPage == last))
        {
            var item = new BasketItem
            {
                Id = Guid.CreateVersion7(),
                BasketId = basket.Id,
                ResourceId = resource,
                FirstPage = first,
                LastPage = last,
            };
            basket.Add(item);
            store.Add(item);
            basket.Touch(time.GetUtcNow());
        }

        return await store.Keep(key!, BasketProblems.Changed, ct);
    }

    private Basket NewBasket(string key, string language) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            KeyHash = BasketKey.Hash(key),
            Language = language,
            CreatedAt = time.GetUtcNow(),
            ChangedAt = time.GetUtcNow(),
        };

    private async Task ClearForgotten(CancellationToken ct)
    {
        var before = time.GetUtcNow().AddDays(-settings.Get(LibrarySettings.BasketDays));
        store.RemoveRange(
            await store
                .Set<Basket>()
                .Where(basket => basket.ChangedAt < before && basket.PublishedAs == null)
                .OrderBy(basket => basket.ChangedAt)
                .Take(ClearedAtOnce)
                .ToListAsync(ct)
        );
    }

    private static int? PageOf(string? text, string pointer, Checks checks)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var isPage =
            int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var page) && page is > 0 and <= MostPages;
        checks.That(isPage, pointer, "library.basket.bad-page", text);
        return isPage ? page : null;
    }
}
