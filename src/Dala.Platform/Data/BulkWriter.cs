using Dala.Platform.Jobs;
using Microsoft.Data.Sqlite;

namespace Dala.Platform.Data;

/// <summary>
/// The bulk path: prepared commands on one connection, in batches that are one transaction each. EF inserts about 8,000 rows a second on
/// SQLite, prepared commands about 40,000.
/// </summary>
public sealed class BulkWriter(DataFolder folder, WriterGate gate, JobKinds kinds, TimeProvider time) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);
    private SqliteConnection? connection;

    /// <summary>Takes the turn to write and begins a transaction; disposing without <see cref="BulkBatch.Commit"/> takes everything back.</summary>
    public async Task<BulkBatch> Begin(CancellationToken ct)
    {
        var turn = await gate.Enter(ct);
        try
        {
            connection ??= Sqlite.Open(folder.StoreFile);
            return new BulkBatch(connection, connection.BeginTransaction(deferred: false), prepared, turn, gate, kinds, time);
        }
        catch
        {
            // A full disk or a busy store: whoever writes next must not wait for a turn that nobody gives back.
            turn.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        connection?.Dispose();
    }
}
