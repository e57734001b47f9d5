using Dala.Library.Crediting;
using Dala.Library.Reader;
using Dala.Platform;
using Dala.Platform.Data;
using Dala.Platform.Languages;

namespace Dala.Library.Baskets;

/// <summary>Opens a basket: its works, what may become of them, and why.</summary>
public sealed class ShowBasket(Store store, CreditResources credits)
{
    /// <summary>Opens the basket of a key.</summary>
    /// <param name="origin">Scheme and host of this library, for works that have no address of their own.</param>
    public async Task<Outcome<BasketContents>> Run(string? key, Words words, string origin, CancellationToken ct)
    {
        if (await store.BasketOf(key, ct) is not { } basket)
            return BasketProblems.Unknown;
        return await Of(basket, words, origin, ct);
    }

    public async Task<BasketContents> Of(Basket basket, Words words, string origin, CancellationToken ct)
    {
        var ids = basket.Items.Select(item => item.ResourceId).OfType<Guid>().Distinct().ToList();
        var named = await credits.Of(ids, words.Language, origin, ct);
        var works = basket.Kept.Select(Work).ToList();
        var combination = BasketContents.Combined(works, basket.Making);
        return new BasketContents
        {
            Basket = basket,
            Works = works,
            Removed = [.. basket.Removed.Select(Work)],
            Combination = combination,
            Verdict = BasketContents.Said(works, combination, words),
        };

        BasketWork Work(BasketItem item)
        {
            if (item.ResourceId is not { } id)
                return new BasketWork
                {
                    Item = item,
                    Title = item.Title.Length > 0 ? item.Title : words["library.basket.own-text"].Value,
                    Text = item.Text,
                    TextLanguage = basket.Language,
                };
            if (!named.TryGetValue(id, out var resource))
                return new BasketWork { Item = item, Title = words["library.basket.gone"].Value };
            var summary = resource.Summary;
            var changes = Changes(item, words);
            var text = ShownClaim.Of(resource.Claims, Fields.Text, summary.Languages, words.Language);
            return new BasketWork
            {
                Item = item,
                Title = summary.Title,
                TitleLanguage = summary.TitleLanguage,
                Summary = summary,
                Credit = resource.Credit with
                {
                    Change = Credit.Joined([resource.Credit.Change, changes]),
                    ChangeLanguage =
                        resource.Credit.ChangeLanguage ?? (item.Change.Length > 0 ? basket.Language : words.Language),
                },
                ChangedHere = changes,
                Text = text is null ? null : Pages(text.Value, item),
                TextLanguage = text?.Claim.Language ?? summary.Languages.FirstOrDefault(),
            };
        }
    }

    /// <summary>What was changed: in the maker's words, and that only some pages are taken.</summary>
    private static string? Changes(BasketItem item, Words words)
    {
        var pages = (item.FirstPage, item.LastPage) switch
        {
            (null, null) => null,
            ({ } first, null) => words["library.basket.pages.from", ("first", first)].Value,
            (null, { } last) => words["library.basket.pages.to", ("last", last)].Value,
            ({ } first, { } last) => words["library.basket.pages", ("first", first), ("last", last)].Value,
        };
        return Credit.Joined([pages, item.Change]);
    }

    private static string Pages(string text, BasketItem item)
    {
        if (item.FirstPage is null && item.LastPage is null)
            return text;
        var first = (item.FirstPage ?? 1) - 1;
        return TextPages.Joined(TextPages.Of(text).Skip(first).Take((item.LastPage ?? int.MaxValue) - first));
    }
}
