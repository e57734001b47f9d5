using Dala.Library.Api;
using Dala.Platform;
using Dala.Platform.Languages;
using Dala.Platform.Web;
using Dala.Standards.Licences;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dala.Library.Reuse;

/// <summary>What licences are, and what may be made of works under them.</summary>
internal static class ReuseRoutes
{
    /// <summary>Statements in one question.</summary>
    private const int MostStatements = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(
                "/licences",
                (WordBook book, HttpContext http) => Tagged.Json(KnownLicencesJson.Of(book.Reader(http).Language))
            )
            .WithName("ListLicences")
            .WithSummary("Every licence that can be recognised, with what it permits, requires and prohibits.")
            .Produces<KnownLicencesJson>()
            .Open();

        api.MapGet("/licences/recognise", Recognise)
            .WithName("RecogniseLicences")
            .WithSummary(
                "Reads licence statements: addresses, SPDX ids, labels, prose. What is not stated exactly is never guessed."
            )
            .Produces<RecognisedListJson>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Open();

        api.MapGet(
                "/compatibility",
                ([FromQuery(Name = "licence")] string[] licences, string? making, WordBook book, HttpContext http) =>
                    CombineLicences
                        .Run(licences, making)
                        .Http(combined => Tagged.Json(CombinationJson.Of(combined, book.Reader(http))))
            )
            .WithName("CombineLicences")
            .WithSummary(
                "Which licences an adaptation or a collection of works under these licences may carry, or which of them clash and what can be done."
            )
            .Produces<CombinationJson>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Open();
    }

    private static IResult Recognise([FromQuery(Name = "statement")] string[] statements, WordBook book, HttpContext http) =>
        statements.Length is 0 or > MostStatements
            ? new Problem(ProblemKind.Invalid, "library.reuse.bad-request")
            {
                Faults = [new Fault("/statement", "library.reuse.bad-statements", MostStatements)],
            }.Http()
            : Tagged.Json(
                new RecognisedListJson([
                    .. statements.Select(Licences.Recognise).Select(reading => RecognisedJson.Of(reading, book.Reader(http))),
                ])
            );
}
