using Dala.Platform;
using Dala.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Dala.Administration;

/// <summary>What the sign-in form sends.</summary>
public sealed record SignInForm
{
    public string? Key { get; init; }
}

/// <summary>What the sign-in page shows.</summary>
public sealed record SignInView(Problem? Problem = null);

/// <summary>Sign-in with the administrator's key, and out again.</summary>
public static class SignIn
{
    private static readonly Problem WrongKey = new(ProblemKind.Invalid, "platform.invalid")
    {
        Faults = [new Fault("/key", "dala.sign-in.wrong")],
    };

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sign-in", () => Html.Page<SignInPage, SignInView>(new SignInView())).Open();
        pages
            .MapPost(
                "/sign-in",
                ([FromForm] SignInForm form, AdministratorKey key, HttpContext http) =>
                {
                    if (form.Key is null || !key.Is(form.Key.Trim()))
                        return Html.Page<SignInPage, SignInView>(
                            new SignInView(WrongKey),
                            StatusCodes.Status422UnprocessableEntity
                        );
                    var (value, until) = key.NewSession();
                    http.Response.Cookies.Append(AdministratorKey.Cookie, value, Options(http, until));
                    return Html.SeeOther("/import");
                }
            )
            .Open();
        pages
            .MapPost(
                "/sign-out",
                ([FromForm] SignInForm _, HttpContext http) =>
                {
                    http.Response.Cookies.Delete(AdministratorKey.Cookie, Options(http, DateTimeOffset.UnixEpoch));
                    return Html.SeeOther("/");
                }
            )
            .Open();
    }

    private static CookieOptions Options(HttpContext http, DateTimeOffset until) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            Expires = until,
            Path = "/",
        };
}
