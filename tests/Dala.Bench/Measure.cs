using System.Diagnostics;

namespace Dala.Bench;

/// <summary>Wall time, processor time and memory of this process.</summary>
internal static class Measure
{
    public static double CpuSeconds => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    public static double PeakMegabytes => Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;

    public static double Megabytes => Process.GetCurrentProcess().WorkingSet64 / 1048576.0;

    /// <summary>Runs something and says what it cost.</summary>
    public static async Task<(double Wall, double Cpu)> Of(Func<Task> work)
    {
        var wall = Stopwatch.GetTimestamp();
        var cpu = CpuSeconds;
        await work();
        return (Stopwatch.GetElapsedTime(wall).TotalSeconds, CpuSeconds - cpu);
    }

    /// <summary>The value below which the given share of the sorted values lies.</summary>
    public static double Percentile(double[] sorted, double share) =>
        sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];

    /// <summary>The machine in a line, with what else keeps it busy.</summary>
    public static string Machine =>
        string.Join(
            ", ",
            $"{Environment.ProcessorCount} cores",
            Lines("/proc/cpuinfo")
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal), ": unknown")
                .Split(':')[1]
                .Trim(),
            $"load {Lines("/proc/loadavg").FirstOrDefault("unknown").Split(' ')[0]}",
            $".NET {Environment.Version}",
            System.Runtime.InteropServices.RuntimeInformation.OSDescription
        );

    private static IEnumerable<string> Lines(string file) => File.Exists(file) ? File.ReadLines(file) : [];
}
