using System.Globalization;
using Dala.Platform;
using Dala.Platform.Data;
using Dala.Platform.Languages;
using Dala.Platform.Settings;
using Dala.Standards.Licences;

namespace Dala.Library.Baskets;

/// <summary>What somebody changes in a basket; what is null stays as it is.</summary>
public sealed record BasketChange
{
    /// <summary>The version that was seen; null for whatever there is.</summary>
    public int? Version { get; init; }
    public string? Title { get; init; }
    public string? Author { get; init; }

    /// <summary>One of the interface's languages.</summary>
    public string? Language { get; init; }

    /// <summary>adaptation or collection.</summary>
    public string? Making { get; init; }

    /// <summary>The address of the licence that is wanted; empty for the advised one.</summary>
    public string? Licence { get; init; }

    /// <summary>What is changed in items, by their ids.</summary>
    public IReadOnlyDictionary<Guid, BasketItemChange> Items { get; init; } = new Dictionary<Guid, BasketItemChange>();

    /// <summary><c>up:ID</c>, <c>down:ID</c>, <c>remove:ID</c>, <c>restore:ID</c>, <c>add-text</c>, or null.</summary>
    public string? Action { get; init; }
}

/// <summary>What somebody changes in an item of a basket; what is null stays as it is.</summary>
public sealed record BasketItemChange
{
    public string? Change { get; init; }
    public bool? IsLink { get; init; }
    public string? Title { get; init; }
    public string? Text { get; init; }
}

/// <summary>Changes a basket: its title and licence, what is in it, and in which order.</summary>
public sealed class ChangeBasket(Store store, WordBook book, TimeProvider time, SettingValues settings)
{
    public const int LongestLine = 300;
    public const int LongestChange = 1_000;

    public async Task<Outcome<Basket>> Run(string? key, BasketChange change, CancellationToken ct)
    {
        if (await store.BasketOf(key, ct) is not { } basket)
            return BasketProblems.Unknown;
        if (Wrong(change) is { } problem)
            return problem;
        if (change.Version is { } seen && seen != basket.Version)
            return BasketProblems.Changed;
        var most = settings.Get(LibrarySettings.BasketItems);
        if (change.Action == "add-text" && basket.Kept.Count >= most)
            return BasketProblems.Full(most);

        Edit(basket, change);
        if (Act(basket, change.Action) is { } added)
            store.Add(added);
        basket.Touch(time.GetUtcNow());
        return await store.Keep(basket, BasketProblems.Changed, ct);
    }

    private Problem? Wrong(BasketChange change)
    {
        var longest = settings.Get(LibrarySettings.BasketText);
        var checks = new Checks()
            .That(!IsLonger(change.Title, LongestLine), "/title", "library.basket.too-long", LongestLine)
            .That(!IsLonger(change.Author, LongestLine), "/author", "library.basket.too-long", LongestLine)
            .That(
                change.Language is null || book.Knows(change.Language),
                "/language",
                "library.basket.bad-language",
                change.Language ?? ""
            )
            .That(
                MakingOf(change.Making) is not null || change.Making is null,
                "/making",
                "library.reuse.bad-making",
                change.Making ?? ""
            )
            .That(
                string.IsNullOrEmpty(change.Licence) || Licences.Recognise(change.Licence).Licence is not null,
                "/licence",
                "library.basket.bad-licence",
                change.Licence ?? ""
            )
            .That(IsAction(change.Action), "/action", "library.basket.bad-action", change.Action ?? "");
        foreach (var (id, item) in change.Items)
        {
            checks
                .That(!IsLonger(item.Change, LongestChange), $"/change-{id}", "library.basket.too-long", LongestChange)
                .That(!IsLonger(item.Title, LongestLine), $"/heading-{id}", "library.basket.too-long", LongestLine)
                .That(!IsLonger(item.Text, longest), $"/text-{id}", "library.basket.too-long", longest);
        }

        return checks.Problem;
    }

    private static void Edit(Basket basket, BasketChange change)
    {
        basket.Title = change.Title?.Trim() ?? basket.Title;
        basket.Author = change.Author?.Trim() ?? basket.Author;
        basket.Language = change.Language ?? basket.Language;
        basket.Making = MakingOf(change.Making) ?? basket.Making;
        if (change.Licence is not null)
            basket.Licence = change.Licence.Length == 0 ? null : Licences.Recognise(change.Licence).Licence!.Uri;
        foreach (var item in basket.Items)
        {
            if (!change.Items.TryGetValue(item.Id, out var edit))
                continue;
            item.Change = edit.Change?.Trim() ?? item.Change;
            item.IsLink = edit.IsLink ?? item.IsLink;
            if (!item.IsOwnText)
                continue;
            item.Title = edit.Title?.Trim() ?? item.Title;
            item.Text = edit.Text?.ReplaceLineEndings("\n").Trim() ?? item.Text;
        }
    }

    private static BasketItem? Act(Basket basket, string? action)
    {
        if (action == "add-text")
        {
            var text = new BasketItem { Id = Guid.CreateVersion7(), BasketId = basket.Id };
            basket.Add(text);
            return text;
        }

        if (action is null || !TryRead(action, out var what, out var id))
            return null;
        switch (what)
        {
            case "up":
                basket.Move(id, -1);
                break;
            case "down":
                basket.Move(id, 1);
                break;
            default:
                foreach (var item in basket.Items.Where(item => item.Id == id))
                    item.IsRemoved = what == "remove";
                break;
        }

        return null;
    }

    private static bool IsAction(string? action) => action is null or "" or "save" or "add-text" || TryRead(action, out _, out _);

    private static bool TryRead(string action, out string what, out Guid id)
    {
        var parts = action.Split(':', 2);
        what = parts[0];
        id = default;
        return parts.Length == 2
            && what is "up" or "down" or "remove" or "restore"
            && Guid.TryParse(parts[1], CultureInfo.InvariantCulture, out id);
    }

    private static Making? MakingOf(string? name) =>
        name switch
        {
            Reuse.CombineLicences.Adaptation => Standards.Licences.Making.Adaptation,
            Reuse.CombineLicences.Collection => Standards.Licences.Making.Collection,
            _ => null,
        };

    private static bool IsLonger(string? text, int most) => text is not null && text.Length > most;
}
