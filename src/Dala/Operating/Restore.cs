using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Dala.Platform;
using Dala.Platform.Data;

namespace Dala.Operating;

/// <summary>Brings a backup back into an empty data folder, every file checked against the list that the backup carries.</summary>
public static class Restore
{
    public static async Task<Outcome<BackUpList>> Run(string source, DataFolder folder, CancellationToken ct)
    {
        if (!File.Exists(source))
            return new Problem(ProblemKind.NotFound, "dala.restore.missing", source);
        if (!folder.IsEmpty)
            return new Problem(ProblemKind.Conflict, "dala.restore.not-empty", folder.Path);

        var half = folder.At("restore.half");
        try
        {
            Directory.CreateDirectory(half);
            await using var zip = await ZipFile.OpenReadAsync(source, ct);
            if (await ListOf(zip, ct) is not { } list)
                return new Problem(ProblemKind.Invalid, "dala.restore.no-backup", source);
            foreach (var (name, hash) in list.Files)
            {
                // A name that leads out of the folder is not of our making.
                var target = Path.GetFullPath(Path.Combine(half, name));
                if (
                    !target.StartsWith(half + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                    || zip.GetEntry(name) is not { } entry
                )
                    return new Problem(ProblemKind.Invalid, "dala.restore.damaged", name);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                if (await Extract(entry, target, ct) != hash)
                    return new Problem(ProblemKind.Invalid, "dala.restore.damaged", name);
            }

            foreach (var path in Directory.EnumerateFileSystemEntries(half))
                Directory.Move(path, folder.At(Path.GetFileName(path)));
            return list;
        }
        catch (InvalidDataException)
        {
            return new Problem(ProblemKind.Invalid, "dala.restore.no-backup", source);
        }
        finally
        {
            Directory.Delete(half, recursive: true);
        }
    }

    private static async Task<BackUpList?> ListOf(ZipArchive zip, CancellationToken ct)
    {
        if (zip.GetEntry(BackUp.ListName) is not { } entry)
            return null;
        await using var content = await entry.OpenAsync(ct);
        try
        {
            var list = await JsonSerializer.DeserializeAsync<BackUpList>(content, JsonSerializerOptions.Web, ct);
            return list?.Files is null ? null : list;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<string> Extract(ZipArchiveEntry entry, string target, CancellationToken ct)
    {
        await using (var content = await entry.OpenAsync(ct))
        await using (var file = new FileStream(target, FileMode.CreateNew))
            await content.CopyToAsync(file, ct);
        if (!OperatingSystem.IsWindows() && entry.Name == "administrator.key")
            File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var written = File.OpenRead(target);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(written, ct));
    }
}
