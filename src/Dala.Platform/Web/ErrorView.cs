using Dala.Platform.Languages;

namespace Dala.Platform.Web;

/// <summary>What an error page says: what happened, why as far as it concerns the reader, and where to go on.</summary>
public sealed record ErrorView(int Status, string Code)
{
    /// <summary>The refusal behind it, where it is one.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Names the event in the log, for a fault of ours.</summary>
    public string? Reference { get; init; }

    public static ErrorView Of(Problem problem) => new(problem.Status(), ProblemJson.TitleOf(problem.Kind)) { Problem = problem };

    public static ErrorView Of(int status, string? reference) =>
        new(
            status,
            status switch
            {
                400 or 415 or 422 => "platform.problem.invalid",
                401 => "platform.problem.sign-in",
                403 => "platform.problem.forbidden",
                404 or 410 => "platform.problem.not-found",
                405 => "platform.problem.method",
                413 => "platform.problem.too-large",
                429 or 503 => "platform.problem.unavailable",
                >= 400 and < 500 => "platform.problem.invalid",
                _ => "platform.problem.fault",
            }
        )
        {
            Reference = reference,
        };

    /// <summary>The sentence under the heading.</summary>
    public Text Text(Words words) => Problem is null ? words[$"{Code}.text"] : words.Say(Problem);
}
