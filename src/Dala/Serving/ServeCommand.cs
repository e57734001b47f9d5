using System.CommandLine;
using Dala.Platform.CommandLine;

namespace Dala.Serving;

/// <summary><c>dala serve</c>: pages and programs' routes, and the jobs behind them, until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Of(CommandHost host)
    {
        var urls = new Option<string?>("--urls") { Description = host.Texts["dala.serve.urls"].Value };
        var demo = new Option<string?>("--demo") { Description = host.Texts["dala.serve.demo"].Value };
        var command = new Command("serve", host.Texts["dala.serve"].Value) { urls, demo };
        command.SetAction(
            (line, ct) =>
                ((Terminal)host).Open(
                    line,
                    async (folder, settings) =>
                    {
                        await using var server = Server.Build(folder, settings, line.GetValue(urls));
                        var catalogue = line.GetValue(demo) ?? settings.Get(ServerSettings.Demo);
                        if (
                            catalogue.Length > 0
                            && await DemoCatalogue.Import(server.Services, host, catalogue, ct) is { } problem
                        )
                            return host.Refuse(problem);

                        await server.StartAsync(ct);
                        foreach (var address in server.Urls)
                            await host.Error.WriteLineAsync(host.Texts["dala.serve.listens", ("address", address)].Value);
                        await host.Error.WriteLineAsync(
                            host.Texts[
                                "dala.serve.key",
                                ("file", server.Services.GetRequiredService<Administration.AdministratorKey>().File)
                            ].Value
                        );
                        await server.WaitForShutdownAsync(ct);
                        await host.Error.WriteLineAsync(host.Texts["dala.serve.stopped"].Value);
                        return ExitCodes.Done;
                    }
                )
        );
        return command;
    }
}
