using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dala.Testing;

namespace Dala.Tests.Docs;

/// <summary>ARCHITECTURE.md says who may use whom, and the project files do just that.</summary>
[Trait("Kind", "Docs")]
public sealed partial class ArchitectureTests
{
    [Fact]
    public void Names_the_references_that_the_project_files_have()
    {
        var written = TableRow
            .Matches(File.ReadAllText(Path.Combine(SharedData.Root, "ARCHITECTURE.md")))
            .Select(row => $"{row.Groups["project"].Value}: {row.Groups["uses"].Value.Trim()}");

        var real = Directory
            .EnumerateFiles(Path.Combine(SharedData.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => $"{Path.GetFileNameWithoutExtension(file)}: {string.Join(", ", References(file))}");

        Assert.Equal(real.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> References(string project) =>
        XDocument
            .Load(project)
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(
        @"^\| (?<project>Dala[A-Za-z.]*) \|(?<uses>[A-Za-z., ]*)\|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TableRow { get; }
}
