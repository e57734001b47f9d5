using Dala.Platform.Languages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Platform.Web;

/// <summary>What every part of a page may ask about the request that it answers.</summary>
public sealed class PageContext
{
    private readonly HttpContext http;

    /// <summary>Takes the language from the address, or from what the reader prefers where the address names none.</summary>
    public PageContext(HttpContext http)
    {
        this.http = http;
        Book = http.RequestServices.GetRequiredService<WordBook>();
        T = Book.In(ReaderLanguage.Of(http));
        Assets = http.RequestServices.GetRequiredService<SiteAssets>();
        Path = LanguageRoutes.WithoutLanguage(http);
        Query = PageQuery.Of(http.Request.Query);
        Basket = http.GetRouteValue(BasketParameter) as string ?? Query[BasketParameter];
    }

    /// <summary>The name under which addresses carry a basket's key along.</summary>
    public const string BasketParameter = "basket";

    /// <summary>The texts in the page's language.</summary>
    public Words T { get; }

    /// <summary>All languages of the interface.</summary>
    public WordBook Book { get; }

    /// <summary>The page's language.</summary>
    public string Language => T.Language;

    /// <summary>The address's path without the language: <c>/resources</c> for <c>/kk/resources</c>.</summary>
    public string Path { get; }

    /// <summary>The address's query.</summary>
    public PageQuery Query { get; }

    /// <summary>
    /// The key of the basket that the reader is filling. No cookie remembers it, so every link of a page carries it on; null while there is none.
    /// </summary>
    public string? Basket { get; }

    /// <summary>Scheme and host, for the few addresses that must be absolute.</summary>
    public string Origin => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";

    /// <summary>Who asks.</summary>
    public Actor Actor => http.RequestServices.GetRequiredService<Actor>();

    /// <summary>Whether the address carries a language, so that the same page stands at an address of its own in each.</summary>
    public bool IsTranslated => http.GetRouteValue(LanguageRoutes.Parameter) is string;

    internal SiteAssets Assets { get; }

    /// <summary>The address of a page in this page's language, and with the reader's basket: <c>/resources</c> becomes <c>/kk/resources</c>.</summary>
    public string Link(string path) => LinkIn(Language, Basket is null ? path : WithBasket(path, Basket));

    /// <summary>The address of a page in another language.</summary>
    public string LinkIn(string language, string path) => $"{http.Request.PathBase}/{language}{(path == "/" ? "" : path)}";

    /// <summary>This page in this language with another query.</summary>
    public string Here(PageQuery query) => LinkIn(Language, Path) + query;

    /// <summary>The same page in another language.</summary>
    public string Alternate(string language) => LinkIn(language, Path) + Query;

    /// <summary>The address that remembers a language and leads to the same page in it.</summary>
    public string ChooseLanguage(string language) =>
        $"{http.Request.PathBase}/language/{language}?to={Uri.EscapeDataString(IsTranslated ? Path + Query : "/")}";

    private static string WithBasket(string path, string basket)
    {
        var parts = path.Split('#', 2);
        if (
            parts[0].StartsWith("/baskets/", StringComparison.Ordinal)
            || parts[0].Contains(BasketParameter + "=", StringComparison.Ordinal)
        )
            return path;
        var query = $"{(parts[0].Contains('?') ? '&' : '?')}{BasketParameter}={Uri.EscapeDataString(basket)}";
        return parts[0] + query + (parts.Length == 2 ? "#" + parts[1] : "");
    }

    /// <summary>The name and value of the hidden field that every form that posts must carry.</summary>
    public AntiforgeryTokenSet Antiforgery => http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
}
