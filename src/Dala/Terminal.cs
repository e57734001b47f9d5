using System.Collections;
using System.CommandLine;
using Dala.Platform;
using Dala.Platform.CommandLine;
using Dala.Platform.Data;
using Dala.Platform.Languages;
using Dala.Platform.Settings;
using Dala.Serving;

namespace Dala;

/// <summary>The command line: finds the command, opens the data folder for it, and turns problems into messages and exit codes.</summary>
public sealed class Terminal : CommandHost
{
    private const string LanguageOption = "--language";

    private readonly WordBook book = new(Modules.All.Select(module => module.GetType().Assembly));
    private readonly IDictionary environment;
    private readonly Option<string?> data = new("--data") { Recursive = true };
    private readonly Option<string?> settingsFile = new("--settings") { Recursive = true };
    private readonly Option<string[]> set = new("--set") { Recursive = true, DefaultValueFactory = _ => [] };
    private readonly Option<string?> language = new(LanguageOption) { Recursive = true };
    private Words texts;

    public Terminal(TextWriter output, TextWriter error, bool isTerminal, IDictionary environment)
    {
        Output = output;
        Error = error;
        IsTerminal = isTerminal;
        this.environment = environment;
        texts = book.In(WordBook.Fallback).ForTerminal();
    }

    public override Words Texts => texts;
    public override TextWriter Output { get; }
    public override TextWriter Error { get; }
    public override bool IsTerminal { get; }

    public static Terminal OfThisProcess() =>
        new(Console.Out, Console.Error, !Console.IsErrorRedirected, Environment.GetEnvironmentVariables());

    /// <summary>Runs one command line and answers its exit code; with no words at all it serves.</summary>
    public async Task<int> Run(IReadOnlyList<string> args, CancellationToken ct = default)
    {
        texts = book.In(LanguageOf(args)).ForTerminal();
        var line = Root().Parse(args.Count == 0 ? ["serve"] : args);
        var streams = new InvocationConfiguration
        {
            Output = Output,
            Error = Error,
            EnableDefaultExceptionHandler = false,
            // Signals are Program's: the library's own handler ends at once what is asked to stop before it first waits for something.
            ProcessTerminationTimeout = null,
        };
        if (line.Errors.Count > 0)
        {
            await line.InvokeAsync(streams, ct);
            return ExitCodes.Usage;
        }

        try
        {
            return await line.InvokeAsync(streams, ct);
        }
        catch (OperationCanceledException)
        {
            await Error.WriteLineAsync(Texts["dala.interrupted"].Value);
            return ExitCodes.Interrupted;
        }
        catch (Exception fault)
        {
            // The one place where a fault of a command ends: a person gets a sentence, whoever mends it gets the rest.
            await Error.WriteLineAsync(Texts.Say(new Problem(ProblemKind.Unavailable, "platform.fault", fault.Message)).Value);
            await Error.WriteLineAsync(fault.ToString());
            return ExitCodes.Fault;
        }
    }

    public override async Task<int> Run(
        ParseResult line,
        Func<IServiceProvider, CancellationToken, Task<int>> work,
        CancellationToken ct
    ) => await Open(line, (folder, settings) => InScope(folder, settings, work, ct));

    /// <summary>Runs work that only looks, also while a server holds the data folder.</summary>
    public async Task<int> Beside(
        ParseResult line,
        Func<IServiceProvider, CancellationToken, Task<int>> work,
        CancellationToken ct
    )
    {
        var settings = Settings(line);
        if (settings.Problem is { } wrong)
            return Refuse(wrong);
        var path = settings.Value.Get(ServerSettings.Data);
        using var folder = DataFolder.Beside(path);
        return folder is null
            ? Refuse(new Problem(ProblemKind.NotFound, "dala.restore.missing", Path.GetFullPath(Path.Combine(path, "dala.db"))))
            : await InScope(folder, settings.Value, work, ct);
    }

