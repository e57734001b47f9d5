namespace Dala.Library;

/// <summary>A record that could not be taken in, with where it stands and why; it never stops a run.</summary>
public sealed class QuarantinedRecord
{
    public required Guid Id { get; init; }
    public required Guid SourceId { get; init; }
    public required Guid RunId { get; set; }
    public required string File { get; init; }
    public required long Record { get; init; }
    public long? Line { get; init; }

    /// <summary>The entry of an archive or the JSON pointer.</summary>
    public string? Path { get; init; }

    /// <summary>The field that is at fault; empty where it is the whole record.</summary>
    public required string Field { get; init; }

    /// <summary>The key of the text that says why, and its arguments as JSON.</summary>
    public required string Code { get; init; }
    public required string Arguments { get; init; }

    /// <summary>The record's first bytes.</summary>
    public required byte[] Excerpt { get; init; }
    public required DateTimeOffset QuarantinedAt { get; init; }

    /// <summary>When a later run of the same file no longer met the fault.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }
}
