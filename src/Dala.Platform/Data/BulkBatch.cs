using System.Text.Json;
using Dala.Platform.Jobs;
using Microsoft.Data.Sqlite;

namespace Dala.Platform.Data;

/// <summary>One transaction of the bulk path.</summary>
public sealed class BulkBatch(
    SqliteConnection connection,
    SqliteTransaction transaction,
    Dictionary<string, SqliteCommand> prepared,
    IDisposable turn,
    WriterGate gate,
    JobKinds kinds,
    TimeProvider time
) : IDisposable
{
    private bool rings;

    /// <summary>Runs a statement with its parameters <c>$1</c>, <c>$2</c>, …; it is prepared once and kept.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteNonQuery();

    /// <summary>Reads rows; the reader is closed by the caller before the next statement.</summary>
    public SqliteDataReader Read(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteReader();

    /// <summary>Reads the first column of the first row, or null.</summary>
    public object? Value(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteScalar();

    /// <summary>Adds a job to this transaction, unless the very same one is waiting already.</summary>
    public void Enqueue<TJob>(TJob job)
        where TJob : notnull => Wait(kinds.NameOf(typeof(TJob)), JsonSerializer.Serialize(job));

    /// <summary>Publishes a fact in this transaction.</summary>
    public void Publish<TFact>(TFact fact)
        where TFact : notnull
    {
        var body = JsonSerializer.Serialize(fact);
        Run(
            "insert into fact (id, kind, body, published_at) values ($1, $2, $3, $4)",
            Columns.Bytes(Guid.CreateVersion7()),
            typeof(TFact).Name,
            body,
            time.GetUtcNow().UtcTicks
        );
        foreach (var kind in kinds.ListenersOf(typeof(TFact)))
            Wait(kind, body);
    }

    public void Commit()
    {
        transaction.Commit();
        if (rings)
            gate.Ring();
    }

    public void Dispose()
    {
        try
        {
            transaction.Dispose();
        }
        finally
        {
            turn.Dispose();
        }
    }

    private void Wait(string kind, string body)
    {
        var now = time.GetUtcNow().UtcTicks;
        Run(
            """
            insert into job (id, kind, body, state, attempts, due_at, created_at, done, stop_requested)
            select $1, $2, $3, 'waiting', 0, $4, $4, 0, 0
            where not exists (select 1 from job where kind = $2 and body = $3 and state = 'waiting')
            """,
            Columns.Bytes(Guid.CreateVersion7()),
            kind,
            body,
            now
        );
        rings = true;
    }

    private SqliteCommand Prepared(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
            prepared.Add(sql, command);
        }

        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
