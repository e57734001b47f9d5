namespace Dala.Search.Segments;

/// <summary>What an index does to the files in its folder.</summary>
internal enum DiskStep
{
    Write,
    Flush,
    Rename,
    Delete,
    FlushNames,
}

/// <summary>Says each step before it is taken, so that a test can keep what a crash would leave there, or fail as a full disk would.</summary>
internal static class DiskSteps
{
    private static readonly AsyncLocal<Action<DiskStep, string>?> Watching = new();

    /// <summary>Told of the steps of this flow of execution, and of the merges that it wakes.</summary>
    public static Action<DiskStep, string>? Watcher
    {
        get => Watching.Value;
        set => Watching.Value = value;
    }

    public static void Before(DiskStep step, string path) => Watching.Value?.Invoke(step, path);

    public static void Delete(string path)
    {
        Before(DiskStep.Delete, path);
        File.Delete(path);
    }
}
