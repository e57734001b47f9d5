using Dala.Library.Api;
using Dala.Platform;
using Dala.Platform.Languages;
using Dala.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dala.Library.Crediting;

/// <summary>Attribution for programs.</summary>
internal static class CreditRoutes
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/attribution", Attribution)
            .WithName("CreditResources")
            .WithSummary(
                "How resources are credited, in the reader's language: as text (the usual), html, markdown, slide, subtitle, bibtex or csl."
            )
            .Produces<string>(contentType: "text/plain")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Open();

    private static async Task<IResult> Attribution(
        [FromQuery(Name = "resource")] string[] resources,
        string? form,
        CreditResources credits,
        WordBook book,
        HttpContext http,
        CancellationToken ct
    )
    {
        var words = book.Reader(http);
        var wanted = string.IsNullOrEmpty(form) ? CreditForms.Text : form;
        if (!CreditForms.All.Contains(wanted))
            return new Problem(ProblemKind.Invalid, "library.credit.bad-request")
            {
                Faults = [new Fault("/form", "library.credit.bad-form", wanted, string.Join(", ", CreditForms.All))],
            }.Http();
        return (await credits.Run(resources, words.Language, http.Origin(), ct)).Http(found =>
            Tagged.Text(CreditForms.Write(wanted, found, words), CreditForms.MediaType(wanted))
        );
    }
}
