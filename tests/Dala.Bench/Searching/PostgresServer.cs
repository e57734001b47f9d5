using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Dala.Bench.Searching;

/// <summary>A PostgreSQL server of our own on loopback, with its data in a folder; it stops when this is disposed.</summary>
internal sealed class PostgresServer : IDisposable
{
    // It may not run as root; Debian's package makes this user.
    private const string User = "postgres";

    // For speed rather than safety, as the figures are thrown away: no flush to disk; one process for each query, whose time is then its own.
    private const string Settings =
        "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c wal_level=minimal -c max_wal_senders=0"
        + " -c max_wal_size=8GB -c shared_buffers=1GB -c work_mem=256MB -c maintenance_work_mem=512MB -c jit=off -c random_page_cost=1.1"
        + " -c max_parallel_workers_per_gather=0 -c max_parallel_maintenance_workers=0 -c autovacuum=off";

    private readonly string data;

    private PostgresServer(string data, int port)
    {
        this.data = data;
        ConnectionString = $"Host=127.0.0.1;Port={port};Username={User};Database=postgres;Pooling=false;Command Timeout=3600";
    }

    public string ConnectionString { get; }

    /// <summary>Where the server's programs are; null if they are not installed.</summary>
    public static string? Programs { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Concat(Enumerable.Range(15, 4).Select(version => $"/usr/lib/postgresql/{version}/bin"))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    /// <summary>The memory of all its processes in MB, what they share counted once.</summary>
    public double Megabytes => Processes().Sum(process => Shares(process) / 1024.0);

    /// <summary>The processor time of all its processes, those that have ended too.</summary>
    public double CpuSeconds => Processes().Sum(process => Ticks(process) / 100.0);

    /// <summary>Makes a new cluster.</summary>
    public static void Initialise(string data)
    {
        if (IsRoot)
        {
            Directory.CreateDirectory(data);
            Run("chown", User, data);
        }

        RunAsUser("initdb", "-D", data, "-U", User, "--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust", "--no-sync");
    }

    public static PostgresServer Start(string data)
    {
        var port = FreePort();
        RunAsUser("pg_ctl", "-D", data, "-l", Path.Combine(data, "log"), "-w", "-o", $"-p {port} {Settings}", "start");
        return new PostgresServer(data, port);
    }

    public void Dispose() => RunAsUser("pg_ctl", "-D", data, "-m", "fast", "-w", "stop");

    private static bool IsRoot => Environment.IsPrivilegedProcess;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void RunAsUser(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        if (IsRoot)
            Run("runuser", ["-u", User, "--", path, .. arguments]);
        else
            Run(path, arguments);
    }

    // Its output goes nowhere: a server that outlives the program that started it would keep a pipe open.
    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("sh") { UseShellExecute = false, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$@\" >/dev/null");
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private List<string> Processes()
    {
        var postmaster = File.ReadLines(Path.Combine(data, "postmaster.pid")).First();
        var children = Directory
            .EnumerateDirectories("/proc")
            .Where(folder =>
                char.IsAsciiDigit(Path.GetFileName(folder)[0]) && Stat(folder) is { Length: > 1 } stat && stat[1] == postmaster
            );
        return [$"/proc/{postmaster}", .. children];
    }

    // The fields of proc(5) after the name, which may hold spaces: state, parent, …
    private static string[] Stat(string process)
    {
        var stat = string.Concat(Lines(process + "/stat"));
        return stat.Length == 0 ? [] : stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }

    // User and system time of itself and of the children that it has seen end, in hundredths of a second.
    private static long Ticks(string process) => Stat(process) is { Length: > 14 } stat ? stat[11..15].Sum(Number) : 0;

    private static long Shares(string process) =>
        Lines(process + "/smaps_rollup")
            .Where(line => line.StartsWith("Pss:", StringComparison.Ordinal))
            .Sum(line => Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (IOException)
        {
            return []; // The process has ended since.
        }
    }
}
