using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dala.Platform.Web;

/// <summary>The one place where faults are caught and where answers without words get some.</summary>
internal static class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) =>
        app.Use(
            async (http, next) =>
            {
                try
                {
                    await next(http);
                }
                catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
                {
                    // The reader went away; nobody is left to answer.
                    return;
                }
                catch (BadHttpRequestException fault) when (!http.Response.HasStarted)
                {
                    http.Response.StatusCode = fault.StatusCode;
                }
                catch (Exception fault) when (!http.Response.HasStarted)
                {
                    await Say(http, StatusCodes.Status500InternalServerError, Logged(http, fault));
                    return;
                }

                if (IsWordless(http.Response))
                    await Say(http, http.Response.StatusCode, reference: null);
            }
        );

    private static bool IsWordless(HttpResponse response) =>
        !response.HasStarted
        && response.StatusCode >= 400
        && response.ContentLength is null or 0
        && string.IsNullOrEmpty(response.ContentType);

    private static string Logged(HttpContext http, Exception fault)
    {
        var reference = Guid.CreateVersion7().ToString("N")[^12..];
        // The route and not the path: paths and queries are the reader's own words.
        http.RequestServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger("Dala.Web")
            .LogError(fault, "Fault {Reference} in {Route}", reference, http.GetEndpoint()?.DisplayName);
        return reference;
    }

    private static Task Say(HttpContext http, int status, string? reference)
    {
        var kept = http.Response.Headers.Where(header => header.Key is "Allow" or "WWW-Authenticate" or "Retry-After").ToList();
        http.Response.Clear();
        SecurityHeaders.Set(http.Response.Headers);
        foreach (var header in kept)
            http.Response.Headers[header.Key] = header.Value;
        var answer = ProblemAnswers.AsksForJson(http)
            ? ProblemJson.Of(status, reference)
            : Html.Page<ErrorPage, ErrorView>(ErrorView.Of(status, reference), status);
        return answer.ExecuteAsync(http);
    }
}
