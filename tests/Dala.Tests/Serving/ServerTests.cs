using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dala.Library;
using Dala.Platform.Jobs;
using Dala.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dala.Tests.Serving;

public sealed class ServerTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string[] stories;

    public ServerTests() =>
        stories = [SomeStories.In(folder, "african-storybook.zip"), SomeStories.In(folder, "global-storybooks.zip")];

    [Fact]
    public async Task Says_that_it_lives_and_that_it_is_ready()
    {
        await using var server = await RunningServer.Start(folder);

        Assert.Equal("live\n", await server.Client.GetStringAsync("/health/live"));
        Assert.Equal("""{"ready":true,"store":true,"index":true}""", await server.Client.GetStringAsync("/health/ready"));
    }

    [Fact]
    public async Task Is_not_ready_when_the_store_cannot_be_opened()
    {
        await using var server = await RunningServer.Start(folder);
        await server.Until(store => store.Set<JobRow>().AllAsync(job => job.State == JobStates.Done));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Move(folder.At("data/dala.db"), folder.At("data/moved.db"));
        Directory.CreateDirectory(folder.At("data/dala.db"));

        var answer = await server.Client.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("""{"ready":false,"store":false,"index":true}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal("live\n", await server.Client.GetStringAsync("/health/live"));
    }

    [Fact]
    public async Task Numbers_are_for_who_holds_the_key_and_count_requests_and_jobs_from_the_start_on()
    {
        await using var server = await RunningServer.Start(folder);
        await server.Until(store => store.Set<JobRow>().AllAsync(job => job.State == JobStates.Done));
        await server.Client.GetAsync("/health/live");

        var stranger = await server.Client.GetAsync("/metrics");
        var numbers = await server.Administrator.GetAsync("/metrics");

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.DoesNotContain("dala_job", await stranger.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", numbers.Content.Headers.ContentType?.MediaType);
        var text = await numbers.Content.ReadAsStringAsync();
        Assert.Contains("# TYPE dala_job_duration_seconds histogram\n", text);
        Assert.Contains("dala_job_duration_seconds_count{kind=\"library.index\",state=\"done\"} ", text);
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram\n", text);
        Assert.Matches("http_server_request_duration_seconds_count\\{[^}]*http_route=\"/health/live\"[^}]*\\} [1-9]", text);
    }

    [Fact]
    public async Task An_import_that_runs_when_the_server_stops_goes_on_at_the_next_start_and_ends_as_an_undisturbed_one()
    {
        var server = await RunningServer.Start(folder, ("import.batch", "5"));
        var accepted = await server.Import("storybooks", stories);
        await server.Until(store => store.Set<ImportRun>().AnyAsync(run => run.Read > 60));
        await server.Stop();
        var stopped = (await server.Jobs()).Single(job => job.Kind == "library.import");
        var half = await server.Run(store => store.Set<ImportRun>().AsNoTracking().SingleAsync());
        await server.DisposeAsync();

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal((JobStates.Waiting, 0), (stopped.State, stopped.Attempts));
        Assert.Equal(RunStates.Stopped, half.State);
        Assert.InRange(half.Read, 60, 460);

        await using (var again = await RunningServer.Start(folder))
        {
            await again.Until(store => store.Set<JobRow>().AllAsync(job => job.State == JobStates.Done));
            var sources = await again.Client.GetFromJsonAsync<JsonElement>("/api/sources");
            Assert.Equal("done", sources.GetProperty("items")[0].GetProperty("lastRun").GetProperty("state").GetString());
            var found = await again.Client.GetFromJsonAsync<JsonElement>("/api/resources?q=la");
            Assert.InRange(found.GetProperty("total").GetInt32(), 1, 1_000);
        }

        await using var undisturbed = new TestLibrary();
        await undisturbed.Import("storybooks", stories);
        await using var disturbed = new TestLibrary(folder);
        Assert.Equal(await undisturbed.Content(), await disturbed.Content());
    }

    [Fact]
    public async Task An_import_whose_file_is_gone_fails_and_says_why()
    {
        await using var server = await RunningServer.Start(folder);
        await server.Run(store =>
        {
            store.Enqueue(
                new Dala.Library.Importing.ImportFiles.Job(
                    "storybooks",
                    "storybooks",
                    [new("stories.zip", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
                )
            );
            return store.SaveChangesAsync();
        });

        await server.Until(store => store.Set<JobRow>().AnyAsync(job => job.State == JobStates.Failed));

        var failed = (await server.Jobs()).Single(job => job.Kind == "library.import");
        Assert.Equal((1, "library.import.file-gone stories.zip"), (failed.Attempts, failed.Error));
    }

    [Fact]
    public async Task The_index_job_run_twice_changes_nothing_the_second_time()
    {
        await using var library = new TestLibrary(folder);
        await library.Import("storybooks", stories[0]);

        Assert.Equal((233, 0), (await library.Index(), await library.Index()));
    }

    [Fact]
    public async Task The_real_program_says_where_it_is_answers_and_stops_in_order_when_it_is_asked_to()
    {
        using var dala = DalaProcess.Start("serve", "--urls", "http://127.0.0.1:0", "--data", folder.At("data"));
        var said = await dala.Said("The administrator’s key is in");
        var address = said.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal));
        using var client = new HttpClient();
        var live = await client.GetStringAsync(new Uri(address + "/health/live"));
        using var second = await DalaProcess.Run("check", "--data", folder.At("data"));

        dala.Terminate();

        Assert.Equal(0, await dala.Exit());
        Assert.Equal("live\n", live);
        Assert.Equal(75, await second.Exit());
        Assert.Equal("", dala.Output);
        Assert.EndsWith("Stopped. Nothing was lost.\n", dala.Error);
    }

    [Fact]
    public async Task The_demo_catalogue_fills_an_empty_library_once_and_goes_on_where_it_was_interrupted()
    {
        var demo = folder.At("demo");
        Directory.CreateDirectory(demo);
        File.Copy(stories[0], Path.Combine(demo, "stories.zip"));
        await File.WriteAllTextAsync(
            Path.Combine(demo, "demo.json"),
            """[{ "source": "stories", "mapping": "storybooks", "files": ["stories.zip"] }]"""
        );
        string[] serve = ["serve", "--demo", demo, "--urls", "http://127.0.0.1:0", "--data", folder.At("data")];
        using (var first = DalaProcess.Start(serve))
        {
            await first.Said("233 records read");
            await first.Kill();
        }

        using var second = DalaProcess.Start(serve);
        var said = await second.Said("The administrator’s key is in");
        second.Terminate();

        Assert.Equal(0, await second.Exit());
        Assert.DoesNotContain("records read", said);
        await using var library = new TestLibrary(folder);
        await library.Index();
        Assert.Equal(233, (await library.Find(new Dala.Library.Finding.Find())).Total);
    }

    public void Dispose() => folder.Dispose();
}
