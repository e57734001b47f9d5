using System.Text.Json;
using Dala.Platform.Data;

namespace Dala.Library.Lineage;

/// <summary>The last revision of each of some resources, to tell which works were made from an older text than there is now.</summary>
internal sealed class Revisions
{
    private readonly Dictionary<Guid, (long ChangeNumber, DateTimeOffset At)> last = [];

    public static Revisions Of(BulkReading store, IReadOnlyCollection<Guid> resources)
    {
        var revisions = new Revisions();
        if (resources.Count == 0)
            return revisions;
        using var rows = store.Read(
            """
            select r.resource_id, max(r.change_number), max(r.revised_at)
            from json_each($1) as asked cross join revision r on r.resource_id = unhex(asked.value) group by r.resource_id
            """,
            JsonSerializer.Serialize(resources.Select(id => id.ToString("N")))
        );
        while (rows.Read())
            revisions.last[Columns.Id(rows.GetFieldValue<byte[]>(0))] = (rows.GetInt64(1), Columns.Time(rows.GetInt64(2)));
        return revisions;
    }

    /// <summary>
    /// When the source of an adaptation or translation last changed, if it is another now than the one that it was made from: later than the
    /// state that a claim names, or where none does, later than the first claim. When the adaptation itself was saved does not matter
    /// (domain.md 11, rule 15).
    /// </summary>
    public DateTimeOffset? ChangedSince(IReadOnlyList<LineageClaim> claims)
    {
        if (
            claims[0].Target is not { } source
            || !LineageFields.IsDerivation(claims[0].Claim.Field)
            || !last.TryGetValue(source, out var revision)
        )
            return null;
        var marks = claims.Select(claim => Revision.MarkOf(claim.Claim, source)).OfType<long>().ToList();
        var changed = marks.Count > 0 ? revision.ChangeNumber > marks.Max() : revision.At > claims[0].Claim.ClaimedAt;
        return changed ? revision.At : null;
    }
}
