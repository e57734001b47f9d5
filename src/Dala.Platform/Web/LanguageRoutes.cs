using Dala.Platform.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dala.Platform.Web;

/// <summary>Addresses of pages carry their language: <c>/kk/resources</c>.</summary>
public static class LanguageRoutes
{
    /// <summary>The route value that holds the language.</summary>
    public const string Parameter = "language";

    internal const string Constraint = "spoken";

    /// <summary>The group that pages are mapped in, and the addresses that lead a reader into it.</summary>
    public static RouteGroupBuilder MapPages(this IEndpointRouteBuilder root)
    {
        root.MapGet("/", () => Html.InReadersLanguage("/")).Open().ExcludeFromDescription();
        root.MapGet("/language/{chosen:" + Constraint + "}", Choose).Open().ExcludeFromDescription();
        return root.MapGroup("/{" + Parameter + ":" + Constraint + "}").ExcludeFromDescription();
    }

    /// <summary>Whether an address is a path of this site, which a redirect may safely lead to.</summary>
    public static bool IsLocal(string? path) =>
        path is ['/', ..]
        && path is not ['/', '/', ..]
        // Browsers read a backslash as a slash, and drop tabs and line breaks before they look.
        && !path.Any(letter => letter == '\\' || char.IsControl(letter));

    /// <summary><c>/resources</c> for <c>/kk/resources</c>; a path without a language stays as it is.</summary>
    internal static string WithoutLanguage(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        if (http.GetRouteValue(Parameter) is not string language)
            return path;
        var rest = path[(language.Length + 1)..];
        return rest.Length <= 1 ? "/" : rest;
    }

    // This GET changes nothing but the reader's own preference, so that the chooser works as plain links.
    private static IResult Choose(string chosen, string? to, HttpContext http)
    {
        http.Response.Cookies.Append(
            ReaderLanguage.Cookie,
            chosen,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                Path = "/",
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            }
        );
        var path = IsLocal(to) && to != "/" ? to : "";
        http.Response.Headers.Location = EncodedPath($"{http.Request.PathBase}/{chosen}{path}");
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    // A header holds ASCII only; what is already encoded stays so.
    private static string EncodedPath(string path) =>
        string.Concat(
            path.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString()))
        );

    /// <summary>Lets a segment of an address through if it is the tag of a language that the interface speaks.</summary>
    internal sealed class Spoken(WordBook book) : IRouteConstraint
    {
        public bool Match(
            HttpContext? httpContext,
            IRouter? route,
            string routeKey,
            RouteValueDictionary values,
            RouteDirection routeDirection
        ) => values.TryGetValue(routeKey, out var value) && book.Knows(value as string);
    }
}
