using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Dala.Platform.Data;

/// <summary>Applies the modules' numbered schema files, each once, in the order of modules and numbers.</summary>
public static class SchemaFiles
{
    private const string Prefix = "Schema/";
    private const string Suffix = ".sqlite.sql";

    public static void Apply(SqliteConnection connection, IEnumerable<IModule> modules, TimeProvider time)
    {
        Execute(connection, "create table if not exists schema_file (name text primary key, applied_at integer not null) strict");
        var applied = Applied(connection);
        foreach (var (name, assembly) in modules.Select(module => module.GetType().Assembly).Distinct().SelectMany(FilesOf))
        {
            if (applied.Contains(name))
                continue;
            using var transaction = connection.BeginTransaction();
            Execute(connection, Text(assembly, name));
            using var note = connection.CreateCommand();
            note.CommandText = "insert into schema_file (name, applied_at) values ($name, $at)";
            note.Parameters.AddWithValue("$name", name);
            note.Parameters.AddWithValue("$at", time.GetUtcNow().UtcTicks);
            note.ExecuteNonQuery();
            transaction.Commit();
        }
    }

    private static HashSet<string> Applied(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select name from schema_file";
        using var reader = command.ExecuteReader();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private static IEnumerable<(string Name, Assembly Assembly)> FilesOf(Assembly assembly) =>
        assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[Prefix.Length..^Suffix.Length], assembly));

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(
            assembly.GetManifestResourceStream(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{name}{Suffix}"))!
        );
        return reader.ReadToEnd();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
