using System.Text.Json;
using Dala.Library.Lineage;
using Dala.Platform.Data;
using Dala.Standards.Records;

namespace Dala.Library.Importing;

/// <summary>Writes the records of one batch: raw, claims, resource, quarantine. The same record twice changes nothing.</summary>
internal sealed class ImportWriter(
    BulkBatch batch,
    ImportRun run,
    Mapping mapping,
    string part,
    MonotonicIds ids,
    TimeProvider time
)
{
    private readonly long now = time.GetUtcNow().UtcTicks;
    private readonly byte[] runId = Columns.Bytes(run.Id);
    private readonly byte[] sourceId = Columns.Bytes(run.SourceId);
    private long changeNumber = (long)batch.Value("select coalesce(max(change_number), 0) from resource")!;

    public void Write(ReadChunk chunk)
    {
        foreach (var record in chunk.Records)
        {
            switch (record.Mapped)
            {
                case Mapped.Described described:
                    Describe(record, described);
                    run.Mended += described.Mends;
                    break;
                case Mapped.Refused refused:
                    Quarantine(record, refused);
                    break;
                case Mapped.KeptOnly:
                    KeepRaw(record, resource: null);
                    run.Kept++;
                    break;
            }

            run.Read++;
            run.RecordsOfFile++;
        }
    }

    private void Describe(ReadRecord record, Mapped.Described described)
    {
        if (Known(record.Hash) is not { } known)
        {
            var resource = Resource(described.Identifier);
            AddClaims(resource, KeepRaw(record, resource), described.Claims, FirstSaid(resource, described.Claims));
            return;
        }

        if (known.Mapping == mapping.Key && !known.Superseded)
        {
            batch.Run("update raw_record set run_id = $2 where id = $1", known.Id, runId);
            SeenAgain(known.Resource!);
            return;
        }

        // The bytes are known, but were mapped by another version, or have come back after something else stood in their place.
        var again = Resource(described.Identifier);
        var firstSaid = FirstSaid(again, described.Claims);
        if (known.Resource is not null)
            batch.Run("delete from claim where resource_id = $1 and raw_record_id = $2", known.Resource, known.Id);
        batch.Run(
            "update raw_record set run_id = $2, mapping = $3, superseded = 0, resource_id = $4 where id = $1",
            known.Id,
            runId,
            mapping.Key,
            again
        );
        AddClaims(again, known.Id, described.Claims, firstSaid);
    }

    private sealed record KnownRaw(byte[] Id, byte[]? Resource, string Mapping, bool Superseded);

    private KnownRaw? Known(byte[] hash)
    {
        using var row = batch.Read(
            "select id, resource_id, mapping, superseded from raw_record where source_id = $1 and hash = $2",
            sourceId,
            hash
        );
        return row.Read()
            ? new KnownRaw((byte[])row[0], row.IsDBNull(1) ? null : (byte[])row[1], row.GetString(2), row.GetInt64(3) != 0)
            : null;
    }

    // A new resource, or one of which something is said anew: either way the index must look at it again.
    private byte[] Resource(string identifier)
    {
        if (batch.Value("select id from resource where source_id = $1 and identifier = $2", sourceId, identifier) is byte[] known)
        {
            batch.Run(
                """
                update resource
                set change_number = $2,
                    changed_at = $3,
                    run_outcome = case when run_id = $4 and run_outcome <> 'same' then run_outcome else 'changed' end,
                    run_id = $4
                where id = $1
                """,
                known,
                ++changeNumber,
                now,
                runId
            );
            return known;
        }

        var id = ids.Next();
        batch.Run(
            """
            insert into resource (id, source_id, identifier, change_number, created_at, changed_at, run_id, run_outcome)
            values ($1, $2, $3, $4, $5, $5, $6, 'new')
            """,
            id,
            sourceId,
            identifier,
            ++changeNumber,
            now,
            runId
        );
        return id;
    }

    private void SeenAgain(byte[] resource) =>
        batch.Run("update resource set run_id = $2, run_outcome = 'same' where id = $1 and run_id is not $2", resource, runId);

    private byte[] KeepRaw(ReadRecord record, byte[]? resource)
    {
        if (Known(record.Hash) is { } known)
        {
            batch.Run("update raw_record set run_id = $2 where id = $1", known.Id, runId);
            return known.Id;
        }

        var id = ids.Next();
        batch.Run(
            """
            insert into raw_record
                (id, source_id, hash, media_type, bytes, resource_id, file, record, line, mapping, part, run_id, superseded)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0)
            """,
            id,
            sourceId,
            record.Hash,
            record.MediaType,
            record.Raw,
            resource,
            record.Place.File,
            record.Place.Record,
            record.Place.Line,
            mapping.Key,
            part,
            runId
        );
        return id;
    }

    // A work that is described anew was still made from its source when that was first said, not today (domain.md 11, rule 15).
    private Dictionary<(string, string), long> FirstSaid(byte[] resource, IReadOnlyList<MappedClaim> claims)
    {
        var first = new Dictionary<(string, string), long>();
        if (!claims.Any(claim => LineageFields.IsDerivation(claim.Field)))
            return first;
        using var rows = batch.Read(
            """
            select field, value, min(claimed_at) from claim
            where resource_id = $1 and field in ('based-on', 'translation-of') group by field, value
            """,
            resource
        );
        while (rows.Read())
            first.Add((rows.GetString(0), rows.GetString(1)), rows.GetInt64(2));
        return first;
    }

    private void AddClaims(
        byte[] resource,
        byte[] raw,
        IReadOnlyList<MappedClaim> claims,
        Dictionary<(string, string), long> firstSaid
    )
    {
        for (var position = 0; position < claims.Count; position++)
        {
            var claim = claims[position];
            batch.Run(
                """
                insert into claim
                    (resource_id, field, raw_record_id, position, source_id, value, language, raw_value, rule, claimed_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                resource,
                claim.Field,
                raw,
                position,
                sourceId,
                claim.Value,
                claim.Language,
                claim.RawValue,
                claim.Rule,
                firstSaid.GetValueOrDefault((claim.Field, claim.Value), now)
            );
        }
    }

    private void Quarantine(ReadRecord record, Mapped.Refused refused)
    {
        var excerpt = record.Raw.AsSpan(0, Math.Min(record.Raw.Length, Reading.Refused.LongestExcerpt)).ToArray();
        batch.Run(
            """
            insert into quarantined_record
                (id, source_id, run_id, file, record, line, path, field, code, arguments, excerpt, quarantined_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            on conflict (source_id, file, record, field, code)
            do update set run_id = excluded.run_id, arguments = excluded.arguments, excerpt = excluded.excerpt, resolved_at = null
            """,
            ids.Next(),
            sourceId,
            runId,
            record.Place.File,
            record.Place.Record,
            record.Place.Line,
            record.Place.Path,
            refused.Field,
            refused.Code,
            JsonSerializer.Serialize(refused.Arguments),
            excerpt,
            now
        );
        run.Quarantined++;
    }
}
