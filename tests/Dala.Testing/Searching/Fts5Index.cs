using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dala.Testing.Searching;

/// <summary>Synthetic records in SQLite's FTS5, with their facets in columns beside it: the peer that this program's index is checked against.</summary>
/// <remarks>
/// As strong as it can honestly be: no copy of the texts (<c>content=''</c>), bm25 and all hits in one walk, statements prepared once and stepped without
/// the layers above them, facets counted by a bare loop.
/// </remarks>
public sealed class Fts5Index
{
    private const int RecordsInTransaction = 10_000;

    private readonly string folder;

    private Fts5Index(string folder, FacetColumns columns)
    {
        this.folder = folder;
        Columns = columns;
    }

    public FacetColumns Columns { get; }

    /// <summary>Makes the index in a folder.</summary>
    public static Fts5Index Build(string folder, IEnumerable<SyntheticRecord> records, int count)
    {
        var columns = new FacetColumns(count);
        using var connection = Connect(folder);
        Execute(connection, "pragma journal_mode = wal; pragma synchronous = normal;");
        Execute(
            connection,
            "create virtual table t using fts5 (title, text, characters, content = '', tokenize = 'unicode61 remove_diacritics 2')"
        );
        foreach (var batch in records.Chunk(RecordsInTransaction))
        {
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = "insert into t (rowid, title, text, characters) values ($row, $title, $text, $characters)";
            var parameters = new[] { "$row", "$title", "$text", "$characters" }
                .Select(name => insert.Parameters.AddWithValue(name, ""))
                .ToArray();
            foreach (var record in batch)
            {
                columns.Set(record);
                parameters[0].Value = record.Number;
                parameters[1].Value = Bigrams.Pairs(record, record.Title);
                parameters[2].Value = Bigrams.Pairs(record, record.Text);
                parameters[3].Value = Bigrams.Singles(record);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        columns.Save(ColumnsIn(folder));
        return new Fts5Index(folder, columns);
    }

    /// <summary>Merges all segments of FTS5 into one, as it answers best.</summary>
    public void Optimise()
    {
        using var connection = Connect(folder);
        Execute(connection, "insert into t (t) values ('optimize'); pragma wal_checkpoint(truncate);");
    }

    public static Fts5Index Open(string folder) => new(folder, FacetColumns.Load(ColumnsIn(folder)));

    /// <summary>A reader for one thread.</summary>
    public Fts5Reader Read() => new(Connect(folder), Columns);

    private static string ColumnsIn(string folder) => Path.Combine(folder, "columns.bin");

    private static SqliteConnection Connect(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "fts5.db")};Pooling=False");
        connection.Open();
        Execute(connection, "pragma mmap_size = 8589934592; pragma cache_size = -65536;");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <summary>What one thread asks FTS5 with.</summary>
public sealed class Fts5Reader : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly FacetColumns columns;
    private readonly sqlite3_stmt ranked;
    private readonly sqlite3_stmt unranked;

    internal Fts5Reader(SqliteConnection connection, FacetColumns columns)
    {
        this.connection = connection;
        this.columns = columns;
        ranked = Prepare("select rowid, bm25(t, 3, 1, 1) from t where t match ?");
        unranked = Prepare("select rowid from t where t match ?");
    }

    /// <summary>The hits of a page in order, and the counts of all hits.</summary>
    /// <param name="after">The date and row before the page, of a deep page.</param>
    /// <param name="size">How many hits to give.</param>
    public (IReadOnlyList<int> Page, FacetTally Tally) Search(
        LoggedQuery query,
        (int Date, int Row)? after = null,
        int size = LoggedQuery.PageSize
    )
    {
        var tally = new FacetTally(columns, query);
        var best = new BestRows(size);
        if (query.Words.Count == 0)
        {
            for (var row = 0; row < columns.Rows; row++)
            {
                if (tally.Add(row))
                    best.Offer(0, row);
            }

            return (best.InOrder, tally);
        }

        var statement = query.IsRanked ? ranked : unranked;
        Bind(statement, query);
        while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
        {
            var row = (int)raw.sqlite3_column_int64(statement, 0);
            if (!tally.Add(row))
                continue;
            if (query.IsRanked)
                best.Offer(raw.sqlite3_column_double(statement, 1), row);
            else if (after is not { } start || (-columns.Dates[row], row).CompareTo((-start.Date, start.Row)) > 0)
                best.Offer(-columns.Dates[row], row);
        }

        return (best.InOrder, tally);
    }

    /// <summary>All rows that meet the words of a query.</summary>
    public int[] Rows(LoggedQuery query)
    {
        if (query.Words.Count == 0)
            return [.. Enumerable.Range(0, columns.Rows)];
        var rows = new List<int>();
        Bind(unranked, query);
        while (raw.sqlite3_step(unranked) == raw.SQLITE_ROW)
            rows.Add((int)raw.sqlite3_column_int64(unranked, 0));
        return [.. rows];
    }

    /// <summary>Where the deep page of a query begins: after 1,000 hits, or after half of them if they are fewer than twice that.</summary>
    public (int Date, int Row)? Start(LoggedQuery query)
    {
        if (query.Kind is not QueryKind.DeepPage)
            return null;
        var (first, tally) = Search(query, size: LoggedQuery.Depth);
        var depth = Math.Min(LoggedQuery.Depth, tally.Total / 2);
        return depth == 0 ? null : (columns.Dates[first[depth - 1]], first[depth - 1]);
    }

    public Answer Answer(LoggedQuery query)
    {
        var (page, tally) = Search(query, Start(query));
        return Searching.Answer.Of(tally.Total, query, tally.Counts, page.Select(SyntheticRecord.KeyOf));
    }

    public void Dispose()
    {
        raw.sqlite3_finalize(ranked);
        raw.sqlite3_finalize(unranked);
        connection.Dispose();
    }

    private sqlite3_stmt Prepare(string sql)
    {
        if (raw.sqlite3_prepare_v2(connection.Handle!, sql, out var statement) != raw.SQLITE_OK)
            throw new InvalidOperationException(raw.sqlite3_errmsg(connection.Handle!).utf8_to_string());
        return statement;
    }

    private static void Bind(sqlite3_stmt statement, LoggedQuery query)
    {
        raw.sqlite3_reset(statement);
        raw.sqlite3_bind_text(statement, 1, Match(query));
    }

    // In FTS5's words: a row of words in quotation marks is a phrase.
    private static string Match(LoggedQuery query)
    {
        var terms = Bigrams.Terms(query);
        return query.Kind switch
        {
            QueryKind.Phrase => $"\"{string.Join(' ', terms)}\"",
            QueryKind.Prefix => $"\"{terms[0]}\" *",
            QueryKind.Or => string.Join(" OR ", terms.Select(term => $"\"{term}\"")),
            _ => string.Join(" AND ", terms.Select(term => $"\"{term}\"")),
        };
    }
}
