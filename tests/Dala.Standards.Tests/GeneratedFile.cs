using Dala.Testing;

namespace Dala.Standards.Tests;

/// <summary>
/// A data file of the program that is made from the shared data and never typed. The test makes it again and compares;
/// with <c>DALA_REGENERATE=1</c> it writes the file instead, and the change is there to review.
/// </summary>
internal static class GeneratedFile
{
    public static void IsUpToDate(string path, string generated)
    {
        var file = Path.Combine(SharedData.Root, "src", "Dala.Standards", path);
        if (Environment.GetEnvironmentVariable("DALA_REGENERATE") == "1")
            File.WriteAllText(file, generated);

        Assert.Equal(generated, File.ReadAllText(file));
    }
}
