using Dala.Platform.Data;
using Microsoft.Data.Sqlite;

namespace Dala.Library.Finding;

/// <summary>A resource with as much of its claims as a list or the index needs.</summary>
public sealed record ClaimedResource(
    Guid Id,
    Guid SourceId,
    string Identifier,
    DateTimeOffset ChangedAt,
    IReadOnlyList<Claim> Claims
);

/// <summary>
/// Reads resources with their claims through prepared commands. What neither a list nor the index looks at stays in the store: the claim
/// <c>other</c>, and the raw values and rules of all but licences.
/// </summary>
public static class ClaimsOfResources
{
    private const string Statement = """
        select r.id, r.source_id, r.identifier, r.changed_at,
            c.field, c.value, c.language, case c.field when 'licence' then c.raw_value end, c.claimed_at, c.raw_record_id, c.position,
            case when c.field in ('licence', 'licence-weighed') then c.rule end
        from resource r left join claim c on c.resource_id = r.id and c.field <> 'other'
        """;

    private const string Changed = Statement + " where r.change_number > $1 and r.change_number <= $2 order by r.change_number";

    /// <summary>Statements for so many ids; a shorter list is filled up with its last one, so that few statements are prepared.</summary>
    private static readonly int[] Sizes = [1, 5, 20, 100];

    /// <summary>Those of the ids that there are, in no order.</summary>
    public static IEnumerable<ClaimedResource> Of(BulkReading store, IReadOnlyCollection<Guid> ids)
    {
        foreach (var chunk in ids.Chunk(Sizes[^1]))
        {
            var size = Sizes.First(size => size >= chunk.Length);
            var keys = new object?[size];
            for (var place = 0; place < size; place++)
                keys[place] = Columns.Bytes(chunk[Math.Min(place, chunk.Length - 1)]);
            using var rows = store.Read(WithIds(size), keys);
            foreach (var resource in Grouped(rows))
                yield return resource;
        }
    }

    /// <summary>What has changed after a change number up to another, in that order.</summary>
    public static IEnumerable<ClaimedResource> Between(BulkReading store, long after, long upTo)
    {
        using var rows = store.Read(Changed, after, upTo);
        foreach (var resource in Grouped(rows))
            yield return resource;
    }

    private static string WithIds(int size) =>
        $"{Statement} where r.id in ({string.Join(',', Enumerable.Range(1, size).Select(place => "$" + place))}) order by r.id";

    private static IEnumerable<ClaimedResource> Grouped(SqliteDataReader rows)
    {
        ClaimedResource? resource = null;
        List<Claim> claims = [];
        while (rows.Read())
        {
            var id = Id(rows, 0);
            if (resource?.Id != id)
            {
                if (resource is not null)
                    yield return resource;
                claims = [];
                resource = new ClaimedResource(id, Id(rows, 1), rows.GetString(2), Columns.Time(rows.GetInt64(3)), claims);
            }

            if (!rows.IsDBNull(4))
                claims.Add(ClaimOf(rows, resource));
        }

        if (resource is not null)
            yield return resource;
    }

    private static Claim ClaimOf(SqliteDataReader rows, ClaimedResource resource) =>
        new()
        {
            ResourceId = resource.Id,
            Field = FieldOf(rows.GetString(4)),
            Value = rows.GetString(5),
            Language = rows.IsDBNull(6) ? null : rows.GetString(6),
            RawValue = rows.IsDBNull(7) ? null : rows.GetString(7),
            ClaimedAt = Columns.Time(rows.GetInt64(8)),
            RawRecordId = Id(rows, 9),
            Position = rows.GetInt32(10),
            SourceId = resource.SourceId,
            Rule = rows.IsDBNull(11) ? "" : rows.GetString(11),
        };

    // The constant itself: comparing it with another constant then looks at no letter.
    private static string FieldOf(string name) => string.IsInterned(name) ?? name;

    private static Guid Id(SqliteDataReader rows, int column) => Columns.Id(rows.GetFieldValue<byte[]>(column));
}
