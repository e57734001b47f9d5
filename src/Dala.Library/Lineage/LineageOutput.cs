using Dala.Library.Api;
using Dala.Platform;
using Dala.Platform.CommandLine;

namespace Dala.Library.Lineage;

/// <summary>A lineage on a terminal: the same lists as on the page, indented.</summary>
internal static class LineageOutput
{
    public static async Task<int> Print(CommandHost host, Outcome<FoundLineage> outcome, bool json)
    {
        if (outcome.Problem is { } problem)
            return host.Refuse(problem);
        if (json)
        {
            await host.Output.WriteLineAsync(LibraryJson.Text(LineageJson.Of(outcome.Value)));
            return ExitCodes.Done;
        }

        var view = LineageView.Of(outcome.Value);
        await host.Output.WriteLineAsync(view.Found.Root.Title);
        if (view.IsEmpty)
            await host.Output.WriteLineAsync(host.Texts["library.lineage.none"].Value);
        await Print(host, "library.lineage.above", view.Above, LineageTexts.KeyOf);
        await Print(host, "library.lineage.below", view.Below, LineageTexts.KeyOfMade);
        await Print(host, "library.lineage.kind.same-work", view.Versions, LineageTexts.KeyOfMade);
        return ExitCodes.Done;
    }

    private static async Task Print(
        CommandHost host,
        string heading,
        IReadOnlyList<LineageBranch> branches,
        Func<LineageKind, string> key
    )
    {
        if (branches.Count == 0)
            return;
        await host.Output.WriteLineAsync();
        await host.Output.WriteLineAsync(host.Texts[heading].Value);
        await Print(host, branches, key, "  ");
    }

    private static async Task Print(
        CommandHost host,
        IReadOnlyList<LineageBranch> branches,
        Func<LineageKind, string> key,
        string indent
    )
    {
        foreach (var branch in branches)
        {
            var kinds = string.Join(", ", branch.Edges.Select(edge => host.Texts[key(edge.Kind)].Value));
            var where = branch.Node.Id?.ToString() ?? branch.Node.Url ?? host.Texts["library.lineage.not-here"].Value;
            await host.Output.WriteLineAsync($"{indent}{kinds}: {branch.Node.Title.ReplaceLineEndings(" ")}  [{where}]");
            await Print(host, branch.Further, key, indent + "  ");
        }
    }
}
