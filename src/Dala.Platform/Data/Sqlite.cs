using Microsoft.Data.Sqlite;

namespace Dala.Platform.Data;

/// <summary>How this program opens SQLite: write-ahead log, foreign keys, a busy time-out.</summary>
public static class Sqlite
{
    /// <summary>Milliseconds that a reader or writer waits for another one.</summary>
    private const int BusyTimeout = 10_000;

    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = true,
            Pooling = true,
            DefaultTimeout = BusyTimeout / 1000,
        }.ToString();

    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(ConnectionString(file));
        connection.Open();
        SetUp(connection);
        return connection;
    }

    /// <summary>
    /// With the write-ahead log, synchronous=NORMAL survives a killed process whole; a power cut may lose the last commits but never harms the
    /// file (sqlite.org/pragma.html#pragma_synchronous).
    /// </summary>
    public static void SetUp(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            pragma journal_mode = wal;
            pragma synchronous = normal;
            pragma busy_timeout = {BusyTimeout};
            pragma foreign_keys = on;
            pragma temp_store = memory;
            """;
        command.ExecuteNonQuery();
    }
}
