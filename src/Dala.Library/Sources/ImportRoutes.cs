using Dala.Library.Api;
using Dala.Library.Importing;
using Dala.Platform;
using Dala.Platform.Settings;
using Dala.Platform.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dala.Library.Sources;

/// <summary>Imports: begun, watched, stopped and resumed.</summary>
internal static class ImportRoutes
{
    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder api)
    {
        // Open, so that a person without the key reads how to sign in; the page shows the form to administrators only.
        pages
            .MapGet(
                "/import",
                (string? source, string? mapping, SettingValues settings, Actor actor) =>
                    ImportForm(
                        new ImportOrder { Source = source, Mapping = mapping },
                        settings,
                        status: LibraryRights.Import.Allows(actor) ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized
                    )
            )
            .Open();

        pages
            .MapPost(
                "/import",
                async (
                    HttpContext http,
                    IAntiforgery antiforgery,
                    StartImport start,
                    PreviewOrder preview,
                    SettingValues settings,
                    Actor actor,
                    CancellationToken ct
                ) =>
                {
                    var sent = await Uploads.Read(http, settings.Get(LibrarySettings.LargestUpload), ct);
                    if (sent.Problem is { } unread)
                        return ImportForm(new ImportOrder(), settings, problem: unread);
                    if (!await antiforgery.IsRequestValidAsync(http))
                        return ImportForm(sent.Value, settings, problem: LibraryProblems.StaleForm);
                    if (http.Request.Form["action"] == "preview")
                        return preview
                            .Run(sent.Value, actor, ct)
                            .Match(
                                records => ImportForm(sent.Value, settings, preview: records),
                                problem => ImportForm(sent.Value, settings, problem: problem)
                            );
                    return (await start.Run(sent.Value, actor, ct)).Match(
                        _ => Html.SeeOther($"/sources/{sent.Value.Source}"),
                        problem => ImportForm(sent.Value, settings, problem: problem)
                    );
                }
            )
            .For(LibraryRights.Import);

        pages
            .MapPost(
                "/sources/{name}/stop",
                (
                    string name,
                    HttpContext http,
                    IAntiforgery antiforgery,
                    StopImport stop,
                    ShowSource show,
                    Actor actor,
                    CancellationToken ct
                ) => Change(name, http, antiforgery, show, async () => (await stop.Run(name, actor, ct)).Problem, ct)
            )
            .For(LibraryRights.Import);

        pages
            .MapPost(
                "/sources/{name}/resume",
                (
                    string name,
                    HttpContext http,
                    IAntiforgery antiforgery,
                    ResumeImport resume,
                    ShowSource show,
                    Actor actor,
                    CancellationToken ct
                ) => Change(name, http, antiforgery, show, async () => (await resume.Run(name, actor, ct)).Problem, ct)
            )
            .For(LibraryRights.Import);

        api.MapPost(
                "/import",
                async (HttpContext http, StartImport start, SettingValues settings, Actor actor, CancellationToken ct) =>
                {
                    // A cookie alone could be another site's doing; who sends the key in a header means it.
                    if (http.Request.Headers.Authorization.Count == 0)
                        return LibraryProblems.SignInToImport.Http();
                    var sent = await Uploads.Read(http, settings.Get(LibrarySettings.LargestUpload), ct);
                    if (sent.Problem is { } problem)
                        return problem.Http();
                    return (await start.Run(sent.Value, actor, ct)).Http(job =>
                    {
                        http.Response.Headers.Location = $"{http.Request.PathBase}/api/runs/{job.Id}";
                        return Results.Json(
                            RunJson.Of(new ShownRun(sent.Value.Source!, null, job)),
                            LibraryJson.Options,
                            statusCode: StatusCodes.Status202Accepted
                        );
                    });
                }
            )
            // Anything else gets here too, or whoever sends it would hear that there is no such address.
            .Accepts<ImportRequest>(isOptional: true, "multipart/form-data", "*/*")
            .WithName("StartImport")
            .WithSummary("Imports files with a mapping, as a job; the address of its progress comes back in Location.")
            .Produces<RunJson>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .For(LibraryRights.Import);

        api.MapGet(
                "/runs/{id}",
                async (string id, ShowRun show, CancellationToken ct) =>
                    (await show.Run(id, ct)).Http(shown => Tagged.Json(RunJson.Of(shown)))
            )
            .WithName("ShowRun")
            .WithSummary("How far an import is and what came of it.")
            .Produces<RunJson>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Open();
    }

    private static IResult ImportForm(
        ImportOrder order,
        SettingValues settings,
        IReadOnlyList<PreviewedRecord>? preview = null,
        Problem? problem = null,
        int status = StatusCodes.Status200OK
    ) =>
        Html.Page<ImportPage, ImportView>(
            new ImportView(order, MappingFile.Names, settings.Get(LibrarySettings.LargestUpload), preview, problem),
            problem?.Status() ?? status
        );

    // Back to the page of the source, which says what stood in the way.
    private static async Task<IResult> Change(
        string name,
        HttpContext http,
        IAntiforgery antiforgery,
        ShowSource show,
        Func<Task<Problem?>> change,
        CancellationToken ct
    )
    {
        var problem = await antiforgery.IsRequestValidAsync(http) ? await change() : LibraryProblems.StaleForm;
        if (problem is null)
            return Html.SeeOther($"/sources/{Uri.EscapeDataString(name)}");
        return (await show.Run(name, ct)).Http(shown =>
            Html.Page<SourcePage, SourceView>(new SourceView(shown, problem), problem.Status())
        );
    }
}
