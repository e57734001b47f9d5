using System.Collections;
using Dala.Platform.Data;
using Dala.Platform.Settings;
using Dala.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Tests.Docs;

/// <summary>The schema files build just the tables that the model has: the same columns, of the same types, with the same keys.</summary>
[Trait("Kind", "Docs")]
public sealed class SchemaTests
{
    private sealed record Column(string Table, string Name, string Type, bool Required, bool Key);

    [Fact]
    public async Task Schema_files_and_model_agree()
    {
        using var temp = new TempFolder();
        using var folder = DataFolder.Open(temp.At("data")).Value;
        Composition.Prepare(folder, Modules.All, TimeProvider.System);
        var settings = SettingValues.Read(Modules.Settings, null, new Hashtable(), []).Value;
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddDala(folder, settings, Modules.All)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();

        var model = scope
            .ServiceProvider.GetRequiredService<Store>()
            .Model.GetEntityTypes()
            .SelectMany(entity =>
                entity
                    .GetProperties()
                    .Select(property => new Column(
                        entity.GetTableName()!,
                        property.GetColumnName(),
                        property.GetColumnType().ToLowerInvariant(),
                        !property.IsColumnNullable(),
                        property.IsPrimaryKey()
                    ))
            );

        Assert.Equal(
            model.Select(column => column.ToString()).Order(),
            Real(folder.StoreFile).Select(column => column.ToString()).Order()
        );
        SqliteConnection.ClearAllPools();
    }

    private static List<Column> Real(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            select tables.name, columns.name, lower(columns.type), columns."notnull", columns.pk > 0
            from sqlite_schema as tables join pragma_table_info(tables.name) as columns
            where tables.type = 'table' and tables.name not in ('schema_file') and tables.name not like 'sqlite_%'
            """;
        using var rows = command.ExecuteReader();
        var columns = new List<Column>();
        while (rows.Read())
            columns.Add(
                new Column(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetBoolean(3), rows.GetBoolean(4))
            );
        return columns;
    }
}
