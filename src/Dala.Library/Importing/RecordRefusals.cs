namespace Dala.Library.Importing;

/// <summary>Every way in which a mapping refuses a record or a file: keys of texts, each with what its arguments are.</summary>
public static class RecordRefusals
{
    /// <summary>The field that names the record is missing; arguments: where it was looked for.</summary>
    public const string NoIdentifier = "library.record.no-identifier";

    /// <summary>What names the record is no web address, though the mapping says it must be one; arguments: what stood there.</summary>
    public const string NotAnAddress = "library.record.not-an-address";

    /// <summary>A field that the mapping requires has no value; arguments: the field.</summary>
    public const string Missing = "library.record.missing";

    /// <summary>The record breaks the AMB schema; arguments: JSON pointer, reason in English, key of the reason, its argument.</summary>
    public const string Amb = "library.record.amb";

    /// <summary>The mapping has no table for files of this name; arguments: file, mapping.</summary>
    public const string UnknownFile = "library.record.unknown-file";

    public static IReadOnlyList<string> All { get; } = [NoIdentifier, NotAnAddress, Missing, Amb, UnknownFile];
}
