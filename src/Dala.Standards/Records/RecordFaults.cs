namespace Dala.Standards.Records;

/// <summary>Every way in which a file or a record is refused: the codes are keys of texts, each with the names of its arguments.</summary>
public static class RecordFaults
{
    public const string FileEmpty = "records.file.empty";
    public const string FileNotText = "records.file.not-text";
    public const string FileNotJson = "records.file.not-json";
    public const string FileNotZip = "records.file.not-a-zip";
    public const string FileTruncated = "records.file.truncated";
    public const string FileDamaged = "records.file.damaged";
    public const string FileBomb = "records.file.bomb";
    public const string FileTooLarge = "records.file.too-large";
    public const string FileTooManyEntries = "records.file.too-many-entries";
    public const string FileHeader = "records.file.header";
    public const string FileNoRecords = "records.file.no-records";
    public const string FileTreeTooLarge = "records.file.tree-too-large";

    public const string TooLong = "records.too-long";
    public const string InvalidUtf8 = "records.invalid-utf8";
    public const string TooManyColumns = "records.too-many-columns";
    public const string UnclosedQuote = "records.unclosed-quote";
    public const string InvalidJson = "records.invalid-json";
    public const string InvalidMarkdown = "records.invalid-markdown";
    public const string TooDeep = "records.too-deep";
    public const string NotWebAddress = "records.not-a-web-address";
    public const string NoTitle = "records.no-title";

    public const string EntryUnknown = "records.entry-unknown";
    public const string EntryClimbs = "records.entry-climbs";
    public const string EntryTwice = "records.entry-twice";
    public const string EntryEncrypted = "records.entry-encrypted";
    public const string EntryNested = "records.entry-nested";
    public const string EntryTooLong = "records.entry-too-long";
    public const string EntryBomb = "records.entry-bomb";
    public const string EntryDamaged = "records.entry-damaged";

    /// <summary>Each code with the names of the arguments that its text may use.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [FileEmpty] = [],
            [FileNotText] = ["found"],
            [FileNotJson] = [],
            [FileNotZip] = [],
            [FileTruncated] = [],
            [FileDamaged] = [],
            [FileBomb] = ["ratio"],
            [FileTooLarge] = ["limit"],
            [FileTooManyEntries] = ["limit"],
            [FileHeader] = [],
            [FileNoRecords] = ["pointer"],
            [FileTreeTooLarge] = ["limit"],
            [TooLong] = ["limit"],
            [InvalidUtf8] = ["offset"],
            [TooManyColumns] = ["columns", "limit"],
            [UnclosedQuote] = [],
            [InvalidJson] = ["offset"],
            [InvalidMarkdown] = [],
            [TooDeep] = ["limit"],
            [NotWebAddress] = ["address"],
            [NoTitle] = [],
            [EntryUnknown] = [],
            [EntryClimbs] = [],
            [EntryTwice] = [],
            [EntryEncrypted] = [],
            [EntryNested] = [],
            [EntryTooLong] = ["limit"],
            [EntryBomb] = ["ratio"],
            [EntryDamaged] = [],
        };

    /// <summary>Whether nothing after this refusal was read.</summary>
    public static bool EndsFile(string code) => code.StartsWith("records.file.", StringComparison.Ordinal);
}
