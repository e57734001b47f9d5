using Dala.Standards.Records;

namespace Dala.Library.Importing;

/// <summary>That a record has one of some values at a path.</summary>
internal sealed record MappingCondition(string Path, IReadOnlyList<string> Values)
{
    /// <summary>The value by which the record meets it, or null where it does not.</summary>
    public string? Met(SourceRecord record)
    {
        foreach (var value in record.Values(Path))
        {
            if (Values.Contains(value, StringComparer.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }
}
