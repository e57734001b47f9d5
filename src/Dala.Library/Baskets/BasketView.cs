using Dala.Platform;
using Dala.Platform.Web;

namespace Dala.Library.Baskets;

/// <summary>What a basket's page shows.</summary>
/// <param name="Key">The key in its address.</param>
/// <param name="From">The path on this site where its reader was before.</param>
/// <param name="Change">What was sent and could not be kept, so that nobody types it twice.</param>
public sealed record BasketView(
    string Key,
    BasketContents Contents,
    string? From = null,
    BasketChange? Change = null,
    Problem? Problem = null
)
{
    /// <summary>Where looking for more goes on.</summary>
    public string Back => LanguageRoutes.IsLocal(From) && From != "/" ? From! : "/resources";

    public string TitleTyped => Change?.Title ?? Contents.Basket.Title;
    public string AuthorTyped => Change?.Author ?? Contents.Basket.Author;

    public BasketItemChange? Typed(BasketItem item) => Change?.Items.GetValueOrDefault(item.Id);
}
