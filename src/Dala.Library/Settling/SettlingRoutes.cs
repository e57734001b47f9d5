using Dala.Library.Api;
using Dala.Library.Showing;
using Dala.Platform;
using Dala.Platform.Languages;
using Dala.Platform.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dala.Library.Settling;

/// <summary>Licences on which sources disagree: the list, and the decision about one.</summary>
internal static class SettlingRoutes
{
    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder api)
    {
        Pages(pages);

        api.MapGet(
                "/contradictions",
                async (
                    string? after,
                    ListContradictions list,
                    WordBook book,
                    Actor actor,
                    HttpContext http,
                    CancellationToken ct
                ) =>
                    (await list.Run(PageTrail.Cursor(after), book.Reader(http).Language, actor, ct)).Http(contradictions =>
                        Tagged.Json(ContradictionsJson.Of(contradictions))
                    )
            )
            .WithName("ListContradictions")
            .WithSummary("Resources about whose licence sources disagree, with what each says.")
            .Produces<ContradictionsJson>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .For(LibraryRights.SettleLicences);

        api.MapPost(
                "/resources/{id}/licence",
                async (
                    string id,
                    [FromBody] SettlementOrder order,
                    SettleLicence settle,
                    Actor actor,
                    HttpContext http,
                    CancellationToken ct
                ) => HasKey(http) ? (await settle.Run(id, order, actor, ct)).Http(Kept) : LibraryProblems.SignInToSettle.Http()
            )
            .WithName("SettleLicence")
            .WithSummary(
                "Settles which of the licences claimed is held to be right, or that it is unclear; the reason is kept and shown."
            )
            .Produces<LicenceSettlement>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .For(LibraryRights.SettleLicences);

        api.MapDelete(
                "/resources/{id}/licence",
                async (string id, TakeBackSettlement takeBack, Actor actor, HttpContext http, CancellationToken ct) =>
                    HasKey(http) ? (await takeBack.Run(id, actor, ct)).Http(Kept) : LibraryProblems.SignInToSettle.Http()
            )
            .WithName("TakeBackSettlement")
            .WithSummary("Takes a decision about a licence back; it stays among the earlier ones.")
            .Produces<LicenceSettlement>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .For(LibraryRights.SettleLicences);
    }

    private static void Pages(IEndpointRouteBuilder pages)
    {
        pages
            .MapGet(
                "/contradictions",
                async (
                    string? after,
                    ListContradictions list,
                    WordBook book,
                    Actor actor,
                    HttpContext http,
                    CancellationToken ct
                ) =>
                    (await list.Run(PageTrail.Cursor(after), book.Reader(http).Language, actor, ct)).Match(
                        found => Html.Page<ContradictionsPage, ContradictionsView>(new ContradictionsView(found)),
                        problem =>
                            Html.Page<ContradictionsPage, ContradictionsView>(
                                new ContradictionsView(null, problem),
                                problem.Status()
                            )
                    )
            )
            .For(LibraryRights.SettleLicences);

        pages
            .MapGet(
                "/resources/{id}/licence",
                (string id, ShowResource show, WordBook book, HttpContext http, CancellationToken ct) =>
                    Form(id, new SettlementOrder(), null, show, book.Reader(http), ct)
            )
            .For(LibraryRights.SettleLicences);

        pages
            .MapPost(
                "/resources/{id}/licence",
                async (
                    string id,
                    HttpContext http,
                    IAntiforgery antiforgery,
                    SettleLicence settle,
                    ShowResource show,
                    WordBook book,
                    Actor actor,
                    CancellationToken ct
                ) =>
                {
                    var order = new SettlementOrder();
                    Problem? problem = LibraryProblems.StaleForm;
                    if (await antiforgery.IsRequestValidAsync(http))
                    {
                        var form = await http.Request.ReadFormAsync(ct);
                        order = new SettlementOrder { Licence = form["licence"], Reason = form["reason"] };
                        problem = (await settle.Run(id, order, actor, ct)).Problem;
                    }

                    return problem is null
                        ? Html.SeeOther($"/resources/{id}")
                        : await Form(id, order, problem, show, book.Reader(http), ct);
                }
            )
            .For(LibraryRights.SettleLicences);

        pages
            .MapPost(
                "/resources/{id}/licence/take-back",
                async (
                    string id,
                    HttpContext http,
                    IAntiforgery antiforgery,
                    TakeBackSettlement takeBack,
                    ShowResource show,
                    WordBook book,
                    Actor actor,
                    CancellationToken ct
                ) =>
                {
                    var problem = await antiforgery.IsRequestValidAsync(http)
                        ? (await takeBack.Run(id, actor, ct)).Problem
                        : LibraryProblems.StaleForm;
                    return problem is null
                        ? Html.SeeOther($"/resources/{id}")
                        : await Form(id, new SettlementOrder(), problem, show, book.Reader(http), ct);
                }
            )
            .For(LibraryRights.SettleLicences);
    }

    private static async Task<IResult> Form(
        string id,
        SettlementOrder order,
        Problem? problem,
        ShowResource show,
        Words words,
        CancellationToken ct
    ) =>
        (await show.Run(id, words.Language, ct)).Http(shown =>
            Html.Page<SettlePage, SettleView>(new SettleView(shown, order, problem), problem?.Status() ?? StatusCodes.Status200OK)
        );

    // A cookie alone could be another site's doing; who sends the key in a header means it.
    private static bool HasKey(HttpContext http) => http.Request.Headers.Authorization.Count > 0;

    private static IResult Kept(LicenceSettlement settlement) => Results.Json(settlement, LibraryJson.Options);
}
