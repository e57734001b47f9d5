using System.IO.Enumeration;

namespace Dala.Library.Importing;

/// <summary>How the records of one source become claims; read from a file by <see cref="MappingFile"/>.</summary>
/// <param name="Name">The name that commands and addresses use.</param>
/// <param name="Version">Grows with every change of the rules, so that a claim can tell by which it was made.</param>
/// <param name="Source">What is to be said of the catalogue itself.</param>
public sealed record Mapping(string Name, int Version, MappingSource Source, IReadOnlyList<MappingTable> Tables)
{
    /// <summary>Name and version, as claims and runs name it: <c>oer-commons-csv@1</c>.</summary>
    public string Key => FormattableString.Invariant($"{Name}@{Version}");

    /// <summary>The table that says how to read a file, by the file's name; null where the mapping does not know such files.</summary>
    public MappingTable? TableFor(string fileName)
    {
        var name = fileName.AsSpan(fileName.AsSpan().LastIndexOfAny('/', '\\') + 1);
        foreach (var table in Tables)
        {
            foreach (var pattern in table.Files)
            {
                if (FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true))
                    return table;
            }
        }

        return null;
    }
}

/// <summary>The catalogue that a mapping is for: its title, where it lives, the licence of its data and the credit it asks for.</summary>
public sealed record MappingSource(string Title, string? Url, string? Licence, string? Attribution);
