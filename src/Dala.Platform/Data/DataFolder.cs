using System.Globalization;

namespace Dala.Platform.Data;

/// <summary>The one folder that holds everything: store, files, search index. Locked while a process uses it.</summary>
public sealed class DataFolder : IDisposable
{
    private const string LockName = "dala.lock";

    // Apart from the lock, for on Unix .NET opens no file, not even for reading, that another process has opened for itself alone.
    private const string HolderName = "dala.process";

    private readonly FileStream? lockFile;

    private DataFolder(string path, FileStream? lockFile)
    {
        Path = path;
        this.lockFile = lockFile;
    }

    /// <summary>The folder's absolute path.</summary>
    public string Path { get; }

    /// <summary>The store of truth.</summary>
    public string StoreFile => At("dala.db");

    /// <summary>The path of something in the folder.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Whether nothing lies in the folder but what its holder needs to hold it.</summary>
    public bool IsEmpty =>
        Directory.EnumerateFileSystemEntries(Path).All(path => System.IO.Path.GetFileName(path) is LockName or HolderName);

    /// <summary>Makes the folder where it is missing and takes its lock; refuses while another process holds it.</summary>
    public static Outcome<DataFolder> Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var lockPath = System.IO.Path.Combine(full, LockName);
        FileStream held;
        try
        {
            Directory.CreateDirectory(full);
            held = new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (UnauthorizedAccessException)
        {
            return new Problem(ProblemKind.Unavailable, "platform.data.forbidden", full);
        }
        catch (IOException) when (File.Exists(lockPath))
        {
            return new Problem(ProblemKind.Unavailable, "platform.data.locked", full, HolderOf(full));
        }
        catch (IOException fault)
        {
            return new Problem(ProblemKind.Unavailable, "platform.data.unusable", full, fault.Message);
        }

        try
        {
            File.WriteAllText(
                System.IO.Path.Combine(full, HolderName),
                Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
            );
            return new DataFolder(full, held);
        }
        catch (IOException fault)
        {
            // A full disk, most likely: nobody else holds the folder.
            held.Dispose();
            return new Problem(ProblemKind.Unavailable, "platform.data.unusable", full, fault.Message);
        }
    }

    /// <summary>The folder beside whoever may hold it, for looking only; null where there is no store in it.</summary>
    public static DataFolder? Beside(string path)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(path), lockFile: null);
        return File.Exists(folder.StoreFile) ? folder : null;
    }

    public void Dispose() => lockFile?.Dispose();

    private static string HolderOf(string folder)
    {
        var path = System.IO.Path.Combine(folder, HolderName);
        return File.Exists(path) && File.ReadAllText(path) is { Length: > 0 } process ? process : "?";
    }
}
