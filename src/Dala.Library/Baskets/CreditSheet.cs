using Dala.Library.Crediting;
using Dala.Platform.Languages;
using Dala.Standards.Licences;

namespace Dala.Library.Baskets;

/// <summary>All credits of what a basket becomes: the whole first, then every work in it.</summary>
public static class CreditSheet
{
    public static IReadOnlyList<Credit> Of(BasketContents contents, Words words)
    {
        var works = contents.Works.Select(work => work.Credit).OfType<Credit>();
        if (contents.Licence is not { } licence)
            return [.. works];
        var whole = new Credit
        {
            Title = BookOfBasket.TitleOf(contents, words),
            TitleLanguage = contents.Basket.Language,
            Authors = contents.Basket.Author.Length > 0 ? [contents.Basket.Author] : [],
            Licence = Licences.Recognise(licence.Uri),
            Languages = [contents.Basket.Language],
        };
        return [whole, .. works];
    }
}
