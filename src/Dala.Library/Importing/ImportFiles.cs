using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Dala.Library.Finding;
using Dala.Platform;
using Dala.Platform.Blobs;
using Dala.Platform.Data;
using Dala.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Importing;

/// <summary>A file to import: its name as the person knows it, and its bytes.</summary>
public sealed record ImportFile(string Name, long Length, string Hash, Func<Stream> Open)
{
    /// <summary>A file of this machine; reads it once for its SHA-256.</summary>
    public static async Task<ImportFile> OnDisk(string path, CancellationToken ct)
    {
        await using var stream = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
        return new ImportFile(Path.GetFileName(path), stream.Length, hash, () => File.OpenRead(path));
    }
}

/// <summary>What came of an import; <c>import --json</c> prints it.</summary>
/// <param name="New">Resources that were not in the library before.</param>
/// <param name="Changed">Resources of which something is said otherwise now.</param>
/// <param name="Same">Resources that were seen again and are as they were.</param>
/// <param name="Quarantined">Records that could not be taken in.</param>
/// <param name="Mended">Faults of the text that were mended on the way in.</param>
/// <param name="Kept">Records that were kept without making a resource.</param>
/// <param name="Records">Records read.</param>
/// <param name="Resumed">Whether an unfinished run of the same files was taken up.</param>
public sealed record ImportReport(
    Guid Run,
    string Source,
    long New,
    long Changed,
    long Same,
    long Quarantined,
    long Mended,
    long Kept,
    long Records,
    bool Resumed
);

