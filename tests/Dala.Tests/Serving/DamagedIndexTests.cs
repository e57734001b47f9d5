using System.Text.Json;
using Dala.Platform.Jobs;
using Dala.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dala.Tests.Serving;

/// <summary>The search index is damaged while nobody looks: the service starts, says so, and finds everything again.</summary>
public sealed class DamagedIndexTests
{
    [Fact]
    public async Task A_server_whose_index_is_damaged_answers_and_finds_everything_again_by_itself()
    {
        using var folder = new TempFolder();
        await using (var library = new TestLibrary(folder))
        {
            await library.Import("phet-simulation-titles", SharedData.At("phet-simulation-titles/titles.jsonl.gz"));
            await library.Index();
        }

        Damage(Path.Combine(folder.At("data"), "index"));
        await using var server = await RunningServer.Start(folder);

        using var first = await server.Client.GetAsync("/en/resources?q=atom");
        Assert.True(first.IsSuccessStatusCode);
        await server.Until(async store =>
            !await store.Set<JobRow>().AnyAsync(job => job.State == JobStates.Waiting || job.State == JobStates.Running)
        );

        using var found = JsonDocument.Parse(await server.Client.GetStringAsync("/api/resources"));
        Assert.Equal(77, found.RootElement.GetProperty("total").GetInt32());
        Assert.False(found.RootElement.TryGetProperty("rebuilding", out _));
        Assert.DoesNotContain("being made again", await server.Client.GetStringAsync("/en/resources"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.At("data"), "index.damaged")));
    }

    [Fact]
    public async Task Until_everything_is_found_again_page_and_API_say_so_over_restarts_too()
    {
        using var folder = new TempFolder();
        await using (var library = new TestLibrary(folder))
        {
            await library.Import("phet-simulation-titles", SharedData.At("phet-simulation-titles/titles.jsonl.gz"));
            await library.Index();
        }

        Damage(Path.Combine(folder.At("data"), "index"));
        await using (var stopped = new TestLibrary(folder))
            Assert.Equal((0, true), await Seen(stopped));
        await using (var again = new TestLibrary(folder))
        {
            Assert.Equal((0, true), await Seen(again));
            await again.Index();
            Assert.Equal((77, false), await Seen(again));
        }

        static async Task<(int, bool)> Seen(TestLibrary library)
        {
            var found = await library.Find(new());
            return (found.Total, found.IsRebuilding);
        }
    }

    // One byte in the middle of the largest file: where the words are.
    private static void Damage(string index)
    {
        var file = new DirectoryInfo(index).EnumerateFiles("*", SearchOption.AllDirectories).MaxBy(file => file.Length)!;
        using var stream = file.Open(FileMode.Open, FileAccess.ReadWrite);
        stream.Position = file.Length / 2;
        var before = stream.ReadByte();
        stream.Position--;
        stream.WriteByte((byte)(before ^ 0xFF));
    }
}
