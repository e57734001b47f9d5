using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dala.Testing;

namespace Dala.Tests.Docs;

/// <summary>What must hold for the tree as a whole.</summary>
[Trait("Kind", "Docs")]
public sealed partial class TreeTests
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "data", "artifacts", ".git", "demo", "TestResults"];

    private static readonly string[] Texts =
    [
        ".cs",
        ".razor",
        ".md",
        ".json",
        ".cjs",
        ".props",
        ".csproj",
        ".slnx",
        ".sql",
        ".css",
        ".js",
        ".sh",
        ".csv",
        ".txt",
        "",
        ".yml",
        ".config",
    ];

    [Fact]
    public void The_changelog_has_the_version_of_the_program()
    {
        var version = XDocument
            .Load(Path.Combine(SharedData.Root, "Directory.Build.props"))
            .Descendants("Version")
            .Single()
            .Value;

        Assert.Matches($@"(?m)^## {Regex.Escape(version)}\b", File.ReadAllText(Path.Combine(SharedData.Root, "CHANGELOG.md")));
    }

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine() =>
        Assert.Empty(
            Files()
                .SelectMany(file =>
                    MachinePath
                        .Matches(File.ReadAllText(file))
                        .Select(match => $"{Path.GetRelativePath(SharedData.Root, file)}: {match.Value}")
                )
        );

    [Fact]
    public void No_lock_file_names_the_address_of_a_registry() =>
        Assert.Empty(
            Files()
                .Where(file => Path.GetFileName(file) is "packages.lock.json" or "package-lock.json")
                .SelectMany(file =>
                    ResolvedAddress
                        .Matches(File.ReadAllText(file))
                        .Select(match => $"{Path.GetRelativePath(SharedData.Root, file)}: {match.Value}")
                )
        );

    [Fact]
    public void Every_link_between_documents_leads_to_a_file()
    {
        var lost = Files()
            .Where(file => Path.GetExtension(file) == ".md")
            .SelectMany(file =>
                Link.Matches(File.ReadAllText(file))
                    .Select(match => match.Groups["target"].Value)
                    .Where(target => !target.Contains(':', StringComparison.Ordinal))
                    .Select(target => (From: file, To: Path.Combine(Path.GetDirectoryName(file)!, target.Split('#')[0])))
            )
            .Where(link => !Path.Exists(link.To))
            .Select(link =>
                $"{Path.GetRelativePath(SharedData.Root, link.From)}: {Path.GetRelativePath(SharedData.Root, link.To)}"
            );

        Assert.Empty(lost);
    }

    private static IEnumerable<string> Files() => FilesIn(SharedData.Root).Where(file => Texts.Contains(Path.GetExtension(file)));

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(inner => !NotOurs.Contains(Path.GetFileName(inner)))
                    .SelectMany(FilesIn)
            );

    [GeneratedRegex(
        @"(?<![\w.~*-])/(home|root|Users|tmp/wt|work)/[\w.]+",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex MachinePath { get; }

    [GeneratedRegex("\"resolved\": \"[a-z+]+:", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ResolvedAddress { get; }

    [GeneratedRegex(@"\]\((?<target>[^)\s<>]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link { get; }
}
