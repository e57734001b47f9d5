namespace Dala.Standards.Records;

/// <summary>Where a record stands in the file a person gave us.</summary>
/// <param name="File">The name of the file, as the person knows it.</param>
/// <param name="Record">The number of the record, from 1; refused records count too.</param>
/// <param name="Line">The line on which the record starts, from 1, where the format has lines.</param>
/// <param name="Path">The entry of a zip, or the JSON pointer of the record.</param>
public sealed record Place(string File, long Record, long? Line, string? Path);
