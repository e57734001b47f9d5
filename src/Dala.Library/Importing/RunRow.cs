using Dala.Platform.Data;

namespace Dala.Library.Importing;

/// <summary>Keeps a run's place and counts in the same transaction as the records they speak of.</summary>
internal static class RunRow
{
    public static void Keep(this BulkBatch batch, ImportRun run) =>
        batch.Run(
            """
            update import_run
            set state = $2, file_index = $3, records_of_file = $4, read = $5, new = $6, changed = $7, same = $8,
                quarantined = $9, mended = $10, kept = $11, bytes_read = $12, ended_at = $13
            where id = $1
            """,
            Columns.Bytes(run.Id),
            run.State,
            run.FileIndex,
            run.RecordsOfFile,
            run.Read,
            run.New,
            run.Changed,
            run.Same,
            run.Quarantined,
            run.Mended,
            run.Kept,
            run.BytesRead,
            run.EndedAt?.UtcTicks
        );
}
