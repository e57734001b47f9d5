using Dala.Testing;

namespace Dala.Tests;

/// <summary>Compares with a file of the tree that a person has looked at; <c>DALA_APPROVE=1</c> writes the file anew, for review with the change.</summary>
internal static class Approved
{
    public static void AssertSame(string path, string text)
    {
        var file = Path.Combine(SharedData.Root, path);
        if (Environment.GetEnvironmentVariable("DALA_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file), $"{path} is missing: run the tests once with DALA_APPROVE=1, look at it and commit it.");
        Assert.Equal(File.ReadAllText(file), text);
    }
}
