using System.Diagnostics;
using System.Text.Json;
using Dala.Library.Finding;
using Dala.Operating;
using Dala.Testing;
using Microsoft.Data.Sqlite;

namespace Dala.Library.Tests.Importing;

/// <summary>The real program, importing real stories, is killed hard and started again. Runs alone, for it races with a process.</summary>
[Collection(nameof(KilledImportTests))]
[CollectionDefinition(nameof(KilledImportTests), DisableParallelization = true)]
public sealed class KilledImportTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string[] stories;

    public KilledImportTests() =>
        stories = [SomeStories.In(folder, "african-storybook.zip"), SomeStories.In(folder, "global-storybooks.zip")];

    [Fact]
    public async Task An_import_killed_at_several_moments_ends_as_an_undisturbed_one()
    {
        // Before the first batch, in the first file, in the second file.
        foreach (var moment in new[] { 0, 60, 290 })
        {
            using var killed = DalaProcess.Start(Import("import.batch=10"));
            await Until(killed, moment);
            await killed.Kill();
        }

        using var last = await DalaProcess.Run(Import("import.batch=10"));

        Assert.Equal(0, await last.Exit());
        var report = JsonDocument.Parse(last.Output).RootElement;
        await using var undisturbed = new TestLibrary();
        var whole = (await undisturbed.Import("storybooks", stories)).Value;
        Assert.True(report.GetProperty("resumed").GetBoolean());
        Assert.Equal(
            (whole.New, whole.Changed, whole.Same, whole.Quarantined, whole.Mended, whole.Kept, whole.Records),
            (
                Number(report, "new"),
                Number(report, "changed"),
                Number(report, "same"),
                Number(report, "quarantined"),
                Number(report, "mended"),
                Number(report, "kept"),
                Number(report, "records")
            )
        );
        await IsTheSame(undisturbed);
    }

    [Fact]
    public async Task An_import_killed_while_it_indexes_is_found_whole_after_the_next_one()
    {
        using (var killed = DalaProcess.Start(Import("import.batch=1000")))
        {
            await killed.Said("records read");
            await killed.Kill();
        }

        using var again = await DalaProcess.Run(Import("import.batch=1000"));

        var report = JsonDocument.Parse(again.Output).RootElement;
        Assert.Equal((0L, 0L), (Number(report, "new"), Number(report, "changed")));
        await using var library = new TestLibrary(folder);
        await IsWhole(library);
    }

    [Fact]
    public async Task An_import_that_is_interrupted_says_so_and_goes_on_from_there()
    {
        using (var interrupted = DalaProcess.Start(Import("import.batch=1")))
        {
            await Until(interrupted, 20);
            interrupted.Interrupt();
            Assert.Equal(130, await interrupted.Exit());
            Assert.Equal("", interrupted.Output);
            Assert.EndsWith(
                "Interrupted. What was done so far is kept; the same command goes on from there.\n",
                interrupted.Error
            );
        }

        using var last = await DalaProcess.Run(Import("import.batch=100"));

        Assert.Equal(0, await last.Exit());
        Assert.True(JsonDocument.Parse(last.Output).RootElement.GetProperty("resumed").GetBoolean());
        await using var undisturbed = new TestLibrary();
        await undisturbed.Import("storybooks", stories);
        await IsTheSame(undisturbed);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private string[] Import(string set) =>
        ["import", .. stories, "--mapping", "storybooks", "--json", "--data", folder.At("data"), "--set", set];

    private async Task IsTheSame(TestLibrary undisturbed)
    {
        await undisturbed.Index();
        await using var disturbed = new TestLibrary(folder);
        await IsWhole(disturbed);
        Assert.Equal(await undisturbed.Content(), await disturbed.Content());
        foreach (var text in new[] { "een", "la", "of" })
            Assert.Equal(await Titles(undisturbed, text), await Titles(disturbed, text));
    }

    private static async Task IsWhole(TestLibrary library)
    {
        var looked = await library.Run<CheckEverything, IReadOnlyList<Checked>>(check => check.Run(CancellationToken.None));
        Assert.Empty(looked.SelectMany(result => result.Faults));
    }

    private static async Task<IEnumerable<string>> Titles(TestLibrary library, string text)
    {
        var found = await library.Find(new Find { Text = text, Size = 100 });
        Assert.NotEmpty(found.Items);
        return found.Items.Select(item => item.Summary.Title).Order(StringComparer.Ordinal);
    }

    // Looks into the store from outside: the state of the race is what the rows say, not how much time has passed.
    private async Task Until(DalaProcess process, long records)
    {
        var file = folder.At("data/dala.db");
        var patience = Stopwatch.StartNew();
        while (Read(file) is not { } read || read < records)
        {
            Assert.False(process.HasExited, $"It was over before {records} records were read.\n{process.Error}");
            Assert.InRange(patience.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
            await Task.Delay(2);
        }
    }

    private static long? Read(string file)
    {
        if (!File.Exists(file))
            return null;
        try
        {
            using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "select max(read) from import_run";
            return command.ExecuteScalar() as long?;
        }
        catch (SqliteException)
        {
            // The schema is not there yet.
            return null;
        }
    }

    private static long Number(JsonElement report, string name) => report.GetProperty(name).GetInt64();
}