/// <summary>Takes files of a source into the library: every record raw, its claims, and what could not be taken into quarantine.</summary>
public sealed class ImportFiles(
    Store store,
    BulkWriter writer,
    WriterGate gate,
    IBlobStore blobs,
    DataFolder folder,
    SettingValues settings,
    TimeProvider time
)
{
    private readonly MonotonicIds ids = new();

    /// <summary>An import as a job: the files lie among the blobs.</summary>
    public sealed record Job(string Source, string Mapping, IReadOnlyList<JobFile> Files);

    /// <summary>A file of a job: its name and its hash.</summary>
    public sealed record JobFile(string Name, string Hash);

    /// <summary>Does a job; run twice it changes nothing the second time.</summary>
    public async Task<Outcome<ImportReport>> Run(Job job, Func<ImportRun, Task> progress, CancellationToken ct)
    {
        var files = new List<ImportFile>();
        foreach (var file in job.Files)
        {
            await using var content = blobs.Open(file.Hash);
            if (content is null)
                return LibraryProblems.FileGone(file.Name);
            files.Add(new ImportFile(file.Name, content.Length, file.Hash, () => blobs.Open(file.Hash)!));
        }

        return await Run(job.Source, job.Mapping, files, Actor.Administrator, progress, ct);
    }

    /// <summary>Imports files, or takes up the unfinished import of the same files where it stopped.</summary>
    /// <param name="progress">Called before the first record and after every batch that is kept.</param>
    public async Task<Outcome<ImportReport>> Run(
        string sourceName,
        string mappingName,
        IReadOnlyList<ImportFile> files,
        Actor actor,
        Func<ImportRun, Task> progress,
        CancellationToken ct
    )
    {
        if (!LibraryRights.Import.Allows(actor))
            return LibraryProblems.SignInToImport;
        if (LibraryProblems.WrongSourceName(sourceName) is { } wrongName)
            return wrongName;
        var loaded = MappingFile.Load(mappingName, folder.At("mappings"));
        if (loaded.Problem is { } wrongMapping)
            return wrongMapping;
        var mapping = loaded.Value;
        if (files.FirstOrDefault(file => mapping.TableFor(file.Name) is null) is { } stray)
            return LibraryProblems.NoTableForFile(stray.Name, mapping.Name);

        var source = await SourceNamed(sourceName, mapping, ct);
        var (run, resumed) = await TakeUpOrBegin(source, mapping, files, ct);
        try
        {
            await progress(run);
            for (; run.FileIndex < files.Count; run.FileIndex++, run.RecordsOfFile = 0)
                await ImportFile(run, mapping, files, progress, ct);
            await Finish(run, mapping, files, ct);
        }
        catch (OperationCanceledException)
        {
            await KeepState(run, RunStates.Stopped);
            throw;
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            await KeepState(run, RunStates.Failed);
            throw;
        }

        return new ImportReport(
            run.Id,
            source.Name,
            run.New,
            run.Changed,
            run.Same,
            run.Quarantined,
            run.Mended,
            run.Kept,
            run.Read,
            resumed
        );
    }

    private async Task<Source> SourceNamed(string name, Mapping mapping, CancellationToken ct)
    {
        var source = await store.Set<Source>().SingleOrDefaultAsync(known => known.Name == name, ct);
        if (source is null)
        {
            source = new Source
            {
                Id = Guid.CreateVersion7(),
                Name = name,
                Title = mapping.Source.Title,
                CreatedAt = time.GetUtcNow(),
            };
            store.Add(source);
        }

        source.Title = mapping.Source.Title;
        source.Url = mapping.Source.Url;
        source.Licence = mapping.Source.Licence;
        source.Attribution = mapping.Source.Attribution;
        await store.SaveChangesAsync(ct);
        return source;
    }

    private async Task<(ImportRun Run, bool Resumed)> TakeUpOrBegin(
        Source source,
        Mapping mapping,
        IReadOnlyList<ImportFile> files,
        CancellationToken ct
    )
    {
        var list = JsonSerializer.Serialize(
            files.Select(file => new
            {
                file.Name,
                file.Length,
                file.Hash,
            })
        );
        var unfinished = await store
            .Set<ImportRun>()
            .Where(run =>
                run.SourceId == source.Id && run.Mapping == mapping.Key && run.Files == list && run.State != RunStates.Done
            )
            .OrderByDescending(run => run.StartedAt)
            .FirstOrDefaultAsync(ct);
        var run =
            unfinished
            ?? new ImportRun
            {
                Id = Guid.CreateVersion7(),
                SourceId = source.Id,
                Mapping = mapping.Key,
                Files = list,
                State = RunStates.Running,
                StartedAt = time.GetUtcNow(),
                BytesTotal = files.Sum(file => file.Length),
            };
        if (unfinished is null)
            store.Add(run);
        run.State = RunStates.Running;
        await store.SaveChangesAsync(ct);
        // From here on the bulk path keeps the run; the context must not keep an older state of it.
        store.Entry(run).State = EntityState.Detached;
        return (run, unfinished is not null);
    }

    // One thread reads and maps, this one writes: a batch is one transaction, and carries the place up to which it goes.
    private async Task ImportFile(
        ImportRun run,
        Mapping mapping,
        IReadOnlyList<ImportFile> files,
        Func<ImportRun, Task> progress,
        CancellationToken ct
    )
    {
        var file = files[run.FileIndex];
        var bytesBefore = files.Take(run.FileIndex).Sum(earlier => earlier.Length);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var chunks = Channel.CreateBounded<ReadChunk>(4);
        var reader = new ImportReader(
            file,
            mapping.TableFor(file.Name)!,
            ImportLimits.Of(settings),
            settings.Get(LibrarySettings.ImportBatch)
        );
        var reading = Task.Run(() => reader.ReadInto(chunks.Writer, run.RecordsOfFile, stop.Token), stop.Token);
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(ct))
            {
                using (var batch = await writer.Begin(ct))
                {
                    new ImportWriter(batch, run, mapping, mapping.TableFor(file.Name)!.PartOf(file.Name), ids, time).Write(chunk);
                    run.BytesRead = bytesBefore + chunk.BytesRead;
                    batch.Keep(run);
                    batch.Commit();
                }

                await progress(run);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (reading.Exception is { } fault && !ct.IsCancellationRequested)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault.InnerExceptions[0]);
        ct.ThrowIfCancellationRequested();
    }

    private async Task Finish(ImportRun run, Mapping mapping, IReadOnlyList<ImportFile> files, CancellationToken ct)
    {
        using var batch = await writer.Begin(ct);
        var end = new ImportEnd(batch, run, time);
        foreach (var file in files)
            end.Settle(file.Name, mapping.TableFor(file.Name)!.PartOf(file.Name));
        end.Count();
        run.State = RunStates.Done;
        run.EndedAt = time.GetUtcNow();
        run.BytesRead = run.BytesTotal;
        batch.Keep(run);
        batch.Enqueue(new IndexResources.Job());
        batch.Publish(new ImportEnded(run.Id, run.New, run.Changed, run.Quarantined));
        batch.Commit();
    }

    private async Task KeepState(ImportRun run, string state)
    {
        // What was kept last is what the rows say; only the state is told here, so that a person sees that the run is not going on.
        using var turn = await gate.Enter(CancellationToken.None);
        await store
            .Set<ImportRun>()
            .Where(kept => kept.Id == run.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(kept => kept.State, state), CancellationToken.None);
    }
}
