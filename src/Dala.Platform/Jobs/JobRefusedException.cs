namespace Dala.Platform.Jobs;

/// <summary>What a job throws where its use case says no: it has failed, and trying again would change nothing.</summary>
public sealed class JobRefusedException(Problem problem)
    : Exception($"{problem.Code} {string.Join(", ", problem.Arguments)}".TrimEnd())
{
    /// <summary>The refusal.</summary>
    public Problem Problem { get; } = problem;
}
