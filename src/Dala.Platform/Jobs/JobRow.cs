namespace Dala.Platform.Jobs;

/// <summary>Work that may wait, as a row kept in the transaction that asked for it.</summary>
public sealed class JobRow
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }

    /// <summary>A small JSON body: ids, not copies of things.</summary>
    public required string Body { get; init; }

    /// <summary>One of <see cref="JobStates"/>.</summary>
    public required string State { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Steps done, in the unit of the job.</summary>
    public long Done { get; set; }

    /// <summary>All steps, where they are known.</summary>
    public long? Total { get; set; }

    /// <summary>What went wrong in the last attempt, for the operator.</summary>
    public string? Error { get; set; }

    /// <summary>Whether a person asked it to stop.</summary>
    public bool StopRequested { get; set; }

    public static JobRow Waiting(string kind, string body, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Body = body,
            State = JobStates.Waiting,
            DueAt = now,
            CreatedAt = now,
        };
}

/// <summary>Where a job stands.</summary>
public static class JobStates
{
    public const string Waiting = "waiting";
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";

    /// <summary>Stopped by a person; it can be set waiting again and goes on where it was.</summary>
    public const string Stopped = "stopped";
}

/// <summary>Something that happened in a module, kept in the transaction in which it happened.</summary>
public sealed record FactRow(Guid Id, string Kind, string Body, DateTimeOffset PublishedAt);
