using Dala.Platform.Data;
using Dala.Standards.Records;

namespace Dala.Library.Importing;

/// <summary>What is settled when all files of a run are read: replaced records, faults that are gone, the counts.</summary>
internal sealed class ImportEnd(BulkBatch batch, ImportRun run, TimeProvider time)
{
    private readonly byte[] runId = Columns.Bytes(run.Id);
    private readonly byte[] sourceId = Columns.Bytes(run.SourceId);

    public void Settle(string file, string part)
    {
        batch.Run(
            "update quarantined_record set resolved_at = $4 where source_id = $1 and file = $2 and run_id <> $3 and resolved_at is null",
            sourceId,
            file,
            runId,
            time.GetUtcNow().UtcTicks
        );
        // A file that broke off has not said what stands in the rest of it: nothing is taken for replaced.
        if (!BrokeOff(file))
            Supersede(part);
    }

    public void Count()
    {
        run.New = Outcomes("new");
        run.Changed = Outcomes("changed");
        run.Same = Outcomes("same");
    }

    private long Outcomes(string outcome) =>
        (long)batch.Value("select count(*) from resource where run_id = $1 and run_outcome = $2", runId, outcome)!;

    private bool BrokeOff(string file)
    {
        using var codes = batch.Read("select distinct code from quarantined_record where run_id = $1 and file = $2", runId, file);
        while (codes.Read())
        {
            if (RecordFaults.EndsFile(codes.GetString(0)))
                return true;
        }

        return false;
    }

    private void Supersede(string part)
    {
        var replaced = new List<(byte[] Raw, byte[] Resource)>();
        using (
            var rows = batch.Read(
                """
                select raw_record.id, resource.id
                from resource join raw_record on raw_record.resource_id = resource.id
                where resource.run_id = $1 and raw_record.run_id <> $1 and raw_record.source_id = $3 and raw_record.part = $2
                    and raw_record.superseded = 0
                """,
                runId,
                part,
                sourceId
            )
        )
        {
            while (rows.Read())
                replaced.Add(((byte[])rows[0], (byte[])rows[1]));
        }

        foreach (var (raw, resource) in replaced)
        {
            batch.Run("delete from claim where resource_id = $1 and raw_record_id = $2", resource, raw);
            batch.Run("update raw_record set superseded = 1 where id = $1", raw);
            batch.Run(
                """
                update resource
                set change_number = (select max(change_number) + 1 from resource),
                    changed_at = $2,
                    run_outcome = case when run_outcome = 'same' then 'changed' else run_outcome end
                where id = $1
                """,
                resource,
                time.GetUtcNow().UtcTicks
            );
            // Dated by the beginning of the run: whatever the same run says of the resource was said with the new record before it.
            batch.Run(
                """
                insert into revision (resource_id, run_id, change_number, revised_at)
                select id, $2, change_number, $3 from resource where id = $1
                on conflict (resource_id, run_id) do update set change_number = excluded.change_number
                """,
                resource,
                runId,
                run.StartedAt.UtcTicks
            );
        }
    }
}
