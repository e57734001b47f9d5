using System.Collections;
using System.Text.Json;
using Dala.Testing;

namespace Dala.Tests.Operating;

/// <summary>What a command answered: its exit code and what stands on both streams.</summary>
internal sealed record Ran(int Code, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}

/// <summary>Runs commands as a person does, on a data folder of its own.</summary>
internal sealed class Commands : IDisposable
{
    private const string Shelf = """
        {
          "name": "shelf", "version": 1,
          "source": { "title": "A shelf", "url": "https://shelf.example/", "licence": "CC0-1.0", "attribution": "The shelf" },
          "tables": [ {
            "files": "*.csv",
            "reader": { "kind": "csv" },
            "language": { "from": "language" },
            "identifier": { "from": "id" },
            "fields": { "title": { "from": "title" }, "language": { "from": "language" }, "licence": { "from": "licence" } }
          } ]
        }
        """;

    public TempFolder Folder { get; } = new();

    public string Data => Folder.At("data");

    public Hashtable Environment { get; } = [];

    /// <summary>Runs a command on the data folder.</summary>
    public Task<Ran> Run(params string[] arguments) => RunAnywhere([.. arguments, "--data", Data]);

    public async Task<Ran> RunAnywhere(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await new Terminal(output, error, isTerminal: false, Environment).Run(arguments);
        return new Ran(code, output.ToString(), error.ToString());
    }

    /// <summary>Imports three books, one of them in quarantine.</summary>
    public Task<Ran> ImportShelf(params string[] more)
    {
        var file = Folder.Write(
            "shelf.csv",
            "id,title,language,licence\n1,Атом туралы,kk,CC BY 4.0\n2,A  molecule,en,CC BY-NC-ND 4.0\n3,,en,CC BY 4.0\n"
        );
        return Run(["import", file, "--mapping", Folder.Write("shelf.json", Shelf), "--json", .. more]);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Folder.Dispose();
    }
}
