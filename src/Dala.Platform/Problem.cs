namespace Dala.Platform;

/// <summary>Which kind of refusal it is; the edge turns it into a status or an exit code.</summary>
public enum ProblemKind
{
    Invalid,
    NotFound,
    Forbidden,
    SignInNeeded,
    Conflict,
    TooLarge,
    Unavailable,
}

/// <summary>One thing wrong with a request: where (a JSON pointer) and why (a text key with its arguments).</summary>
public sealed record Fault(string Pointer, string Code, params object[] Arguments);

/// <summary>An expected refusal. Its code is the key of a text and the type of the RFC 9457 answer.</summary>
public sealed record Problem(ProblemKind Kind, string Code, params object[] Arguments)
{
    /// <summary>Everything wrong with the request, fault by fault.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>The faults of one field, by its JSON pointer.</summary>
    public Fault? At(string pointer) => Faults.FirstOrDefault(fault => fault.Pointer == pointer);

    /// <summary>The HTTP status of this kind of refusal.</summary>
    public int Status() =>
        Kind switch
        {
            ProblemKind.Invalid => 422,
            ProblemKind.NotFound => 404,
            ProblemKind.Forbidden => 403,
            ProblemKind.SignInNeeded => 401,
            ProblemKind.Conflict => 409,
            ProblemKind.TooLarge => 413,
            _ => 503,
        };
}
