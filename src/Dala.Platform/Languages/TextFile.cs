using System.Reflection;

namespace Dala.Platform.Languages;

/// <summary>One file of interface texts: keys and wordings in one language.</summary>
// The source says where the file stands when something is wrong with it.
public sealed record TextFile(string Language, string Source, string Json)
{
    private const string Folder = "Texts/";
    private const string Ending = ".json";

    /// <summary>The files that an assembly carries as <c>Texts/LANG.json</c>.</summary>
    public static IEnumerable<TextFile> In(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith(Folder, StringComparison.Ordinal) || !name.EndsWith(Ending, StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new TextFile(
                name[Folder.Length..^Ending.Length],
                $"{name} of {assembly.GetName().Name}",
                reader.ReadToEnd()
            );
        }
    }
}
