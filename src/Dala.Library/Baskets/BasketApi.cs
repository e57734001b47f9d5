using Dala.Library.Api;
using Dala.Platform;
using Dala.Platform.Languages;
using Dala.Platform.Web;
using Dala.Standards.Books;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dala.Library.Baskets;

/// <summary>Baskets for programs.</summary>
internal static class BasketApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/baskets",
                (BasketOrder order, FillBasket fill, ShowBasket show, WordBook book, HttpContext http, CancellationToken ct) =>
                    Add(null, order, fill, show, book, http, ct)
            )
            .WithName("MakeBasket")
            .WithSummary("A new basket with one resource in it. Its key is the right to it.")
            .Produces<BasketJson>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Open();

        api.MapPost("/baskets/{basket}/items", Add)
            .WithName("FillBasket")
            .WithSummary("Puts a resource, or some pages of it, into a basket.")
            .Produces<BasketJson>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Open();

        api.MapGet("/baskets/{basket}", Show)
            .WithName("ShowBasket")
            .WithSummary("What is in a basket, what may become of it, and why.")
            .Produces<BasketJson>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Open();

        api.MapPatch(
                "/baskets/{basket}",
                async (
                    string basket,
                    BasketChange change,
                    ChangeBasket changes,
                    ShowBasket show,
                    WordBook book,
                    HttpContext http,
                    CancellationToken ct
                ) =>
                {
                    var changed = await changes.Run(basket, change, ct);
                    return changed.Problem is { } problem ? problem.Http() : await Show(basket, show, book, http, ct);
                }
            )
            .WithName("ChangeBasket")
            .WithSummary(
                "Changes a basket: title, author, language, making, licence, items, and one action: up:ID, down:ID, remove:ID, restore:ID or add-text."
            )
            .Produces<BasketJson>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Open();

        api.MapPost(
                "/baskets/{basket}/publish",
                async (string basket, PublishRemix publish, Actor actor, HttpContext http, CancellationToken ct) =>
                    // A cookie alone could be another site's doing; who sends the key in a header means it.
                    http.Request.Headers.Authorization.Count == 0
                        ? BasketProblems.SignInToPublish.Http()
                        : (await publish.Run(basket, actor, http.Origin(), ct)).Http(resource =>
                            Results.Created($"{http.Request.PathBase}/api/resources/{resource}", new PublishedJson(resource))
                        )
            )
            .WithName("PublishRemix")
            .WithSummary("Publishes what a basket has become as a resource of this library, with the works it is made from.")
            .Produces<PublishedJson>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .For(LibraryRights.Publish);

        api.MapGet("/baskets/{basket}/book.{form}", BasketRoutes.Make)
            .WithName("MakeBook")
            .WithSummary("The book that a basket becomes: epub, html, docx, or markdown (a zip).")
            .Produces(StatusCodes.Status200OK, contentType: BookFormat.Epub.MediaType)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Open();

        api.MapGet("/baskets/{basket}/credits.{form}", BasketRoutes.Credits)
            .WithName("CreditBasket")
            .WithSummary("All credits of what a basket becomes, in the forms of /api/attribution.")
            .Produces<string>(contentType: "text/plain")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Open();
    }

    private static async Task<IResult> Add(
        string? basket,
        BasketOrder order,
        FillBasket fill,
        ShowBasket show,
        WordBook book,
        HttpContext http,
        CancellationToken ct
    )
    {
        // A person whose basket is gone gets a new one; a program that names one means that one.
        if (basket is not null && (await show.Run(basket, book.Reader(http), http.Origin(), ct)).Problem is { } unknown)
            return unknown.Http();
        var filled = await fill.Run(basket, order, book.Reader(http).Language, ct);
        if (filled.Problem is { } problem)
            return problem.Http();
        return (await show.Run(filled.Value, book.Reader(http), http.Origin(), ct)).Http(contents =>
            Results.Json(
                BasketJson.Of(filled.Value, contents, book.Reader(http)),
                LibraryJson.Options,
                statusCode: StatusCodes.Status201Created
            )
        );
    }

    private static async Task<IResult> Show(string basket, ShowBasket show, WordBook book, HttpContext http, CancellationToken ct)
    {
        var words = book.Reader(http);
        return (await show.Run(basket, words, http.Origin(), ct)).Http(contents =>
            Tagged.Json(BasketJson.Of(basket, contents, words))
        );
    }
}
