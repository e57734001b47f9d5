using System.CommandLine;
using Dala.Platform.Languages;

namespace Dala.Platform.CommandLine;

/// <summary>What a command needs: the texts in the person's language, the streams, and a way to run against the data folder.</summary>
public abstract class CommandHost
{
    /// <summary>The interface texts in the language of the terminal.</summary>
    public abstract Words Texts { get; }

    /// <summary>Where results go.</summary>
    public abstract TextWriter Output { get; }

    /// <summary>Where messages and progress go.</summary>
    public abstract TextWriter Error { get; }

    /// <summary>Whether standard error is a terminal that a progress bar may redraw.</summary>
    public abstract bool IsTerminal { get; }

    /// <summary>
    /// Opens the data folder (locked for this process), applies the schema files, builds the services and runs the work; a problem becomes a
    /// message on standard error and an exit code.
    /// </summary>
    public abstract Task<int> Run(
        ParseResult line,
        Func<IServiceProvider, CancellationToken, Task<int>> work,
        CancellationToken ct
    );

    /// <summary>Says a refusal on standard error and returns its exit code.</summary>
    public abstract int Refuse(Problem problem);
}

/// <summary>Exit codes, after sysexits.h where it has one that fits.</summary>
public static class ExitCodes
{
    public const int Done = 0;

    /// <summary>It worked, but there is something to look at: quarantined records, faults found by a check.</summary>
    public const int DoneWithFaults = 1;

    /// <summary>EX_USAGE: the words of the command are off.</summary>
    public const int Usage = 64;

    /// <summary>EX_DATAERR: what was given is not what it should be.</summary>
    public const int Data = 65;

    /// <summary>EX_NOINPUT: a file or a resource that is not there.</summary>
    public const int NotFound = 66;

    /// <summary>EX_SOFTWARE: a fault of ours or of the machine.</summary>
    public const int Fault = 70;

    /// <summary>EX_CANTCREAT: what should be made stands there already.</summary>
    public const int CannotCreate = 73;

    /// <summary>EX_TEMPFAIL: busy or locked; the same call may work later.</summary>
    public const int Busy = 75;

    /// <summary>EX_CONFIG: a setting is wrong.</summary>
    public const int Settings = 78;

    /// <summary>Stopped by the person (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
