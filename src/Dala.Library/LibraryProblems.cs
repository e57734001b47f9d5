using Dala.Platform;

namespace Dala.Library;

/// <summary>Every way in which the library says no.</summary>
public static class LibraryProblems
{
    public static readonly Problem SignInToImport = new(ProblemKind.SignInNeeded, "library.import.sign-in");
    public static readonly Problem NoFile = new(ProblemKind.Invalid, "library.import.no-file");
    public static readonly Problem BadCursor = new(ProblemKind.Invalid, "library.search.bad-cursor");

    public static readonly Problem StaleForm = new(ProblemKind.Invalid, "library.form.stale");
    public static readonly Problem NothingToStop = new(ProblemKind.Conflict, "library.import.nothing-to-stop");
    public static readonly Problem NothingToResume = new(ProblemKind.Conflict, "library.import.nothing-to-resume");

    public static readonly Problem SignInToSettle = new(ProblemKind.SignInNeeded, "library.settle.sign-in");
    public static readonly Problem NothingToSettle = new(ProblemKind.Conflict, "library.settle.nothing");
    public static readonly Problem NothingSettled = new(ProblemKind.Conflict, "library.settle.nothing-settled");

    public static Problem NoResource(string id) => new(ProblemKind.NotFound, "library.resource.unknown", id);

    public static Problem NoRawRecord(string id) => new(ProblemKind.NotFound, "library.record.unknown", id);

    public static Problem NoText(string id) => new(ProblemKind.NotFound, "library.resource.no-text", id);

    public static Problem LineageCycle(string from, string to) => new(ProblemKind.Conflict, "library.lineage.cycle", from, to);

    public static Problem LineageTooLong(string to) => new(ProblemKind.Conflict, "library.lineage.too-long", to);

    public static Problem UploadTooLarge(long limit) => new(ProblemKind.TooLarge, "library.import.too-large", limit >> 20);

    public static Problem NoSource(string name) => new(ProblemKind.NotFound, "library.source.unknown", name);

    public static Problem NoRun(string id) => new(ProblemKind.NotFound, "library.run.unknown", id);

    public static Problem NoSuchFile(string path) => new(ProblemKind.NotFound, "library.import.file-missing", path);

    public static Problem FileGone(string name) => new(ProblemKind.NotFound, "library.import.file-gone", name);

    public static Problem NoTableForFile(string file, string mapping) =>
        new(ProblemKind.Invalid, "library.import.no-table", file, mapping);

    /// <summary>
    /// Names stand in addresses and on command lines: small letters, digits and hyphens, at most 64. What is imported must not pass for what
    /// was said here.
    /// </summary>
    public static Problem? WrongSourceName(string name)
    {
        if (OwnSources.All.Contains(name))
            return new Problem(ProblemKind.Invalid, "library.import.source-reserved", name);
        return
            name.Length is > 0 and <= 64
            && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            ? null
            : new Problem(ProblemKind.Invalid, "library.import.source-name", name);
    }
}
