namespace Dala.Standards.Records;

/// <summary>One step through a file: a record that was read, or a place that could not be.</summary>
public abstract record Reading
{
    private Reading() { }

    /// <summary>A record that is whole.</summary>
    public sealed record Read(SourceRecord Record) : Reading;

    /// <summary>A record, or the rest of the file, that could not be read, and why (one of <see cref="RecordFaults"/>).</summary>
    public sealed record Refused(
        Place Place,
        string? Field,
        string Code,
        IReadOnlyDictionary<string, string> Arguments,
        ReadOnlyMemory<byte> Excerpt
    ) : Reading
    {
        /// <summary>How many bytes of what was refused are kept for a person to look at.</summary>
        public const int LongestExcerpt = 4096;

        /// <summary>Whether reading ended here: the rest of the file was not looked at.</summary>
        public bool EndsFile => RecordFaults.EndsFile(Code);
    }
}
