using System.Collections;
using System.CommandLine;
using System.Text.RegularExpressions;
using Dala.Testing;

namespace Dala.Tests.Docs;

/// <summary>What the documents tell people to type exists.</summary>
[Trait("Kind", "Docs")]
public sealed partial class CommandsTests
{
    [Fact]
    public void Every_do_command_of_the_documents_is_one_of_the_script()
    {
        var script = File.ReadAllText(Path.Combine(SharedData.Root, "do"));
        var known = Function.Matches(script).Select(match => match.Groups["name"].Value).ToHashSet();

        var named = Documents()
            .SelectMany(text => DoCommand.Matches(text))
            .Select(match => match.Groups["name"].Value)
            .Distinct()
            .ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(known));
    }

    [Fact]
    public void The_readme_names_every_command_of_the_program_and_no_other()
    {
        var readme = File.ReadAllText(Path.Combine(SharedData.Root, "README.md"));
        var named = DalaCommand
            .Matches(readme)
            .Select(match => match.Groups["name"].Value)
            .Distinct()
            .Order(StringComparer.Ordinal);

        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, isTerminal: false, new Hashtable());
        var real = Modules.All.SelectMany(module => module.Commands(terminal)).SelectMany(Names).Order(StringComparer.Ordinal);

        Assert.Equal(real, named);
    }

    private static IEnumerable<string> Names(Command command) =>
        command.Subcommands.Count == 0 ? [command.Name] : command.Subcommands.Select(sub => $"{command.Name} {sub.Name}");

    private static IEnumerable<string> Documents() =>
        Directory
            .EnumerateFiles(SharedData.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(SharedData.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Append(Path.Combine(SharedData.Root, ".ci", "run"))
            .Select(File.ReadAllText);

    [GeneratedRegex(
        @"^(?<name>\w+)\(\) \{",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Function { get; }

    [GeneratedRegex(@"\./do (?<name>[a-z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DoCommand { get; }

    [GeneratedRegex(
        @"\bdala (?<name>[a-z]+( (rebuild|recognise|combine))?)\b(?= |$|`)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DalaCommand { get; }
}
