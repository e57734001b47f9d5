namespace Dala.Search;

/// <summary>How an index uses the machine.</summary>
public sealed record IndexOptions
{
    /// <summary>About how many bytes of memory changes may take before they are written to files, the making of segments included.</summary>
    public long Memory { get; init; } = 128L << 20;
}
