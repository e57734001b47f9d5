using System.Security.Cryptography;
using Dala.Library.Finding;
using Dala.Platform.Data;

namespace Dala.Library;

/// <summary>Keeps a record that was made here, with its claims, in one transaction; the same record twice changes nothing.</summary>
public sealed class KeepOwnRecord(BulkWriter writer, TimeProvider time)
{
    /// <summary>Keeps the record and answers the resource that it is about. Whoever calls has asked whether it may be kept.</summary>
    /// <param name="also">What else belongs to the same transaction; it is given the resource.</param>
    public async Task<Guid> Run(OwnRecord record, CancellationToken ct, Action<BulkBatch, Guid>? also = null)
    {
        using var batch = await writer.Begin(ct);
        var resource = new OwnRecordWriter(batch, record, time.GetUtcNow().UtcTicks).Write();
        also?.Invoke(batch, resource);
        batch.Enqueue(new IndexResources.Job());
        batch.Commit();
        return resource;
    }

    /// <summary>Writes one own record in a transaction that somebody else ends.</summary>
    private sealed class OwnRecordWriter(BulkBatch batch, OwnRecord record, long now)
    {
        private readonly MonotonicIds ids = new();

        public Guid Write()
        {
            var source = Source();
            var run = Run(source);
            var resource = Resource(source, run);
            var hash = SHA256.HashData(record.Bytes);
            var known = Known(source, hash);
            if (known is { Superseded: false })
            {
                MustBeAbout(resource, known);
                return Columns.Id(resource);
            }

            Supersede(source, resource);
            byte[] raw;
            if (known is null)
            {
                raw = KeepRaw(source, resource, run, hash);
            }
            else
            {
                // It was said before, something else in between, and now the same again.
                MustBeAbout(resource, known);
                raw = known.Id;
                batch.Run("update raw_record set superseded = 0 where id = $1", raw);
            }

            AddClaims(source, resource, raw);
            // Only now: what nothing changed of must not be looked at again by the index.
            batch.Run(
                "update resource set change_number = (select max(change_number) + 1 from resource), changed_at = $2 where id = $1",
                resource,
                now
            );
            return Columns.Id(resource);
        }

        private byte[] Source()
        {
            batch.Run(
                "insert into source (id, name, title, created_at) values ($1, $2, $3, $4) on conflict (name) do nothing",
                ids.Next(),
                record.Source,
                record.SourceTitle,
                now
            );
            return (byte[])batch.Value("select id from source where name = $1", record.Source)!;
        }

        // Every raw record hangs on a run; all that one rule says is one run, which has always come to its end.
        private byte[] Run(byte[] source)
        {
            const string ofRule = "select id from import_run where source_id = $1 and mapping = $2";
            if (batch.Value(ofRule, source, record.Rule) is byte[] known)
                return known;
            var id = ids.Next();
            batch.Run(
                """
                insert into import_run
                    (id, source_id, mapping, files, state, file_index, records_of_file, read, new, changed, same, quarantined, mended,
                    kept, bytes_read, bytes_total, started_at, ended_at)
                values ($1, $2, $3, '[]', $4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, $5, $5)
                """,
                id,
                source,
                record.Rule,
                RunStates.Done,
                now
            );
            return id;
        }

        // What an import says of its own resources, which run saw them last and how, is not touched.
        private byte[] Resource(byte[] source, byte[] run)
        {
            if (record.Resource is { } about)
                return Columns.Bytes(about);
            var identifier =
                record.Identifier ?? throw new InvalidOperationException("An own record is about a resource or names its own.");
            if (
                batch.Value("select id from resource where source_id = $1 and identifier = $2", source, identifier)
                is byte[] known
            )
                return known;
            var id = ids.Next();
            batch.Run(
                """
                insert into resource (id, source_id, identifier, change_number, created_at, changed_at, run_id, run_outcome)
                values ($1, $2, $3, (select coalesce(max(change_number), 0) + 1 from resource), $4, $4, $5, 'new')
                """,
                id,
                source,
                identifier,
                now,
                run
            );
            batch.Run("update import_run set new = new + 1 where id = $1", run);
            return id;
        }

        private sealed record KnownRaw(byte[] Id, byte[] Resource, bool Superseded);

        private KnownRaw? Known(byte[] source, byte[] hash)
        {
            using var row = batch.Read(
                "select id, resource_id, superseded from raw_record where source_id = $1 and hash = $2",
                source,
                hash
            );
            return row.Read() ? new KnownRaw((byte[])row[0], (byte[])row[1], row.GetInt64(2) != 0) : null;
        }

        private static void MustBeAbout(byte[] resource, KnownRaw known)
        {
            if (!known.Resource.AsSpan().SequenceEqual(resource))
                throw new InvalidOperationException(
                    "The same bytes were kept for another resource: an own record names what it is about."
                );
        }

        private void Supersede(byte[] source, byte[] resource)
        {
            if (
                batch.Value(
                    "select id from raw_record where resource_id = $1 and source_id = $2 and part = $3 and superseded = 0",
                    resource,
                    source,
                    record.Part
                )
                is not byte[] former
            )
                return;
            batch.Run("delete from claim where resource_id = $1 and raw_record_id = $2", resource, former);
            batch.Run("update raw_record set superseded = 1 where id = $1", former);
        }

        private byte[] KeepRaw(byte[] source, byte[] resource, byte[] run, byte[] hash)
        {
            var number = batch.Value(
                "update import_run set read = read + 1, changed = read + 1 - new, ended_at = $2 where id = $1 returning read",
                run,
                now
            );
            var id = ids.Next();
            batch.Run(
                """
                insert into raw_record
                    (id, source_id, hash, media_type, bytes, resource_id, file, record, line, mapping, part, run_id, superseded)
                values ($1, $2, $3, $4, $5, $6, $7, $8, null, $9, $10, $11, 0)
                """,
                id,
                source,
                hash,
                record.MediaType,
                record.Bytes,
                resource,
                record.Source,
                number,
                record.Rule,
                record.Part,
                run
            );
            return id;
        }

        private void AddClaims(byte[] source, byte[] resource, byte[] raw)
        {
            for (var position = 0; position < record.Claims.Count; position++)
            {
                var claim = record.Claims[position];
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
                    source,
                    claim.Value,
                    claim.Language,
                    claim.RawValue,
                    $"{record.Rule}/{claim.Field}",
                    now
                );
            }
        }
    }
}
