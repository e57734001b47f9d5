namespace Dala.Platform;

/// <summary>What a use case answers: the value, or the problem that stands in its way.</summary>
public readonly record struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Problem? problem)
    {
        this.value = value;
        Problem = problem;
    }

    /// <summary>The refusal, or null where there is a value.</summary>
    public Problem? Problem { get; }

    /// <summary>The value; asking for it where there is a problem is a bug and throws.</summary>
    public T Value => Problem is null ? value! : throw new InvalidOperationException($"Refused: {Problem.Code}");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);

    /// <summary>Turns either side into one answer.</summary>
    public TResult Match<TResult>(Func<T, TResult> kept, Func<Problem, TResult> refused) =>
        Problem is null ? kept(value!) : refused(Problem);
}
