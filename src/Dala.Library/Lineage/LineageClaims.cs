using System.Text.Json;
using Dala.Platform.Data;
using Microsoft.Data.Sqlite;

namespace Dala.Library.Lineage;

/// <summary>
/// Reads claims of lineage, one statement for a whole generation, and finds the resources that they name. A name is, in this order: our own id
/// or the address of our page; the identifier in the same source; an address of the resource; <c>source/identifier</c>. Anything else is only a
/// name. What resolves upwards resolves downwards by the same rules, so a graph looks the same from each of its ends.
/// </summary>
internal static class LineageClaims
{
    /// <summary>Claims of one generation that are read at most: a catalogue that calls everything a part of itself has as many as it has records.</summary>
    public const int MostOfOneGeneration = 3_000;

    private const string Lineage =
        "(c.field = 'based-on' or c.field = 'translation-of' or c.field = 'part-of' or c.field = 'has-part')";
    private const string EndsInId = "c.value glob '*-????-????-????-????????????'";

    private const string Row =
        "c.resource_id, c.field, c.raw_record_id, c.position, c.source_id, c.value, c.language, c.raw_value, c.rule, c.claimed_at";

    // With and without the last slash, http and https: people copy one address in all four ways.
    private static string Spellings(string value)
    {
        var bare = $"rtrim({value}, '/')";
        var other =
            $"case when {value} like 'https://%' then 'http://' || substr({bare}, 9) when {value} like 'http://%' then 'https://' || substr({bare}, 8) else {bare} end";
        return $"({value}, {bare}, {bare} || '/', {other}, ({other}) || '/')";
    }

    // Everything that the asked resources say of their lineage, and every claim of the fields $2 (a JSON list) that names one of them.
    private static readonly string Statement = $"""
        with
            asked (id) as materialized (select unhex(value) from json_each($1)),
            naming (field) as materialized (select value from json_each($2)),
            said as materialized (
                select {Row} from asked cross join claim c on c.resource_id = asked.id and c.field in ('based-on', 'translation-of', 'part-of', 'has-part')
                union
                select {Row} from asked
                    cross join claim c on {Lineage} and {EndsInId} and lower(substr(c.value, -36)) = lower(
                        substr(hex(asked.id), 1, 8) || '-' || substr(hex(asked.id), 9, 4) || '-' || substr(hex(asked.id), 13, 4) || '-'
                        || substr(hex(asked.id), 17, 4) || '-' || substr(hex(asked.id), 21))
                    where c.field in (select field from naming)
                union
                select {Row} from asked cross join resource r on r.id = asked.id
                    cross join claim c on {Lineage} and c.value = r.identifier
                    where c.source_id = r.source_id and c.field in (select field from naming)
                union
                select {Row} from asked cross join claim u on u.resource_id = asked.id and u.field = 'url'
                    cross join claim c on {Lineage} and c.value in {Spellings("u.value")}
                    where c.field in (select field from naming)
                union
                select {Row} from asked cross join resource r on r.id = asked.id cross join source s on s.id = r.source_id
                    cross join claim c on {Lineage} and c.value = s.name || '/' || r.identifier
                    where c.field in (select field from naming)
                order by 10, 3, 4, 1
                limit {MostOfOneGeneration}
            )
        select {Row}, 0, r.id from said c cross join resource r on r.id = unhex(substr(c.value, -36), '-') where {EndsInId}
        union all
        select {Row}, 1, r.id from said c cross join resource r on r.source_id = c.source_id and r.identifier = c.value
        union all
        select {Row}, 2, u.resource_id from said c cross join claim u on u.field = 'url' and u.value in {Spellings("c.value")}
        union all
        select {Row}, 3, r.id from said c
            cross join source s on s.name = substr(c.value, 1, instr(c.value, '/') - 1)
            cross join resource r on r.source_id = s.id and r.identifier = substr(c.value, instr(c.value, '/') + 1)
        union all
        select {Row}, 9, null from said c
        union all
        select {Row}, 9, null from asked cross join claim c on c.resource_id = asked.id and c.field in ('change', 'work')
        """;

