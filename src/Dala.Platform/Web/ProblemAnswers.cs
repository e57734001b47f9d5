using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dala.Platform.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Dala.Platform.Web;

/// <summary>Refusals at the edge: RFC 9457 for programs, a page for people, both in the reader's language.</summary>
public static class ProblemAnswers
{
    /// <summary>The problem as an answer.</summary>
    public static IResult Http(this Problem problem) => new ProblemResult(problem);

    /// <summary>The value made into an answer, or the problem.</summary>
    public static IResult Http<T>(this Outcome<T> outcome, Func<T, IResult> kept) =>
        outcome.Match(kept, problem => problem.Http());

    /// <summary>The value as JSON, or the problem.</summary>
    public static IResult Http<T>(this Outcome<T> outcome) => outcome.Http(value => Results.Ok(value));

    /// <summary>Whether a program asks: an address under <c>/api</c>, or JSON wanted and HTML not named.</summary>
    internal static bool AsksForJson(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return true;
        var accept = http.Request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase)
            && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    private sealed class ProblemResult(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            // RFC 9110, 15.5.2: a 401 must say how to sign in.
            if (problem.Kind == ProblemKind.SignInNeeded)
                httpContext.Response.Headers.WWWAuthenticate = "Bearer";
            var answer = AsksForJson(httpContext)
                ? ProblemJson.Of(problem)
                : Html.Page<ErrorPage, ErrorView>(ErrorView.Of(problem), problem.Status());
            return answer.ExecuteAsync(httpContext);
        }
    }
}

/// <summary>The body of an RFC 9457 answer.</summary>
public sealed record ProblemJson(string Type, string Title, int Status, string Detail)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What is wrong with which part of the request.</summary>
    public IReadOnlyList<ProblemJsonError>? Errors { get; init; }

    /// <summary>Names the event in the log, for a fault of ours.</summary>
    public string? Reference { get; init; }

    internal static IResult Of(Problem problem) =>
        new ProblemJsonResult(words => new ProblemJson(
            problem.Code,
            words[TitleOf(problem.Kind)].Value,
            problem.Status(),
            words.Say(problem).Value
        )
        {
            Errors =
                problem.Faults.Count == 0
                    ? null
                    :
                    [
                        .. problem.Faults.Select(fault => new ProblemJsonError(
                            fault.Pointer,
                            fault.Code,
                            words.Say(fault).Value
                        )),
                    ],
        });

    internal static IResult Of(int status, string? reference) =>
        new ProblemJsonResult(words =>
        {
            var view = ErrorView.Of(status, reference);
            return new ProblemJson(view.Code, words[view.Code].Value, status, view.Text(words).Value) { Reference = reference };
        });

    internal static string TitleOf(ProblemKind kind) =>
        kind switch
        {
            ProblemKind.Invalid => "platform.problem.invalid",
            ProblemKind.NotFound => "platform.problem.not-found",
            ProblemKind.Forbidden => "platform.problem.forbidden",
            ProblemKind.SignInNeeded => "platform.problem.sign-in",
            ProblemKind.Conflict => "platform.problem.conflict",
            ProblemKind.TooLarge => "platform.problem.too-large",
            _ => "platform.problem.unavailable",
        };

    private sealed class ProblemJsonResult(Func<Words, ProblemJson> body) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var words = httpContext.RequestServices.GetRequiredService<WordBook>().In(ReaderLanguage.Of(httpContext));
            var json = body(words);
            httpContext.Response.StatusCode = json.Status;
            httpContext.Response.Headers.ContentLanguage = words.Language;
            httpContext.Response.Headers.CacheControl = "no-store";
            httpContext.Response.Headers.AppendCommaSeparatedValues(
                HeaderNames.Vary,
                HeaderNames.AcceptLanguage,
                HeaderNames.Cookie
            );
            await httpContext.Response.WriteAsJsonAsync(json, Options, "application/problem+json", httpContext.RequestAborted);
        }
    }
}

/// <summary>One fault of a request, with the JSON pointer of the part that it is about.</summary>
public sealed record ProblemJsonError(string Pointer, string Type, string Detail);
