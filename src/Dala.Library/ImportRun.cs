namespace Dala.Library;

/// <summary>One import of files from a source: what it was given, how far it is, what came of it.</summary>
public sealed class ImportRun
{
    public required Guid Id { get; init; }
    public required Guid SourceId { get; init; }
    public required string Mapping { get; init; }

    /// <summary>The files as a JSON list of name, length and SHA-256: the same list again, unfinished, is taken up where it stopped.</summary>
    public required string Files { get; init; }

    /// <summary>One of <see cref="RunStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>The file being read (counted from 0) and how many of its records are done.</summary>
    public int FileIndex { get; set; }
    public long RecordsOfFile { get; set; }

    /// <summary>Records read so far, over all files.</summary>
    public long Read { get; set; }
    public long New { get; set; }
    public long Changed { get; set; }
    public long Same { get; set; }
    public long Quarantined { get; set; }
    public long Mended { get; set; }

    /// <summary>Records that were kept without making a resource, because the mapping says so.</summary>
    public long Kept { get; set; }

    /// <summary>Bytes read and to be read, for progress.</summary>
    public long BytesRead { get; set; }
    public long BytesTotal { get; set; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>Where a run stands.</summary>
public static class RunStates
{
    public const string Running = "running";
    public const string Stopped = "stopped";
    public const string Done = "done";

    /// <summary>A fault ended it; what was read before is kept.</summary>
    public const string Failed = "failed";
}
