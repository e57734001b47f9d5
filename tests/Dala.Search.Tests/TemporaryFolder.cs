namespace Dala.Search.Tests;

/// <summary>A folder of one test, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    public TemporaryFolder()
        : this(Directory.CreateTempSubdirectory("dala-search-").FullName) { }

    private TemporaryFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>A folder in memory, where the system has such: tests that commit thousands of times would wait for the disk.</summary>
    public static TemporaryFolder InMemory() =>
        Directory.Exists(Memory)
            ? new TemporaryFolder(Directory.CreateDirectory($"{Memory}/dala-search-{Guid.CreateVersion7():n}").FullName)
            : new TemporaryFolder();

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