    /// <summary>Reads the settings, locks the data folder and brings its store up to date, for the server and for commands alike.</summary>
    public async Task<int> Open(ParseResult line, Func<DataFolder, SettingValues, Task<int>> work)
    {
        var settings = Settings(line);
        if (settings.Problem is { } wrong)
            return Refuse(wrong);
        var opened = DataFolder.Open(settings.Value.Get(ServerSettings.Data));
        if (opened.Problem is { } locked)
            return Refuse(locked);
        using var folder = opened.Value;
        Composition.Prepare(folder, Modules.All, TimeProvider.System);
        return await work(folder, settings.Value);
    }

    /// <summary>Locks the data folder and leaves it as it is, for a restore.</summary>
    public async Task<Outcome<T>> OpenEmpty<T>(ParseResult line, Func<DataFolder, Task<Outcome<T>>> work)
    {
        var settings = Settings(line);
        if (settings.Problem is { } wrong)
            return wrong;
        var opened = DataFolder.Open(settings.Value.Get(ServerSettings.Data));
        if (opened.Problem is { } locked)
            return locked;
        using var folder = opened.Value;
        return await work(folder);
    }

    public override int Refuse(Problem problem)
    {
        Error.WriteLine(Texts.Say(problem).Value);
        foreach (var fault in problem.Faults)
            Error.WriteLine("  " + Texts.Say(fault).Value);
        return problem.Code.StartsWith("platform.settings.", StringComparison.Ordinal)
            ? ExitCodes.Settings
            : problem.Kind switch
            {
                ProblemKind.NotFound => ExitCodes.NotFound,
                ProblemKind.Unavailable => ExitCodes.Busy,
                ProblemKind.Conflict => ExitCodes.CannotCreate,
                ProblemKind.Invalid or ProblemKind.TooLarge => ExitCodes.Data,
                _ => ExitCodes.Usage,
            };
    }

    private static async Task<int> InScope(
        DataFolder folder,
        SettingValues settings,
        Func<IServiceProvider, CancellationToken, Task<int>> work,
        CancellationToken ct
    )
    {
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetUp(settings))
            .AddDala(folder, settings, Modules.All);
        await using var provider = services.AddScoped(_ => Actor.Administrator).BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await work(scope.ServiceProvider, ct);
    }

    private RootCommand Root()
    {
        data.Description = Texts["dala.option.data"].Value;
        settingsFile.Description = Texts["dala.option.settings"].Value;
        set.Description = Texts["dala.option.set"].Value;
        language.Description = Texts["dala.option.language"].Value;
        var root = new RootCommand(Texts["dala.about"].Value) { data, settingsFile, set, language };
        foreach (var command in Modules.All.SelectMany(module => module.Commands(this)))
            root.Add(command);
        return root;
    }

    private Outcome<SettingValues> Settings(ParseResult line)
    {
        var file = line.GetValue(settingsFile);
        if (file is not null && !File.Exists(file))
            return new Problem(ProblemKind.Invalid, "platform.settings.no-file", file);

        var given = new List<KeyValuePair<string, string>>();
        foreach (var pair in line.GetValue(set) ?? [])
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            given.Add(equals < 0 ? new(pair, "true") : new(pair[..equals], pair[(equals + 1)..]));
        }

        if (line.GetValue(data) is { } path)
            given.Add(new(ServerSettings.Data.Name, path));
        var folder =
            given.FindLast(pair => pair.Key == ServerSettings.Data.Name).Value
            ?? environment[ServerSettings.Data.EnvironmentName] as string
            ?? ServerSettings.Data.DefaultText;
        return SettingValues.Read(Modules.Settings, file ?? Path.Combine(folder, "dala.json"), environment, given);
    }

    private string LanguageOf(IReadOnlyList<string> args)
    {
        for (var i = 0; i + 1 < args.Count; i++)
        {
            if (args[i] == LanguageOption)
                return args[i + 1];
        }

        // POSIX: LC_ALL before LC_MESSAGES before LANG; "ru_RU.UTF-8" is Russian.
        var locale = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }
            .Select(name => environment[name] as string)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return locale?.Split('_', '.', '@')[0] ?? WordBook.Fallback;
    }
}
