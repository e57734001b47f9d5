using Dala.Library;
using Dala.Library.Finding;
using Dala.Platform;
using Dala.Platform.Blobs;
using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Dala.Operating;

/// <summary>One thing that was looked at, and what was found wrong with it.</summary>
/// <param name="Name">The key of the text that names it.</param>
/// <param name="Count">How many were looked at.</param>
public sealed record Checked(string Name, long Count, IReadOnlyList<Fault> Faults);

/// <summary>Looks whether everything in the data folder is whole: the store, the files, the index, the jobs.</summary>
public sealed class CheckEverything(Store store, IBlobStore blobs, LibraryIndex index)
{
    public async Task<IReadOnlyList<Checked>> Run(CancellationToken ct) =>
        [await Integrity(ct), await References(ct), await Files(ct), await Index(ct), await Jobs(ct)];

    private async Task<Checked> Integrity(CancellationToken ct)
    {
        var lines = await store
            .Database.SqlQuery<string>($"select integrity_check as Value from pragma_integrity_check")
            .ToListAsync(ct);
        return new Checked(
            "dala.check.store",
            await store.Set<Resource>().LongCountAsync(ct),
            [.. lines.Where(line => line != "ok").Select(line => new Fault("/store", "dala.check.store.damaged", line))]
        );
    }

    private async Task<Checked> References(CancellationToken ct)
    {
        var loose = await store
            .Database.SqlQuery<string>($"select \"table\" || ' ' || coalesce(rowid, '') as Value from pragma_foreign_key_check")
            .ToListAsync(ct);
        return new Checked(
            "dala.check.references",
            await store.Set<Claim>().LongCountAsync(ct),
            [.. loose.Select(row => new Fault("/store", "dala.check.references.loose", row))]
        );
    }

    private async Task<Checked> Files(CancellationToken ct)
    {
        var count = 0;
        var faults = new List<Fault>();
        foreach (var blob in blobs.All())
        {
            count++;
            if (!await blobs.IsWhole(blob.Hash, ct))
                faults.Add(new Fault("/files", "dala.check.files.damaged", blob.Hash));
        }

        return new Checked("dala.check.files", count, faults);
    }

    private async Task<Checked> Index(CancellationToken ct)
    {
        var resources = await store.Set<Resource>().LongCountAsync(ct);
        var newest = await store.Set<Resource>().MaxAsync(resource => (long?)resource.ChangeNumber, ct) ?? 0;
        var faults = new List<Fault>();
        if (index.Current.Through < newest)
            faults.Add(new Fault("/index", "dala.check.index.behind", newest - index.Current.Through));
        else if (index.Current.Count != resources)
            faults.Add(new Fault("/index", "dala.check.index.other", index.Current.Count, resources));
        return new Checked("dala.check.index", index.Current.Count, faults);
    }

    private async Task<Checked> Jobs(CancellationToken ct)
    {
        var failed = await store.Set<JobRow>().AsNoTracking().Where(job => job.State == JobStates.Failed).ToListAsync(ct);
        return new Checked(
            "dala.check.jobs",
            await store.Set<JobRow>().LongCountAsync(ct),
            [.. failed.Select(job => new Fault("/jobs", "dala.check.jobs.failed", job.Kind, job.Error ?? ""))]
        );
    }
}
