using System.CommandLine;
using Dala.Library.Crediting;
using Dala.Platform;
using Dala.Platform.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Commands;

/// <summary><c>dala credit ID... --form text</c></summary>
public static class CreditCommand
{
    public static Command Of(CommandHost host)
    {
        var ids = new Argument<string[]>("ID")
        {
            Description = host.Texts["library.command.credit.ids"].Value,
            Arity = ArgumentArity.OneOrMore,
        };
        var form = new Option<string>("--form")
        {
            Description = host.Texts["library.command.credit.form", ("forms", string.Join(", ", CreditForms.All))].Value,
            DefaultValueFactory = _ => CreditForms.Text,
        };
        var origin = new Option<string>("--origin")
        {
            Description = host.Texts["library.command.credit.origin"].Value,
            DefaultValueFactory = _ => "http://localhost",
        };
        var command = new Command("credit", host.Texts["library.command.credit"].Value) { ids, form, origin };
        command.SetAction(
            (line, ct) =>
                host.Run(
                    line,
                    async (services, stop) =>
                    {
                        var wanted = line.GetValue(form)!;
                        if (!CreditForms.All.Contains(wanted))
                            return host.Refuse(
                                new Problem(
                                    ProblemKind.Invalid,
                                    "library.credit.bad-form",
                                    wanted,
                                    string.Join(", ", CreditForms.All)
                                )
                            );
                        var credits = await services
                            .GetRequiredService<CreditResources>()
                            .Run(line.GetRequiredValue(ids), host.Texts.Language, line.GetValue(origin)!.TrimEnd('/'), stop);
                        if (credits.Problem is { } problem)
                            return host.Refuse(problem);
                        await host.Output.WriteLineAsync(CreditForms.Write(wanted, credits.Value, host.Texts));
                        return ExitCodes.Done;
                    },
                    ct
                )
        );
        return command;
    }
}
