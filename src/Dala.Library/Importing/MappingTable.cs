using Dala.Standards.Records;

namespace Dala.Library.Importing;

/// <summary>One kind of file that a mapping knows, and what it makes of the file's records.</summary>
public sealed class MappingTable
{
    internal MappingTable() { }

    /// <summary>Patterns of file names, with <c>*</c> and <c>?</c>.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>How the records lie in the file.</summary>
    public required RecordFormat Format { get; init; }

    /// <summary>Why the records are kept without making resources; null where they make some.</summary>
    public string? KeepOnly { get; init; }

    /// <summary>Name and version of the mapping, as rules are named with: <c>oer-commons-csv@1</c>.</summary>
    public required string Mapping { get; init; }
    internal IReadOnlyList<IReadOnlyList<MappingCondition>> LeaveOut { get; init; } = [];
    internal bool ValidateAmb { get; init; }
    internal IReadOnlyList<MappingRule> Language { get; init; } = [];
    internal IReadOnlyList<MappingRule> Identifier { get; init; } = [];
    internal IReadOnlyList<string> Require { get; init; } = [];
    internal IReadOnlyList<(string Field, MappingRule Rule)> Rules { get; init; } = [];

    /// <summary>Whether each file speaks for itself, as the lists of one source in several languages do.</summary>
    public bool FilesApart { get; init; }

    /// <summary>
    /// The part of the source that a file speaks for: when it is imported again, its records take the place of those that stood there before.
    /// </summary>
    public string PartOf(string fileName) => FilesApart ? fileName : Files[0];

    /// <summary>What becomes of one record. The same record always gives the same.</summary>
    public Mapped Map(SourceRecord record)
    {
        if (KeepOnly is not null)
            return new Mapped.KeptOnly();
        foreach (var conditions in LeaveOut)
        {
            if (conditions.All(condition => condition.Met(record) is not null))
                return new Mapped.LeftOut();
        }

        if (ValidateAmb && AmbCheck.Refuse(record) is { } refused)
            return refused;

        var draft = new MappingDraft(this, record);
        if (draft.Identify() is { } unnamed)
            return unnamed;
        draft.Claim();
        foreach (var field in Require)
        {
            if (!draft.Has(field))
                return new Mapped.Refused(field, RecordRefusals.Missing, [field]);
        }

        return draft.Done();
    }
}
