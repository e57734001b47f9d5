namespace Dala.Library;

/// <summary>A record as a source gave it, byte for byte; the same bytes from the same source are kept once.</summary>
public sealed class RawRecord
{
    public required Guid Id { get; init; }
    public required Guid SourceId { get; init; }

    /// <summary>SHA-256 of the bytes; unique in the source.</summary>
    public required byte[] Hash { get; init; }
    public required string MediaType { get; init; }
    public required byte[] Bytes { get; init; }

    /// <summary>The resource it describes; none for records that are only kept.</summary>
    public Guid? ResourceId { get; set; }

    /// <summary>The file it was first read from, and where in it.</summary>
    public required string File { get; init; }
    public required long Record { get; init; }
    public long? Line { get; init; }

    /// <summary>The mapping and its version that its claims were made with.</summary>
    public required string Mapping { get; set; }

    /// <summary>
    /// The part of the source that it belongs to. When a part is imported again, a record that now stands for the same resource takes the
    /// place of the one that stood there before.
    /// </summary>
    public required string Part { get; init; }

    /// <summary>The last run that saw it.</summary>
    public required Guid RunId { get; set; }

    /// <summary>Whether the source has since sent another record in its place; its claims no longer stand.</summary>
    public bool Superseded { get; set; }
}
