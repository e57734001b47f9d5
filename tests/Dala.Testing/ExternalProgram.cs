using System.Diagnostics;

namespace Dala.Testing;

/// <summary>A program beside .NET that a test asks for its opinion.</summary>
public static class ExternalProgram
{
    /// <summary>The first of these files that is there, or null.</summary>
    public static string? Find(params string[] places) => places.FirstOrDefault(File.Exists);

    /// <summary>Runs it to its end and answers with what it said and how it ended.</summary>
    public static async Task<(int ExitCode, string Said)> Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var running = Process.Start(start)!;
        var said = await Task.WhenAll(running.StandardError.ReadToEndAsync(), running.StandardOutput.ReadToEndAsync());
        await running.WaitForExitAsync();
        return (running.ExitCode, string.Concat(said));
    }
}
