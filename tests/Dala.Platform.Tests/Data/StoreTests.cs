using System.Globalization;
using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dala.Platform.Tests.Data;

public sealed class StoreTests : IAsyncDisposable
{
    private static readonly Problem Twice = new(ProblemKind.Conflict, "shelf.twice");

    private readonly Shelf shelf = new();

    [Fact]
    public async Task Keeps_a_change_its_job_and_its_fact_together()
    {
        await shelf.Run(store =>
        {
            store.Add(shelf.Book("Атом"));
            store.Enqueue(new Lend("Атом"));
            store.Publish(new BookBought("Атом"));
            return store.SaveChangesAsync();
        });

        Assert.Equal("Атом", Assert.Single(await shelf.Rows<Book>()).Title);
        var fact = Assert.Single(await shelf.Rows<FactRow>());
        Assert.Equal(("BookBought", Testing.FixedTime.Start), (fact.Kind, fact.PublishedAt));
        var jobs = await shelf.Rows<JobRow>();
        Assert.Equal(["shelf.label", "shelf.lend", "shelf.welcome"], jobs.Select(job => job.Kind).Order(StringComparer.Ordinal));
        Assert.Equal([fact.Body], jobs.Where(job => job.Kind != "shelf.lend").Select(job => job.Body).Distinct());
        Assert.All(jobs, job => Assert.Equal((JobStates.Waiting, 0), (job.State, job.Attempts)));
    }

    [Fact]
    public async Task The_same_title_twice_is_a_refusal_and_leaves_no_job_and_no_fact_behind()
    {
        await shelf.Run(store => store.Add(shelf.Book("Атом")).Context.SaveChangesAsync());

        var outcome = await shelf.Run(store =>
        {
            store.Enqueue(new Lend("Атом"));
            store.Publish(new BookBought("Атом"));
            store.Add(shelf.Book("Атом"));
            return store.Keep("kept", Twice, CancellationToken.None);
        });

        Assert.Same(Twice, outcome.Problem);
        Assert.Single(await shelf.Rows<Book>());
        Assert.Empty(await shelf.Rows<JobRow>());
        Assert.Empty(await shelf.Rows<FactRow>());
    }

    [Fact]
    public async Task A_reference_to_nothing_is_a_fault_and_no_polite_conflict()
    {
        var fault = await Assert.ThrowsAsync<DbUpdateException>(() =>
            shelf.Run(store =>
            {
                store.Enqueue(new Lend("Атом II"));
                store.Add(shelf.Book("Атом II", sequelOf: Guid.CreateVersion7()));
                return store.Keep("kept", Twice, CancellationToken.None);
            })
        );

        Assert.Equal(787, Assert.IsType<SqliteException>(fault.InnerException).SqliteExtendedErrorCode);
        Assert.Empty(await shelf.Rows<JobRow>());
    }

    [Fact]
    public async Task A_row_that_somebody_took_away_meanwhile_is_a_conflict()
    {
        var book = shelf.Book("Атом");
        await shelf.Run(store => store.Add(book).Context.SaveChangesAsync());

        var outcome = await shelf.Run(async store =>
        {
            var own = await store.Set<Book>().SingleAsync();
            await shelf.Run(other => other.Set<Book>().ExecuteDeleteAsync());
            own.Title = "Ядро";
            return await store.Keep(own.Title, Twice, CancellationToken.None);
        });

        Assert.Same(Twice, outcome.Problem);
    }

    [Fact]
    public async Task Ids_lie_as_16_bytes_in_the_order_of_their_making_and_times_as_ticks()
    {
        var made = new List<Guid>();
        var first = new DateTimeOffset(2026, 3, 21, 9, 30, 0, TimeSpan.Zero);
        for (var i = 0; i < 300; i++)
            made.Add(Guid.CreateVersion7(first.AddMilliseconds(i * 37)));
        await shelf.Run(store =>
        {
            foreach (var id in made.AsEnumerable().Reverse())
                store.Add(
                    new Book
                    {
                        Id = id,
                        Title = id.ToString(),
                        BoughtAt = first.ToOffset(TimeSpan.FromHours(5)),
                    }
                );
            return store.SaveChangesAsync();
        });

        using var connection = Sqlite.Open(shelf.Data.StoreFile);
        using var command = connection.CreateCommand();
        command.CommandText = "select id, bought_at, typeof(id), length(id), typeof(bought_at) from book order by id";
        using var rows = command.ExecuteReader();
        var kept = new List<Guid>();
        while (rows.Read())
        {
            kept.Add(Columns.Id((byte[])rows[0]));
            Assert.Equal(
                (first.UtcTicks, "blob", 16L, "integer"),
                (rows.GetInt64(1), rows.GetString(2), rows.GetInt64(3), rows.GetString(4))
            );
        }

        Assert.Equal(made, kept);
    }

    [Theory]
    [InlineData("foreign_keys", "1")]
    [InlineData("journal_mode", "wal")]
    [InlineData("busy_timeout", "10000")]
    [InlineData("synchronous", "1")]
    public async Task Every_connection_keeps_foreign_keys_a_write_ahead_log_and_patience(string pragma, string value)
    {
        var ofStore = await shelf.Run(async store =>
        {
            await store.Database.OpenConnectionAsync();
            using var command = store.Database.GetDbConnection().CreateCommand();
            command.CommandText = "pragma " + pragma;
            return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        });
        using var batch = await shelf.Writer.Begin(CancellationToken.None);
        var ofBulk = Convert.ToString(batch.Value("pragma " + pragma), CultureInfo.InvariantCulture);

        Assert.Equal((value, value), (ofStore, ofBulk));
    }

    [Fact]
    public async Task Waiting_for_ones_turn_never_holds_a_thread()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => shelf.Run(store => Task.FromResult(store.SaveChanges())));
    }

    public ValueTask DisposeAsync() => shelf.DisposeAsync();
}
