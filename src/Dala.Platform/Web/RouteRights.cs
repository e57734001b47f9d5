using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Platform.Web;

/// <summary>Every route names its right or says that it is open; one that does neither is refused to everybody.</summary>
public static class RouteRights
{
    private static readonly Problem SignInNeeded = new(ProblemKind.SignInNeeded, "platform.rights.sign-in");
    private static readonly Problem Forbidden = new(ProblemKind.Forbidden, "platform.rights.forbidden");

    /// <summary>Everybody may ask.</summary>
    public static TBuilder Open<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.For(Right.Everyone);

    /// <summary>Only those who hold the right may ask.</summary>
    public static TBuilder For<TBuilder>(this TBuilder route, Right right)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RouteRight(right));

    /// <summary>Refuses before anything of the route runs; stands after routing.</summary>
    internal static IApplicationBuilder UseRouteRights(this IApplicationBuilder app) =>
        app.Use(
            async (http, next) =>
            {
                // Routing's own answers (a method that a path does not take) are no routes.
                if (http.GetEndpoint() is RouteEndpoint endpoint && Refusal(http, endpoint) is { } problem)
                    await problem.Http().ExecuteAsync(http);
                else
                    await next(http);
            }
        );

    private static Problem? Refusal(HttpContext http, RouteEndpoint endpoint)
    {
        var right = endpoint.Metadata.GetMetadata<RouteRight>()?.Right;
        var actor = http.RequestServices.GetRequiredService<Actor>();
        if (right?.Allows(actor) == true)
            return null;
        return right is not null && actor == Actor.Anonymous ? SignInNeeded : Forbidden;
    }
}

/// <summary>The right that a route asks for; a test walks all routes and finds one on each.</summary>
public sealed record RouteRight(Right Right);
