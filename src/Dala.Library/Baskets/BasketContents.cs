using Dala.Library.Crediting;
using Dala.Library.Reuse;
using Dala.Platform.Languages;
using Dala.Standards.Licences;

namespace Dala.Library.Baskets;

/// <summary>A basket with all that is needed to show it, to judge it and to make it.</summary>
public sealed record BasketContents
{
    public required Basket Basket { get; init; }

    /// <summary>What is in it, in order.</summary>
    public required IReadOnlyList<BasketWork> Works { get; init; }

    /// <summary>What was taken out and can be put back.</summary>
    public required IReadOnlyList<BasketWork> Removed { get; init; }

    /// <summary>What may become of it, as an adaptation or a collection, whichever is meant.</summary>
    public required Combination Combination { get; init; }

    /// <summary>The same in sentences.</summary>
    public required CombinationText Verdict { get; init; }

    /// <summary>The licence that what is made carries: the chosen one as long as it is possible, or the advised one.</summary>
    public Licence? Licence =>
        Combination.Possible.FirstOrDefault(licence => licence.Uri == Basket.Licence) ?? Combination.Recommended;

    public bool IsEmpty => Works.Count == 0;

    /// <summary>The works whose licences decide, in the order of the combination's sources.</summary>
    public static IReadOnlyList<BasketWork> Deciding(IEnumerable<BasketWork> works) =>
        [.. works.Where(work => work.Credit is not null && !work.Item.IsLink)];

    /// <summary>What may become of works and of what somebody adds, who may do with that as they like.</summary>
    public static Combination Combined(IEnumerable<BasketWork> works, Making making) =>
        Compatibility.Of(
            [
                .. Deciding(works).Select(work => StatedLicence.Of(work.Credit!.Licence)),
                StatedLicence.Of(Licences.Recognise("CC0-1.0")),
            ],
            making
        );

    /// <summary>Says a combination, with the works by their titles.</summary>
    public static CombinationText Said(IEnumerable<BasketWork> works, Combination combination, Words words) =>
        CombinationText.Of(
            combination,
            [.. Deciding(works).Select(work => work.Title), words["library.basket.own-text"].Value],
            words
        );
}

/// <summary>Something in a basket with what is known of it.</summary>
public sealed record BasketWork
{
    public required BasketItem Item { get; init; }

    /// <summary>The work's title, or the heading of a text of one's own.</summary>
    public required string Title { get; init; }
    public string? TitleLanguage { get; init; }

    /// <summary>How the work is named; null for a text of one's own, and for a work that is no longer here.</summary>
    public Credit? Credit { get; init; }

    public ResourceSummary? Summary { get; init; }

    /// <summary>What is changed in the work, or that only some of its pages are taken.</summary>
    public string? ChangedHere { get; init; }

    /// <summary>The words that go into what is made; null where the library does not hold them, so that the work can only be linked.</summary>
    public string? Text { get; init; }
    public string? TextLanguage { get; init; }

    /// <summary>The work was in the library once.</summary>
    public bool IsGone => !Item.IsOwnText && Credit is null;
}
