namespace Dala.Testing;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
public sealed class TempFolder : IDisposable
{
    public TempFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } =
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), "dala-test-" + Guid.CreateVersion7().ToString("N"));

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file and answers its path.</summary>
    public string Write(string name, string content)
    {
        File.WriteAllText(At(name), content);
        return At(name);
    }

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(At(name), content);
        return At(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
