using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Dala.Platform.Data;

/// <summary>
/// The quick way to read, for what every list of results and the search index need: prepared commands on connections that stay open, as many as
/// are ever in use at once.
/// </summary>
public sealed class BulkReader(DataFolder folder) : IDisposable
{
    private readonly ConcurrentBag<Connection> free = [];

    /// <summary>Takes a connection; disposing the answer gives it back. What is read between is one moment of the store only inside one statement.</summary>
    public BulkReading Begin()
    {
        if (!free.TryTake(out var connection))
            connection = new Connection(Sqlite.Open(folder.StoreFile), new(StringComparer.Ordinal));
        return new BulkReading(connection.Sqlite, connection.Prepared, () => free.Add(connection));
    }

    public void Dispose()
    {
        while (free.TryTake(out var connection))
        {
            foreach (var command in connection.Prepared.Values)
                command.Dispose();
            connection.Sqlite.Dispose();
        }
    }

    private sealed record Connection(SqliteConnection Sqlite, Dictionary<string, SqliteCommand> Prepared);
}

/// <summary>One use of the quick way to read.</summary>
public sealed class BulkReading(SqliteConnection connection, Dictionary<string, SqliteCommand> prepared, Action giveBack)
    : IDisposable
{
    /// <summary>Reads the rows of a statement with its parameters <c>$1</c>, <c>$2</c>, …; it is prepared once and kept.</summary>
    /// <returns>To be closed before the next statement.</returns>
    public SqliteDataReader Read(string sql, params ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
            prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command.ExecuteReader();
    }

    public void Dispose() => giveBack();
}
