using Dala.Platform;
using Dala.Platform.Settings;

namespace Dala.Library.Importing;

/// <summary>Every way in which a mapping file is refused.</summary>
public static class MappingProblems
{
    public const string UnknownCode = "library.mapping.unknown";
    public const string NotJsonCode = "library.mapping.not-json";
    public const string TooLargeCode = "library.mapping.too-large";
    public const string InvalidCode = "library.mapping.invalid";

    /// <summary>The faults inside a mapping; each stands at a JSON pointer.</summary>
    public const string UnknownWord = "library.mapping.unknown-word";
    public const string MissingWord = "library.mapping.missing-word";
    public const string WrongType = "library.mapping.wrong-type";
    public const string UnknownField = "library.mapping.unknown-field";
    public const string UnknownLookup = "library.mapping.unknown-lookup";
    public const string UnknownReader = "library.mapping.unknown-reader";
    public const string UnknownKind = "library.mapping.unknown-kind";
    public const string UnknownSchema = "library.mapping.unknown-schema";
    public const string UnknownTable = "library.mapping.unknown-table";
    public const string BadPattern = "library.mapping.bad-pattern";
    public const string BadTemplate = "library.mapping.bad-template";
    public const string BadValue = "library.mapping.bad-value";
    public const string NotOneOrigin = "library.mapping.not-one-origin";

    /// <summary>The codes of problems and faults alike, for those who write texts.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        UnknownCode,
        NotJsonCode,
        TooLargeCode,
        InvalidCode,
        UnknownWord,
        MissingWord,
        WrongType,
        UnknownField,
        UnknownLookup,
        UnknownReader,
        UnknownKind,
        UnknownSchema,
        UnknownTable,
        BadPattern,
        BadTemplate,
        BadValue,
        NotOneOrigin,
    ];

    public static Problem Unknown(string name, string nearest) => new(ProblemKind.NotFound, UnknownCode, name, nearest);

    public static Problem NotJson(string file, long line) => new(ProblemKind.Invalid, NotJsonCode, file, line);

    public static Problem TooLarge(string file, long limit) => new(ProblemKind.TooLarge, TooLargeCode, file, limit);

    public static Problem Invalid(string file, IReadOnlyList<Fault> faults) =>
        new(ProblemKind.Invalid, InvalidCode, file) { Faults = faults };

    /// <summary>The known word that a wrong one was most likely meant to be.</summary>
    public static string Nearest(string word, IEnumerable<string> known) =>
        known.MinBy(candidate => EditDistance.Between(word.ToLowerInvariant(), candidate)) ?? "";
}
