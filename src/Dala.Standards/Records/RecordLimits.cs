namespace Dala.Standards.Records;

/// <summary>How much a file may ask of us before it is refused.</summary>
public sealed record RecordLimits
{
    /// <summary>The longest record that is held in memory; a longer one is refused and passed over.</summary>
    public int MaxRecordBytes { get; init; } = 4 << 20;

    /// <summary>The most cells of one row.</summary>
    public int MaxColumns { get; init; } = 10_000;

    /// <summary>The most bytes that a compressed file, or all entries of a zip together, may expand to.</summary>
    public long MaxExpandedBytes { get; init; } = 4L << 30;

    /// <summary>How many times its size something compressed may expand to, once it is past the first MiB.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>The most entries of a zip, and the most inner nodes of a tree.</summary>
    public int MaxEntries { get; init; } = 200_000;

    /// <summary>The deepest nesting of JSON.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>The most bytes that one entry of a zip may expand to.</summary>
    public int MaxEntryBytes { get; init; } = 4 << 20;
}
