using System.Text.Json;

namespace Dala.Testing;

/// <summary>html-validate, as <c>npm ci --prefix tests/tools</c> installs it.</summary>
public static class HtmlValidator
{
    public const string Missing = "html-validate is not installed (npm ci --prefix tests/tools).";

    private static readonly string Tools = Path.Combine(SharedData.Root, "tests", "tools");

    public static string? Program { get; } = ExternalProgram.Find(Path.Combine(Tools, "node_modules", ".bin", "html-validate"));

    /// <summary>
    /// What there is to mend in the HTML files of a folder, one line each. One run for all of them: the validator takes longer to start than
    /// to read them. Through a pipe a long report comes cut short.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Findings(string folder)
    {
        using var reports = new TempFolder();
        var report = reports.At("report.json");
        var (exitCode, said) = await ExternalProgram.Run(
            Program!,
            ["--config", Path.Combine(Tools, "htmlvalidate.cjs"), "--ext", "html", "--formatter", "json=" + report, folder]
        );
        if (!File.Exists(report))
            return [$"html-validate ended with {exitCode} and wrote no report: {said}"];
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(report));
        List<string> findings =
        [
            .. json
                .RootElement.EnumerateArray()
                .SelectMany(file =>
                    file.GetProperty("messages")
                        .EnumerateArray()
                        .Select(message =>
                            $"{Path.GetFileName(file.GetProperty("filePath").GetString())}:{message.GetProperty("line")}: "
                            + $"{message.GetProperty("ruleId")}: {message.GetProperty("message")}"
                        )
                ),
        ];
        return findings.Count == 0 && exitCode != 0 ? [$"html-validate ended with {exitCode}: {said}"] : findings;
    }
}
