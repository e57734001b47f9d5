using Dala.Library.Api;
using Dala.Library.Crediting;
using Dala.Platform;
using Dala.Platform.Languages;
using Dala.Platform.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dala.Library.Baskets;

/// <summary>Baskets: filled, changed, made into files. The key in the address is the right to it, so forms carry no other token.</summary>
internal static class BasketRoutes
{
    private const string Key = "{" + PageContext.BasketParameter + "}";

    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder api)
    {
        pages.MapPost("/baskets", Add).Open();
        pages.MapPost($"/baskets/{Key}/items", Add).Open();
        pages.MapGet($"/baskets/{Key}", Show).Open();
        pages.MapPost($"/baskets/{Key}", Change).Open();
        pages.MapPost($"/baskets/{Key}/publish", Publish).For(LibraryRights.Publish);
        pages.MapGet($"/baskets/{Key}/book.{{form}}", Make).Open();
        pages.MapGet($"/baskets/{Key}/credits.{{form}}", Credits).Open();
        BasketApi.Map(api);
    }

    private static async Task<IResult> Add(HttpContext http, string? basket, FillBasket fill, WordBook book, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        var order = new BasketOrder
        {
            Resource = form["resource"],
            First = form["first"],
            Last = form["last"],
        };
        var from = LanguageRoutes.IsLocal(form["from"]) ? $"?from={Uri.EscapeDataString(form["from"]!)}" : "";
        return (await fill.Run(basket, order, book.Reader(http).Language, ct)).Http(key =>
            Html.SeeOther($"/baskets/{key}{from}")
        );
    }

    private static async Task<IResult> Show(
        string basket,
        string? from,
        ShowBasket show,
        WordBook book,
        HttpContext http,
        CancellationToken ct
    ) =>
        (await show.Run(basket, book.Reader(http), http.Origin(), ct)).Http(contents =>
            Html.Page<BasketPage, BasketView>(new BasketView(basket, contents, from))
        );

    private static async Task<IResult> Change(
        string basket,
        ChangeBasket change,
        ShowBasket show,
        WordBook book,
        HttpContext http,
        CancellationToken ct
    )
    {
        var form = await http.Request.ReadFormAsync(ct);
        var wanted = BasketForm.Read(form);
        string? from = form["from"];
        var changed = await change.Run(basket, wanted, ct);
        if (changed.Problem is not { } problem)
            return Html.SeeOther(
                $"/baskets/{basket}{(LanguageRoutes.IsLocal(from) ? "?from=" + Uri.EscapeDataString(from!) : "")}"
            );
        return (await show.Run(basket, book.Reader(http), http.Origin(), ct)).Http(contents =>
            Html.Page<BasketPage, BasketView>(new BasketView(basket, contents, from, wanted, problem), problem.Status())
        );
    }

    private static async Task<IResult> Publish(
        string basket,
        HttpContext http,
        IAntiforgery antiforgery,
        PublishRemix publish,
        ShowBasket show,
        WordBook book,
        Actor actor,
        CancellationToken ct
    )
    {
        var published = await antiforgery.IsRequestValidAsync(http)
            ? await publish.Run(basket, actor, http.Origin(), ct)
            : LibraryProblems.StaleForm;
        if (published.Problem is not { } problem)
            return Html.SeeOther($"/resources/{published.Value}");
        return (await show.Run(basket, book.Reader(http), http.Origin(), ct)).Http(contents =>
            Html.Page<BasketPage, BasketView>(new BasketView(basket, contents, Problem: problem), problem.Status())
        );
    }

    internal static async Task<IResult> Make(string basket, string form, MakeBook make, HttpContext http, CancellationToken ct) =>
        (await make.Run(basket, form, http.Origin(), ct)).Match(
            // Written to a file first: an end that cannot be reached must not look like a whole book.
            file => Written(file, ct),
            problem => problem.Http()
        );

    internal static async Task<IResult> Credits(
        string basket,
        string form,
        ShowBasket show,
        WordBook book,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!CreditForms.All.Contains(form))
            return BasketProblems.NoSuchForm(form).Http();
        var words = book.Reader(http);
        return (await show.Run(basket, words, http.Origin(), ct)).Http(contents =>
            Tagged.Text(CreditForms.Write(form, CreditSheet.Of(contents, words), words), CreditForms.MediaType(form))
        );
    }

    private static IResult Written(MadeFile file, CancellationToken ct)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var stream = new FileStream(
            path,
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 1 << 16,
            FileOptions.DeleteOnClose
        );
        try
        {
            file.Write(stream, ct);
            stream.Position = 0;
            return Results.File(stream, file.MediaType, file.Name);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}
