using System.Text.Json;
using Dala.Platform.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Dala.Platform.Data;

/// <summary>The one store of truth. Modules contribute their entities; a use case's change, jobs and facts are kept in one transaction.</summary>
public sealed class Store(
    DbContextOptions<Store> options,
    IEnumerable<IModule> modules,
    JobKinds kinds,
    WriterGate gate,
    TimeProvider time
) : DbContext(options)
{
    /// <summary>Adds a job to the transaction of this use case: it happens if and only if the change does.</summary>
    public void Enqueue<TJob>(TJob job)
        where TJob : notnull => Add(JobRow.Waiting(kinds.NameOf(typeof(TJob)), JsonSerializer.Serialize(job), time.GetUtcNow()));

    /// <summary>Tells other modules something: kept as a row, and one job for each who asked to hear it.</summary>
    public void Publish<TFact>(TFact fact)
        where TFact : notnull
    {
        var body = JsonSerializer.Serialize(fact);
        Add(new FactRow(Guid.CreateVersion7(), typeof(TFact).Name, body, time.GetUtcNow()));
        foreach (var kind in kinds.ListenersOf(typeof(TFact)))
            Add(JobRow.Waiting(kind, body, time.GetUtcNow()));
    }

    /// <summary>Keeps everything and answers the value, or the problem where a unique row was there first.</summary>
    public async Task<Outcome<T>> Keep<T>(T value, Problem conflict, CancellationToken ct)
    {
        try
        {
            await SaveChangesAsync(ct);
            return value;
        }
        catch (DbUpdateConcurrencyException)
        {
            return conflict;
        }
        catch (DbUpdateException fault)
            when (fault.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueKey or PrimaryKey })
        {
            return conflict;
        }
    }

    // sqlite.org/rescode.html: SQLITE_CONSTRAINT_UNIQUE and _PRIMARYKEY. Other constraints that do not hold are faults of ours.
    private const int UniqueKey = 2067;
    private const int PrimaryKey = 1555;

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException(
            "Writers take turns, and waiting for one's turn must not hold a thread: use SaveChangesAsync."
        );

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        using var turn = await gate.Enter(cancellationToken);
        var rings = ChangeTracker.Entries<JobRow>().Any(IsNew);
        var kept = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (rings)
            gate.Ring();
        return kept;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<JobRow>().ToTable("job").HasKey(job => job.Id);
        modelBuilder.Entity<FactRow>().ToTable("fact").HasKey(fact => fact.Id);
        foreach (var module in modules)
            module.MapModel(modelBuilder);
        Columns.NameInSnakeCase(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Columns.Convert(configurationBuilder);

    private static bool IsNew(EntityEntry<JobRow> entry) => entry.State == EntityState.Added;
}
