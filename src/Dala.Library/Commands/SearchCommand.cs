using System.CommandLine;
using Dala.Library.Api;
using Dala.Library.Finding;
using Dala.Platform;
using Dala.Platform.CommandLine;
using Dala.Platform.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Commands;

/// <summary><c>dala search WORD... --filter NAME=VALUE</c></summary>
public static class SearchCommand
{
    public static Command Of(CommandHost host)
    {
        var words = new Argument<string[]>("WORD")
        {
            Description = host.Texts["library.command.search.words"].Value,
            Arity = ArgumentArity.ZeroOrMore,
        };
        // An option that nobody knows would otherwise be one more word to search for.
        words.Validators.Add(given =>
        {
            foreach (var token in given.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
                given.AddError(
                    host.Texts.Say(
                        new Problem(
                            ProblemKind.Invalid,
                            "library.search.unknown-parameter",
                            token.Value,
                            "--filter, --any, --exact, --from, --to, --prefer, --order, --size, --after, --explain, --json"
                        )
                    ).Value
                );
        });
        var filters = new Option<string[]>("--filter") { Description = host.Texts["library.command.search.filter"].Value };
        var any = new Option<bool>("--any") { Description = host.Texts["library.command.search.any"].Value };
        var exact = new Option<bool>("--exact") { Description = host.Texts["library.command.search.exact"].Value };
        var from = new Option<string?>("--from") { Description = host.Texts["library.command.search.from"].Value };
        var to = new Option<string?>("--to") { Description = host.Texts["library.command.search.to"].Value };
        var prefer = new Option<string?>("--prefer") { Description = host.Texts["library.command.search.prefer"].Value };
        var explain = new Option<bool>("--explain") { Description = host.Texts["library.command.search.explain"].Value };
        var order = new Option<string?>("--order") { Description = host.Texts["library.command.search.order"].Value };
        var size = new Option<string?>("--size") { Description = host.Texts["library.command.search.size"].Value };
        var after = new Option<string?>("--after") { Description = host.Texts["library.command.search.after"].Value };
        var json = new Option<bool>("--json") { Description = host.Texts["library.command.json"].Value };
        var command = new Command("search", host.Texts["library.command.search"].Value)
        {
            words,
            filters,
            any,
            exact,
            from,
            to,
            prefer,
            order,
            size,
            after,
            explain,
            json,
        };
        command.SetAction(
            (line, ct) =>
                host.Run(
                    line,
                    async (services, _) =>
                    {
                        var given = (line.GetValue(filters) ?? []).ToLookup(Name, Value, StringComparer.Ordinal);
                        var asked = SearchParameters.OfFilters(Question(line.GetValue(words) ?? []), given) with
                        {
                            Match = line.GetValue(any) ? "any" : null,
                            Exact = line.GetValue(exact) ? "true" : null,
                            From = line.GetValue(from),
                            To = line.GetValue(to),
                            Prefer = line.GetValue(prefer),
                            Explain = line.GetValue(explain) ? "true" : null,
                            Order = line.GetValue(order),
                            Size = line.GetValue(size),
                            After = line.GetValue(after),
                        };
                        var usual = services.GetRequiredService<SettingValues>().Get(LibrarySettings.PageSize);
                        var read = asked.Read(given.Select(filter => filter.Key), usual);
                        if (read.Problem is { } wrong)
                            return host.Refuse(wrong);
                        var found = services.GetRequiredService<FindResources>().Run(read.Value, host.Texts.Language);
                        if (found.Problem is { } problem)
                            return host.Refuse(problem);
                        var concepts = services.GetRequiredService<Concepts>();
                        if (line.GetValue(json))
                            await host.Output.WriteLineAsync(
                                LibraryJson.Text(FoundJson.Of(read.Value, found.Value, concepts, host.Texts))
                            );
                        else
                            await Print(host, found.Value, concepts);
                        return ExitCodes.Done;
                    },
                    ct
                )
        );
        return command;
    }

    // The shell has taken the quotation marks off: a word with a blank in it was a phrase.
    private static string Question(string[] words) =>
        string.Join(
            ' ',
            words.Select(word => words.Length > 1 && word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word)
        );

    private static string Name(string filter) => filter.Split('=', 2)[0];

    private static string Value(string filter) => filter.Split('=', 2).ElementAtOrDefault(1) ?? "";

    private static async Task Print(CommandHost host, Found found, Concepts concepts)
    {
        if (found.DidYouMean is { } spelling)
            await host.Error.WriteLineAsync(host.Texts["library.results.did-you-mean", ("question", spelling)].Value);
        if (found.Total == 0)
        {
            await host.Output.WriteLineAsync(host.Texts["library.command.search.none"].Value);
            return;
        }

        await host.Output.WriteLineAsync(host.Texts["library.command.search.total", ("count", found.Total)].Value);
        foreach (var item in found.Items)
        {
            var resource = item.Summary;
            await host.Output.WriteLineAsync();
            await host.Output.WriteLineAsync(resource.Title);
            await host.Output.WriteLineAsync(
                "  "
                    + string.Join(
                        " · ",
                        new[]
                        {
                            host.Texts.List(resource.Creators.Take(3)),
                            host.Texts.List(
                                resource.Languages.Take(4).Select(tag => LibraryNames.Language(host.Texts, tag).Value)
                            ),
                            LibraryNames.Tier(host.Texts, resource.Licence.Tier).Value,
                            resource.SourceTitle,
                        }.Where(part => part.Length > 0)
                    )
            );
            if (resource.Url is { } url)
                await host.Output.WriteLineAsync("  " + url);
            await host.Output.WriteLineAsync("  " + resource.Id);
            foreach (var reason in Reasons.Of(item, concepts, host.Texts)?.Sentences ?? [])
                await host.Output.WriteLineAsync("  – " + reason.Value);
        }

        if (found.Next is { } next)
            await host.Output.WriteLineAsync("\n" + host.Texts["library.command.search.next", ("cursor", next)].Value);
    }
}
