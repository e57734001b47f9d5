namespace Dala.Testing;

/// <summary>Finds the real catalogues and vocabularies that lie beside the repository, in <c>../shared/data</c>.</summary>
public static class SharedData
{
    /// <summary>The repository's root: the nearest folder above the tests that holds <c>Dala.slnx</c>.</summary>
    public static string Root { get; } = Above("Dala.slnx");

    /// <summary>The path of a file or folder of the shared data.</summary>
    public static string At(string path) => Path.Combine(Root, "..", "shared", "data", path);

    private static string Above(string marker)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, marker)))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {marker}.");
    }
}
