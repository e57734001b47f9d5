namespace Dala.Standards.Records;

/// <summary>Another thing that a record names.</summary>
/// <param name="Value">Its id; where it has none, its name.</param>
/// <param name="Raw">All that the record says of it: the JSON object where it is one.</param>
/// <param name="Leaves">What stands in it, by the paths of the record's leaves.</param>
public sealed record NamedThing(string Value, string Raw, IReadOnlyList<KeyValuePair<string, string>> Leaves);
