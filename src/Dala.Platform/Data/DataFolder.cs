using System.Globalization;

namespace Dala.Platform.Data;

/// <summary>The one folder that holds everything: store, files, search index. Locked while a process uses it.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream lockFile;

    private DataFolder(string path, FileStream lockFile)
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

    /// <summary>Makes the folder where it is missing and takes its lock; refuses while another process holds it.</summary>
    public static Outcome<DataFolder> Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var lockPath = System.IO.Path.Combine(full, "dala.lock");
        try
        {
            Directory.CreateDirectory(full);
            var held = new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            held.SetLength(0);
            held.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            held.Flush();
            return new DataFolder(full, held);
        }
        catch (UnauthorizedAccessException)
        {
            return new Problem(ProblemKind.Unavailable, "platform.data.forbidden", full);
        }
        catch (IOException) when (File.Exists(lockPath))
        {
            return new Problem(ProblemKind.Unavailable, "platform.data.locked", full, HolderOf(lockPath));
        }
        catch (IOException fault)
        {
            return new Problem(ProblemKind.Unavailable, "platform.data.unusable", full, fault.Message);
        }
    }

    public void Dispose() => lockFile.Dispose();

    private static string HolderOf(string lockPath)
    {
        // Sharing everything asks for no lock of our own, so the number can be read while the other process holds the file.
        using var file = new FileStream(lockPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd() is { Length: > 0 } process ? process : "?";
    }
}
