using System.Globalization;
using Dala.Testing.Searching;
using Npgsql;
using NpgsqlTypes;

namespace Dala.Bench.Searching;

/// <summary>One connection to PostgreSQL; its processor time is that of the server's process behind it.</summary>
internal sealed class PostgresClient(NpgsqlConnection connection) : Client
{
    private static readonly string[] Columns = ["language", "type", "tier", "levels", "subjects"];

    private readonly string schedule = $"/proc/{connection.ProcessID}/schedstat";

    // The first number of schedstat is the time spent on the processor, in nanoseconds.
    public override long CpuNanoseconds => long.Parse(File.ReadAllText(schedule).Split(' ')[0], CultureInfo.InvariantCulture);

    public override Func<int> Prepare(LoggedQuery query)
    {
        var start = Start(query);
        return () => Ask(query, start).Total;
    }

    /// <summary>Counts with all filters on only, so the lines of counts stay empty.</summary>
    public override Answer Answer(LoggedQuery query)
    {
        var (total, sum, page) = Ask(query, Start(query));
        return new Answer(total, sum, "", query.IsByDate ? string.Join(' ', page.Select(SyntheticRecord.KeyOf)) : "");
    }

    protected override void Dispose(bool disposing) => connection.Dispose();

    private (int Total, long FacetSum, IReadOnlyList<int> Page) Ask(LoggedQuery query, (int Date, int Id)? start)
    {
        using var command = Command(query, $"{Page(query, start)};\n{Counts(query)}");
        using var rows = command.ExecuteReader();
        var page = new List<int>();
        while (rows.Read())
            page.Add(rows.GetInt32(0));
        rows.NextResult();
        var total = 0;
        var sum = 0L;
        while (rows.Read())
        {
            if (rows.GetInt32(0) < 0)
                total = (int)rows.GetInt64(2);
            else
                sum += rows.GetInt64(2);
        }

        return (total, sum, page);
    }

    private (int Date, int Id)? Start(LoggedQuery query)
    {
        if (query.Kind is not QueryKind.DeepPage)
            return null;
        var depth = Math.Min(LoggedQuery.Depth, Ask(query, null).Total / 2);
        if (depth == 0)
            return null;
        using var command = Command(
            query,
            $"select date, id from record where {Where(query)} order by date desc, id offset {depth - 1} limit 1"
        );
        using var rows = command.ExecuteReader();
        rows.Read();
        return (rows.GetInt32(0), rows.GetInt32(1));
    }

    private NpgsqlCommand Command(LoggedQuery query, string sql)
    {
        var command = new NpgsqlCommand(sql, connection);
        if (query.Words.Count > 0)
            command.Parameters.AddWithValue("words", Words(query));
        foreach (var (field, values) in query.Filters)
            command.Parameters.AddWithValue(
                Columns[field],
                NpgsqlDbType.Array | NpgsqlDbType.Smallint,
                values.Select(value => (short)value).ToArray()
            );
        return command;
    }

    private static string Page(LoggedQuery query, (int Date, int Id)? start)
    {
        var after = start is { } last ? $"and (date < {last.Date} or (date = {last.Date} and id > {last.Id}))" : "";
        var order =
            query.IsByDate ? "date desc, id"
            : query.IsRanked ? "ts_rank('{0.1, 0.1, 0.33, 1}', words, to_tsquery('folded', @words)) desc, id"
            : "id";
        return $"select id from record where {Where(query)} {after} order by {order} limit {LoggedQuery.PageSize}";
    }

    private static string Counts(LoggedQuery query) =>
        query.CountsFacets
            ? $"""
                with hit as materialized (select language, type, tier, levels, subjects from record where {Where(query)})
                select -1, 0::smallint, count(*) from hit
                union all select 0, language, count(*) from hit group by language
                union all select 1, type, count(*) from hit group by type
                union all select 2, tier, count(*) from hit group by tier
                union all select 3, level, count(*) from hit, unnest(levels) level group by level
                union all select 4, subject, count(*) from hit, unnest(subjects) subject group by subject
                """
            : $"select -1, 0::smallint, count(*) from record where {Where(query)}";

    private static string Where(LoggedQuery query) =>
        string.Join(
            " and ",
            query
                .Filters.Keys.Select(field =>
                    field is SyntheticFacets.Level or SyntheticFacets.Subject
                        ? $"{Columns[field]} && @{Columns[field]}"
                        : $"{Columns[field]} = any(@{Columns[field]})"
                )
                .Prepend(query.Words.Count > 0 ? "words @@ to_tsquery('folded', @words)" : "true")
        );

    private static string Words(LoggedQuery query)
    {
        var terms = Bigrams.Terms(query).Select(term => $"'{term}'");
        return query.Kind switch
        {
            QueryKind.Phrase => string.Join(" <-> ", terms),
            QueryKind.Prefix => terms.First() + ":*",
            QueryKind.Or => string.Join(" | ", terms),
            _ => string.Join(" & ", terms),
        };
    }
}
