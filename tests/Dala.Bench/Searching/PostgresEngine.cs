using Dala.Testing.Searching;
using Npgsql;
using NpgsqlTypes;

namespace Dala.Bench.Searching;

/// <summary>PostgreSQL: words in a tsvector under a GIN index, ts_rank for order, counts by GROUP BY.</summary>
internal sealed class PostgresEngine(string folder, int records) : Engine(folder, records)
{
    // As the configuration simple, but é is e, as it is for the others.
    private const string Schema = """
        create extension unaccent;
        create text search configuration folded (copy = simple);
        alter text search configuration folded
            alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, simple;
        create table record (
            id int primary key,
            language smallint not null,
            type smallint not null,
            tier smallint not null,
            levels smallint[] not null,
            subjects smallint[] not null,
            date int not null,
            title text not null,
            text text not null,
            -- The 0 keeps phrases from reaching over the end of the title.
            words tsvector generated always as (
                setweight(to_tsvector('folded', title), 'A') || to_tsvector('folded', '0 ' || text)) stored
        );
        """;

    private PostgresServer? server;

    // A query may take seconds, so the log of a large collection is answered once, without warming up; nothing of a server is compiled while it runs.
    public override int WarmingRounds => IsLarge ? 0 : 1;

    public override int Rounds => IsLarge ? 1 : 3;

    public override int QueriesOfMany => IsLarge ? 60 : 120;

    private bool IsLarge => Records >= 100_000;

    public override double CpuSeconds => Server.CpuSeconds;

    // The kernel keeps no peak of a group of processes: this is what they hold at the end.
    public override double PeakMegabytes => Server.Megabytes;

    public override double ResidentMegabytes => Server.Megabytes;

    private PostgresServer Server => server ?? throw new InvalidOperationException("The server does not run.");

    private string Data => Path.Combine(Folder, "cluster");

    public override void Build(IEnumerable<SyntheticRecord> records)
    {
        PostgresServer.Initialise(Data);
        Open();
        using var connection = Connection();
        Execute(connection, Schema);
        Copy(connection, records);
        Execute(connection, "create index on record using gin (words)");
        Execute(connection, "create index on record (date desc, id)");
    }

    public override void Tidy()
    {
        using var connection = Connection();
        Execute(connection, "vacuum analyze record");
    }

    public override void Open() => server = PostgresServer.Start(Data);

    public override Client Connect() => new PostgresClient(Connection());

    protected override void Dispose(bool disposing) => server?.Dispose();

    private NpgsqlConnection Connection()
    {
        var connection = new NpgsqlConnection(Server.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void Copy(NpgsqlConnection connection, IEnumerable<SyntheticRecord> records)
    {
        using var rows = connection.BeginBinaryImport(
            "copy record (id, language, type, tier, levels, subjects, date, title, text) from stdin (format binary)"
        );
        foreach (var record in records)
        {
            rows.StartRow();
            rows.Write(record.Number, NpgsqlDbType.Integer);
            rows.Write((short)record.Language, NpgsqlDbType.Smallint);
            rows.Write((short)record.Type, NpgsqlDbType.Smallint);
            rows.Write((short)record.Tier, NpgsqlDbType.Smallint);
            rows.Write(Shorts(record.Levels), NpgsqlDbType.Array | NpgsqlDbType.Smallint);
            rows.Write(Shorts(record.Subjects), NpgsqlDbType.Array | NpgsqlDbType.Smallint);
            rows.Write(record.Date, NpgsqlDbType.Integer);
            rows.Write(Bigrams.Pairs(record, record.Title), NpgsqlDbType.Text);
            rows.Write($"{Bigrams.Pairs(record, record.Text)} 0 {Bigrams.Singles(record)}", NpgsqlDbType.Text);
        }

        rows.Complete();
    }

    private static short[] Shorts(IReadOnlyList<int> numbers) => [.. numbers.Select(number => (short)number)];

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