    /// <summary>What the resources say of where they come from, and who says that they are parts of it; with their change notes and works.</summary>
    public static List<LineageClaim> Above(BulkReading store, IReadOnlyCollection<Guid> resources) =>
        Read(store, resources, [Fields.HasPart]);

    /// <summary>Who says to come from the resources, and what they say to hold; with their change notes and works.</summary>
    public static List<LineageClaim> Below(BulkReading store, IReadOnlyCollection<Guid> resources) =>
        Read(store, resources, [Fields.BasedOn, Fields.TranslationOf, Fields.PartOf]);

    /// <summary>Everything that names one of the resources or is said of its lineage, upwards and downwards at once.</summary>
    public static List<LineageClaim> Around(BulkReading store, IReadOnlyCollection<Guid> resources) =>
        Read(store, resources, [Fields.BasedOn, Fields.TranslationOf, Fields.PartOf, Fields.HasPart]);

    /// <summary>The ids of the other resources that are the same work by one of its keys.</summary>
    public static List<Guid> OfWorks(BulkReading store, IEnumerable<string> works, int most)
    {
        using var rows = store.Read(
            """
            select distinct c.resource_id from json_each($1) as work cross join claim c on c.field = 'work' and c.value = work.value
            order by c.resource_id limit $2
            """,
            JsonSerializer.Serialize(works),
            most
        );
        var found = new List<Guid>();
        while (rows.Read())
            found.Add(Id(rows, 0));
        return found;
    }

    /// <summary>Every source by its id: there are few of them.</summary>
    public static Dictionary<Guid, Source> Sources(BulkReading store)
    {
        using var rows = store.Read("select id, name, title, created_at from source");
        var sources = new Dictionary<Guid, Source>();
        while (rows.Read())
            sources[Id(rows, 0)] = new Source
            {
                Id = Id(rows, 0),
                Name = rows.GetString(1),
                Title = rows.GetString(2),
                CreatedAt = Columns.Time(rows.GetInt64(3)),
            };
        return sources;
    }

    private static List<LineageClaim> Read(BulkReading store, IReadOnlyCollection<Guid> resources, string[] naming)
    {
        if (resources.Count == 0)
            return [];
        using var rows = store.Read(
            Statement,
            JsonSerializer.Serialize(resources.Select(id => id.ToString("N"))),
            JsonSerializer.Serialize(naming)
        );
        var found = new Dictionary<(Guid, string, Guid, int), (Claim Claim, List<Candidate> Candidates)>();
        while (rows.Read())
        {
            var key = (Id(rows, 0), rows.GetString(1), Id(rows, 2), rows.GetInt32(3));
            if (!found.TryGetValue(key, out var known))
                found[key] = known = (ClaimOf(rows), []);
            if (!rows.IsDBNull(11))
                known.Candidates.Add(new Candidate(rows.GetInt32(10), Id(rows, 11) == key.Item1, Id(rows, 11)));
        }

        return
        [
            .. found
                .Values.Select(row => new LineageClaim(
                    row.Claim,
                    row.Candidates.Count == 0 ? null : row.Candidates.Min().Resource
                ))
                .Order(LineageClaim.InOrder),
        ];
    }

    // The better rule first; then another resource before the claim's own; then the one that was here first.
    private readonly record struct Candidate(int Rule, bool IsItself, Guid Resource) : IComparable<Candidate>
    {
        public int CompareTo(Candidate other) =>
            (Rule, IsItself, Resource).CompareTo((other.Rule, other.IsItself, other.Resource));
    }

    private static Claim ClaimOf(SqliteDataReader rows) =>
        new()
        {
            ResourceId = Id(rows, 0),
            Field = rows.GetString(1),
            RawRecordId = Id(rows, 2),
            Position = rows.GetInt32(3),
            SourceId = Id(rows, 4),
            Value = rows.GetString(5),
            Language = rows.IsDBNull(6) ? null : rows.GetString(6),
            RawValue = rows.IsDBNull(7) ? null : rows.GetString(7),
            Rule = rows.GetString(8),
            ClaimedAt = Columns.Time(rows.GetInt64(9)),
        };

    private static Guid Id(SqliteDataReader rows, int column) => Columns.Id(rows.GetFieldValue<byte[]>(column));
}
