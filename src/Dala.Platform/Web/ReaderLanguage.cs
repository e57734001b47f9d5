using Dala.Platform.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Platform.Web;

/// <summary>In which language a reader is answered: that of the address, else the one chosen before, else the browser's, else English.</summary>
public static class ReaderLanguage
{
    /// <summary>The cookie that remembers a choice.</summary>
    public const string Cookie = "language";

    public static string Of(HttpContext http)
    {
        var book = http.RequestServices.GetRequiredService<WordBook>();
        if (http.GetRouteValue(LanguageRoutes.Parameter) is string named && book.Knows(named))
            return named;
        // An address that leads nowhere has no route, but a person who reads Kazakh still hears so in Kazakh.
        var first = (http.Request.Path.Value ?? "").Split('/', 3).ElementAtOrDefault(1);
        if (book.Knows(first))
            return first!;
        var chosen = http.Request.Cookies[Cookie];
        return book.Knows(chosen) ? chosen! : book.Choose(http.Request.Headers.AcceptLanguage);
    }
}
