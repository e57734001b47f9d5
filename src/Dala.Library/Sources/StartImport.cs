using Dala.Library.Importing;
using Dala.Platform;
using Dala.Platform.Blobs;
using Dala.Platform.Data;
using Dala.Platform.Jobs;

namespace Dala.Library.Sources;

/// <summary>A file as somebody sent it.</summary>
public sealed record SentFile(string Name, long Length, Func<Stream> Open);

/// <summary>What an administrator fills in to import; the form and the API both send this.</summary>
public sealed record ImportOrder
{
    public string? Source { get; init; }
    public string? Mapping { get; init; }
    public IReadOnlyList<SentFile> Files { get; init; } = [];
}

/// <summary>Keeps the files that were sent and lets a job import them.</summary>
public sealed class StartImport(Store store, IBlobStore blobs)
{
    /// <summary>Letters of a file's name.</summary>
    private const int LongestName = 200;

    public async Task<Outcome<JobRow>> Run(ImportOrder order, Actor actor, CancellationToken ct)
    {
        if (!LibraryRights.Import.Allows(actor))
            return LibraryProblems.SignInToImport;
        if (Wrong(order) is { } problem)
            return problem;

        var files = new List<ImportFiles.JobFile>();
        foreach (var file in order.Files)
        {
            await using var content = file.Open();
            files.Add(new ImportFiles.JobFile(NameOf(file), (await blobs.Keep(content, ct)).Hash));
        }

        store.Enqueue(new ImportFiles.Job(order.Source!, order.Mapping!, files));
        var job = store.Set<JobRow>().Local.Single();
        await store.SaveChangesAsync(ct);
        return job;
    }

    /// <summary>Everything that is wrong with an order, before anything is kept.</summary>
    public static Problem? Wrong(ImportOrder order)
    {
        var checks = new Checks()
            .Filled(order.Source, "/source")
            .Filled(order.Mapping, "/mapping")
            .That(order.Files.Count > 0, "/files", LibraryProblems.NoFile.Code);
        if (!string.IsNullOrWhiteSpace(order.Source) && LibraryProblems.WrongSourceName(order.Source) is { } wrongName)
            checks.That(false, "/source", wrongName.Code, wrongName.Arguments);
        if (!string.IsNullOrWhiteSpace(order.Mapping))
            CheckMapping(order, checks);
        return checks.Problem;
    }

    /// <summary>A browser may send a whole path; only its last part is a name, whichever way the slashes lean.</summary>
    public static string NameOf(SentFile file)
    {
        var name = file.Name[(file.Name.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.Length <= LongestName ? name : name[^LongestName..];
    }

    // Only mappings that ship with the program: a name that is a path would let a stranger's page read files of this machine.
    private static void CheckMapping(ImportOrder order, Checks checks)
    {
        if (!MappingFile.Names.Contains(order.Mapping))
        {
            checks.That(false, "/mapping", "library.import.no-mapping", order.Mapping!);
            return;
        }

        var mapping = MappingFile.Load(order.Mapping!).Value;
        foreach (var file in order.Files.Where(file => mapping.TableFor(NameOf(file)) is null))
            checks.That(false, "/files", LibraryProblems.NoTableForFile("", "").Code, NameOf(file), mapping.Name);
    }
}
