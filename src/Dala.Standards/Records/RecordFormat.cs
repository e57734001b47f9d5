namespace Dala.Standards.Records;

/// <summary>How the records lie in a file; a mapping says this once for its source.</summary>
public sealed record RecordFormat
{
    /// <summary>One of <see cref="RecordReader.Kinds"/>: csv, json, jsonl, links, stories.</summary>
    public required string Kind { get; init; }

    /// <summary>csv: what stands between cells; when not given, the header line tells (comma, semicolon, tab or bar).</summary>
    public char? Separator { get; init; }

    /// <summary>csv: whether the first row names the columns; without names they are <c>@0</c>, <c>@1</c>, …</summary>
    public bool Header { get; init; } = true;

    /// <summary>json: the JSON pointer (RFC 6901) of the records; an array gives its elements, an object is one record.</summary>
    public string Records { get; init; } = "";

    /// <summary>json: the property that holds child nodes, where the file is a tree; then every node is a record.</summary>
    public string? Children { get; init; }
}
