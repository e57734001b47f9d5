using Dala.Testing;

namespace Dala.Bench;

/// <summary>The Gutenberg catalogue: 57,709 rows of works and 186,157 rows of subjects.</summary>
internal static class Gutenberg
{
    public static string Works => SharedData.At("gutenberg-catalogue/metadata.csv.gz");

    public static string Subjects => SharedData.At("gutenberg-catalogue/subjects.csv.gz");

    public static async Task<TestLibrary> Imported()
    {
        var library = new TestLibrary();
        await library.Import("gutenberg-catalogue", Works, Subjects);
        await library.Index();
        return library;
    }
}
