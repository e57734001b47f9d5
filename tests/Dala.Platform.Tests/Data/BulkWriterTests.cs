using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Dala.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dala.Platform.Tests.Data;

public sealed class BulkWriterTests : IAsyncDisposable
{
    private const string Insert = "insert into book (id, title, bought_at) values ($1, $2, $3)";

    private readonly Shelf shelf = new();

    [Fact]
    public async Task A_batch_that_is_not_committed_leaves_nothing()
    {
        using (var batch = await shelf.Writer.Begin(CancellationToken.None))
        {
            Buy(batch, "Атом");
            batch.Enqueue(new Lend("Атом"));
            batch.Publish(new BookBought("Атом"));
        }

        Assert.Empty(await shelf.Rows<Book>());
        Assert.Empty(await shelf.Rows<JobRow>());
        Assert.Empty(await shelf.Rows<FactRow>());
    }

    [Fact]
    public async Task A_batch_keeps_rows_jobs_and_facts_together_and_the_same_job_waits_only_once()
    {
        for (var i = 0; i < 3; i++)
        {
            using var batch = await shelf.Writer.Begin(CancellationToken.None);
            Buy(batch, $"Book {i}");
            batch.Enqueue(new Lend("Атом"));
            batch.Enqueue(new Lend("Ядро"));
            batch.Publish(new BookBought("Атом"));
            batch.Commit();
        }

        Assert.Equal(3, (await shelf.Rows<Book>()).Count);
        Assert.Equal(3, (await shelf.Rows<FactRow>()).Count);
        Assert.Equal(
            ["shelf.label Атом", "shelf.lend Атом", "shelf.lend Ядро", "shelf.welcome Атом"],
            (await shelf.Rows<JobRow>())
                .Select(job => $"{job.Kind} {System.Text.Json.JsonSerializer.Deserialize<Lend>(job.Body)!.Title}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_job_that_is_done_does_not_keep_the_same_one_from_waiting_again()
    {
        for (var i = 0; i < 2; i++)
        {
            using (var batch = await shelf.Writer.Begin(CancellationToken.None))
            {
                batch.Enqueue(new Lend("Атом"));
                batch.Commit();
            }

            await shelf.Runner.RunWaiting(CancellationToken.None);
        }

        Assert.Equal([JobStates.Done, JobStates.Done], (await shelf.Rows<JobRow>()).Select(job => job.State));
    }

    [Fact]
    public async Task A_statement_is_prepared_once_and_serves_batch_after_batch_with_new_values()
    {
        for (var i = 0; i < 3; i++)
        {
            using var batch = await shelf.Writer.Begin(CancellationToken.None);
            Buy(batch, $"Book {i}");
            using (var row = batch.Read("select sequel_of from book where title = $1", $"Book {i}"))
                Assert.True(row.Read() && row.IsDBNull(0));
            batch.Commit();
        }

        var prepared =
            (Dictionary<string, SqliteCommand>)
                typeof(BulkWriter)
                    .GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)
                    .Single(field => field.FieldType == typeof(Dictionary<string, SqliteCommand>))
                    .GetValue(shelf.Writer)!;
        Assert.Equal([Insert, "select sequel_of from book where title = $1"], prepared.Keys);
        Assert.Equal(3, (await shelf.Rows<Book>()).Count);
    }

    [Fact]
    public async Task A_batch_that_breaks_gives_the_turn_back_and_the_next_one_works()
    {
        using (var batch = await shelf.Writer.Begin(CancellationToken.None))
        {
            Buy(batch, "Атом");
            Assert.Throws<SqliteException>(() => Buy(batch, "Атом"));
        }

        using (var batch = await shelf.Writer.Begin(CancellationToken.None))
        {
            Buy(batch, "Атом");
            batch.Commit();
        }

        Assert.Single(await shelf.Rows<Book>());
    }

    [Fact]
    public async Task A_store_that_fills_up_takes_the_batch_back_and_lets_others_write_when_there_is_room()
    {
        using (var batch = await shelf.Writer.Begin(CancellationToken.None))
        {
            var pages = (long)batch.Value("pragma page_count")!;
            batch.Value($"pragma max_page_count = {pages + 3}");
            Buy(batch, "Small");
            var full = Assert.Throws<SqliteException>(() => Buy(batch, new string('x', 1 << 20)));
            Assert.Equal(13, full.SqliteErrorCode);
        }

        Assert.Empty(await shelf.Rows<Book>());
        using (var batch = await shelf.Writer.Begin(CancellationToken.None))
        {
            batch.Value("pragma max_page_count = 1000000");
            Buy(batch, new string('x', 1 << 20));
            batch.Commit();
        }

        Assert.Single(await shelf.Rows<Book>());
    }

    [Fact]
    public async Task A_turn_that_cannot_begin_is_given_back()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.At("dala.db"));
        using var held = DataFolder.Open(folder.Path).Value;
        using var writer = new BulkWriter(held, shelf.Gate, new JobKinds([]), shelf.Time);

        await Assert.ThrowsAsync<SqliteException>(() => writer.Begin(CancellationToken.None));

        using var turn = await shelf.Gate.Enter(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Twenty_writers_of_both_kinds_at_once_never_run_into_a_locked_store()
    {
        const int each = 25;

        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(writer =>
                    Task.Run(async () =>
                    {
                        for (var i = 0; i < each; i++)
                        {
                            if (writer % 2 == 0)
                            {
                                await shelf.Run(async store =>
                                {
                                    _ = await store.Set<Book>().CountAsync();
                                    store.Add(shelf.Book($"{writer}/{i}"));
                                    return await store.SaveChangesAsync();
                                });
                            }
                            else
                            {
                                using var batch = await shelf.Writer.Begin(CancellationToken.None);
                                Buy(batch, $"{writer}/{i}");
                                batch.Commit();
                            }
                        }
                    })
                )
        );

        Assert.Equal(20 * each, (await shelf.Rows<Book>()).Count);
    }

    public ValueTask DisposeAsync() => shelf.DisposeAsync();

    private void Buy(BulkBatch batch, string title) =>
        batch.Run(Insert, Columns.Bytes(Guid.CreateVersion7()), title, shelf.Time.GetUtcNow().UtcTicks);
}
