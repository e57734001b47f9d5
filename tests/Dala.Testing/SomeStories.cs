using System.IO.Compression;

namespace Dala.Testing;

/// <summary>Real stories in many languages, but fewer of them than there are, for tests that import them several times.</summary>
public static class SomeStories
{
    /// <summary>Every fourth story of an archive of the shared data, as an archive of the same name.</summary>
    public static string In(TempFolder folder, string name)
    {
        using var all = ZipFile.OpenRead(SharedData.At("storybooks/" + name));
        using var some = ZipFile.Open(folder.At(name), ZipArchiveMode.Create);
        foreach (var (number, story) in all.Entries.Index())
        {
            if (number % 4 != 0)
                continue;
            using var from = story.Open();
            using var to = some.CreateEntry(story.FullName).Open();
            from.CopyTo(to);
        }

        return folder.At(name);
    }
}
