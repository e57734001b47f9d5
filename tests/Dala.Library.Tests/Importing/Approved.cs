using Dala.Testing;

namespace Dala.Library.Tests.Importing;

/// <summary>Compares a text with the one that a person approved; what was received is left beside it where they differ.</summary>
internal static class Approved
{
    private static string Folder => Path.Combine(SharedData.Root, "tests", "Dala.Library.Tests", "Importing", "Approved");

    public static void Equal(string name, string received)
    {
        var approved = Path.Combine(Folder, name + ".approved.txt");
        var beside = Path.Combine(Folder, name + ".received.txt");
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (expected == received)
        {
            File.Delete(beside);
            return;
        }

        Directory.CreateDirectory(Folder);
        File.WriteAllText(beside, received);
        Assert.Equal(expected, received);
    }
}
