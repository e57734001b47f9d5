using Dala.Library.Baskets;
using Dala.Library.Crediting;
using Dala.Library.Reuse;
using Dala.Platform.Languages;

namespace Dala.Library.Api;

/// <summary>A basket: what is in it, and what may become of it.</summary>
public sealed record BasketJson
{
    /// <summary>The key in its address; whoever knows it may change the basket.</summary>
    public required string Key { get; init; }

    /// <summary>To be sent back with a change, so that nobody undoes another's.</summary>
    public required int Version { get; init; }
    public required string Title { get; init; }
    public required string Author { get; init; }
    public required string Language { get; init; }

    /// <summary>adaptation or collection.</summary>
    public required string Making { get; init; }

    /// <summary>Whether it may be made and shared.</summary>
    public required bool Possible { get; init; }

    /// <summary>What holds, in the reader's language.</summary>
    public required string Verdict { get; init; }

    /// <summary>What is not known of the works although it makes no difference here.</summary>
    public string? Remark { get; init; }

    /// <summary>The licence that what is made carries.</summary>
    public LicenceNameJson? Licence { get; init; }

    /// <summary>The general licences that it may carry, the most advisable first; those of single countries stand in <c>/api/compatibility</c>.</summary>
    public required IReadOnlyList<LicenceNameJson> Licences { get; init; }

    /// <summary>The ids of items that clash, where some do.</summary>
    public required IReadOnlyList<Guid> Clash { get; init; }

    /// <summary>The ids of items of which the licence must be found out first.</summary>
    public required IReadOnlyList<Guid> Asked { get; init; }

    /// <summary>What can be done about a clash, in the reader's language.</summary>
    public required IReadOnlyList<string> WaysOut { get; init; }
    public required IReadOnlyList<BasketItemJson> Items { get; init; }

    /// <summary>The ids of items that were taken out and can be put back.</summary>
    public required IReadOnlyList<Guid> Removed { get; init; }

    /// <summary>That this is no legal advice.</summary>
    public required string Notice { get; init; }

    public static BasketJson Of(string key, BasketContents contents, Words words)
    {
        var (basket, combination) = (contents.Basket, contents.Combination);
        var deciding = BasketContents.Deciding(contents.Works);
        return new BasketJson
        {
            Key = key,
            Version = basket.Version,
            Title = basket.Title,
            Author = basket.Author,
            Language = basket.Language,
            Making =
                basket.Making == Standards.Licences.Making.Collection ? CombineLicences.Collection : CombineLicences.Adaptation,
            Possible = !contents.IsEmpty && combination.IsPossible,
            Verdict = contents.Verdict.Verdict.Value,
            Remark = contents.Verdict.Remark?.Value,
            Licence = contents.Licence is { } licence ? LicenceNameJson.Of(licence) : null,
            Licences = [.. combination.Possible.Where(licence => licence.Jurisdiction is null).Select(LicenceNameJson.Of)],
            Clash = [.. (combination.Conflict?.Sources ?? []).Select(place => deciding[place].Item.Id)],
            Asked = [.. combination.Asked.Select(place => deciding[place].Item.Id)],
            WaysOut = [.. contents.Verdict.WaysOut.Select(way => way.Value)],
            Items = [.. contents.Works.Select(work => BasketItemJson.Of(work, words))],
            Removed = [.. contents.Removed.Select(work => work.Item.Id)],
            Notice = contents.Verdict.Notice.Value,
        };
    }
}

/// <summary>A work, some pages of one, or a text of one's own.</summary>
/// <param name="Resource">The work; null for a text of one's own.</param>
/// <param name="Change">What is changed in it.</param>
/// <param name="IsLink">It is only named and linked.</param>
/// <param name="HasText">Its words go into what is made.</param>
/// <param name="Text">A text of one's own.</param>
/// <param name="Credit">How it is credited, in the reader's language.</param>
public sealed record BasketItemJson(
    Guid Id,
    Guid? Resource,
    int? FirstPage,
    int? LastPage,
    string Title,
    string? TitleLanguage,
    LicenceJson? Licence,
    string? Change,
    bool IsLink,
    bool HasText,
    string? Text,
    string? Credit
)
{
    public static BasketItemJson Of(BasketWork work, Words words) =>
        new(
            work.Item.Id,
            work.Item.ResourceId,
            work.Item.FirstPage,
            work.Item.LastPage,
            work.Title,
            work.TitleLanguage,
            work.Credit is { } named ? LicenceJson.Of(named.Licence) : null,
            work.Item.Change.Length > 0 ? work.Item.Change : null,
            work.Item.IsLink,
            work.Text is not null,
            work.Item.IsOwnText ? work.Item.Text : null,
            work.Credit is { } credit ? CreditPlain.Of(credit, words) : null
        );
}

/// <summary>The resource that a basket was published as.</summary>
public sealed record PublishedJson(Guid Resource);
