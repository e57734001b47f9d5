using Dala.Platform.Data;
using Dala.Testing;
using Microsoft.Data.Sqlite;

namespace Dala.Platform.Tests.Data;

public sealed class SchemaFilesTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void Each_file_is_applied_once_in_order_and_a_second_start_changes_nothing()
    {
        using var connection = Sqlite.Open(folder.At("dala.db"));
        var time = new FixedTime();

        SchemaFiles.Apply(connection, Modules.All, time);
        var first = Applied(connection);
        time.Pass(TimeSpan.FromDays(1));
        SchemaFiles.Apply(connection, Modules.All, time);

        Assert.Equal(
            ["0001_jobs", "0010_library", "0020_baskets", "0030_lineage", "0040_contradictions"],
            first.Select(line => line.Split(' ')[0])
        );
        Assert.All(first, line => Assert.EndsWith($" {FixedTime.Start.UtcTicks}", line));
        Assert.Equal(first, Applied(connection));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static List<string> Applied(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select name || ' ' || applied_at from schema_file order by rowid";
        using var rows = command.ExecuteReader();
        var lines = new List<string>();
        while (rows.Read())
            lines.Add(rows.GetString(0));
        return lines;
    }
}
