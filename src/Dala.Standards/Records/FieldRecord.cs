namespace Dala.Standards.Records;

/// <summary>A record of named fields, some of them repeated: a line of a link list, a story.</summary>
internal sealed class FieldRecord(Place place, ReadOnlyMemory<byte> raw, IReadOnlyList<KeyValuePair<string, string>> fields)
    : SourceRecord(place, raw)
{
    public override string MediaType => "text/markdown";

    public override IEnumerable<KeyValuePair<string, string>> Leaves() => fields.Where(field => field.Value.Length > 0);

    protected override IEnumerable<string> ValuesAt(string path) =>
        from field in fields
        where field.Key == path && field.Value.Length > 0
        select field.Value;
}
