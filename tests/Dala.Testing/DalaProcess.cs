using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Dala.Testing;

/// <summary>The program as it is shipped, in a process of its own that can be killed.</summary>
public sealed class DalaProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    private DalaProcess(Process process) => this.process = process;

    public string Output => Text(output);

    public string Error => Text(error);

    public bool HasExited => process.HasExited;

    /// <summary>The most memory that it has held, in bytes; asked while it runs.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.HasExited ? 0 : process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts a command. No setting of the machine gets in.</summary>
    public static DalaProcess Start(params string[] arguments)
    {
        var dotnet = Environment.ProcessPath is { } host && IsDotnet(host) ? host : "dotnet";
        // What a shell starts in the background ignores Ctrl+C, and so would all that is started from there: env makes it listen again.
        var start = new ProcessStartInfo(OperatingSystem.IsLinux() ? "env" : dotnet)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsLinux())
        {
            start.ArgumentList.Add("--default-signal=INT");
            start.ArgumentList.Add(dotnet);
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "dala.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("DALA_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["LC_ALL"] = "C";

        var dala = new DalaProcess(new Process { StartInfo = start });
        dala.process.OutputDataReceived += (_, line) => Add(dala.output, line.Data);
        dala.process.ErrorDataReceived += (_, line) => Add(dala.error, line.Data);
        dala.process.Start();
        dala.process.BeginOutputReadLine();
        dala.process.BeginErrorReadLine();
        return dala;
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<DalaProcess> Run(params string[] arguments)
    {
        var dala = Start(arguments);
        await dala.Exit();
        return dala;
    }

    /// <summary>Waits for its end and answers the exit code.</summary>
    public async Task<int> Exit()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>Waits until standard error says something.</summary>
    public async Task<string> Said(string what)
    {
        var until = Stopwatch.StartNew();
        while (!Error.Contains(what, StringComparison.Ordinal))
        {
            if (until.Elapsed > Patience || process.HasExited)
                throw new TimeoutException($"It did not say “{what}”, but: {Error}");
            await Task.Delay(5);
        }

        return Error;
    }

    /// <summary>Ends it as the machine's end would: no warning, no clean-up.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a supervisor does.</summary>
    public void Terminate() => _ = Signal(process.Id, 15);

    /// <summary>Presses Ctrl+C.</summary>
    public void Interrupt() => _ = Signal(process.Id, 2);

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private static bool IsDotnet(string path) => Path.GetFileNameWithoutExtension(path) == "dotnet";

    private static void Add(StringBuilder text, string? line)
    {
        lock (text)
        {
            if (line is not null)
                text.Append(line).Append('\n');
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
