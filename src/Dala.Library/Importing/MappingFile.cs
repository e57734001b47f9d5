using System.Reflection;
using System.Text.Json;
using Dala.Platform;

namespace Dala.Library.Importing;

/// <summary>Finds and reads mappings: those that travel in the program, and those that people write themselves.</summary>
public static class MappingFile
{
    private const string Folder = "Mappings/";
    private const string Extension = ".json";
    private const long LargestFile = 16 << 20;

    /// <summary>Other names by which people look for a mapping.</summary>
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal) { ["amb-schema-examples"] = "amb" };
    private static readonly Assembly Carrier = typeof(MappingFile).Assembly;

    /// <summary>The mappings in the program, by name.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Carrier
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// Loads a mapping: a path that ends in <c>.json</c> is that file; a name is the mapping of that name in <paramref name="folder"/>
    /// (the operator's own go first), or else the one in the program.
    /// </summary>
    public static Outcome<Mapping> Load(string name, string? folder = null)
    {
        if (name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            return File.Exists(name) ? ReadFile(name) : Unknown(name, folder);
        if (!IsName(name))
            return Unknown(name, folder);
        if (folder is not null && Path.Combine(folder, name + Extension) is var own && File.Exists(own))
            return ReadFile(own);

        using var stream = Carrier.GetManifestResourceStream(Folder + Aliases.GetValueOrDefault(name, name) + Extension);
        if (stream is null)
            return Unknown(name, folder);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Read(name, bytes.ToArray());
    }

    /// <summary>Reads a mapping from its bytes; <paramref name="file"/> is what a refusal calls it.</summary>
    public static Outcome<Mapping> Read(string file, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(
                bytes.Span is [0xef, 0xbb, 0xbf, ..] ? bytes[3..] : bytes,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            return MappingReader.Read(file, json.RootElement);
        }
        catch (JsonException fault)
        {
            return MappingProblems.NotJson(file, (fault.LineNumber ?? 0) + 1);
        }
    }

    private static Outcome<Mapping> ReadFile(string path) =>
        new FileInfo(path).Length > LargestFile
            ? MappingProblems.TooLarge(path, LargestFile)
            : Read(path, File.ReadAllBytes(path));

    /// <summary>A name is part of a path, so it may not lead anywhere else.</summary>
    private static bool IsName(string name) =>
        name.Length is > 0 and <= 100 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static Problem Unknown(string name, string? folder)
    {
        var own = folder is not null && Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + Extension) : [];
        var known = Names.Concat(own.Select(file => Path.GetFileNameWithoutExtension(file)));
        return MappingProblems.Unknown(name, MappingProblems.Nearest(name, known));
    }
}
