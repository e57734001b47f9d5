using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Dala.Platform;
using Dala.Platform.Blobs;
using Dala.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Dala.Operating;

/// <summary>What a backup holds: each file with its SHA-256.</summary>
public sealed record BackUpList(string Program, DateTimeOffset MadeAt, IReadOnlyDictionary<string, string> Files);

/// <summary>
/// Writes everything that is not a copy of something else into one zip: the store as it is at one moment, files, keys, settings. The search
/// index is left out; it is made again from the store.
/// </summary>
public sealed class BackUp(Store store, DataFolder folder, TimeProvider time)
{
    internal const string ListName = "backup.json";
    private const string StoreName = "dala.db";
    private static readonly string[] Folders = ["files", "keys", "mappings"];
    private static readonly string[] SingleFiles = ["administrator.key", "dala.json"];

    public async Task<Outcome<BackUpList>> Run(string target, CancellationToken ct)
    {
        if (File.Exists(target))
            return new Problem(ProblemKind.Conflict, "dala.backup.exists", target);
        var half = target + ".half";
        var snapshot = target + ".store";
        File.Delete(half);
        File.Delete(snapshot);
        try
        {
            // A copy of one moment, while others may go on writing (sqlite.org/lang_vacuum.html#vacuuminto).
            await store.Database.ExecuteSqlAsync($"vacuum into {snapshot}", ct);
            var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
            var list = new BackUpList("dala " + typeof(BackUp).Assembly.GetName().Version!.ToString(3), time.GetUtcNow(), hashes);
            await using (var file = new FileStream(half, FileMode.CreateNew))
            await using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
            {
                await Add(zip, snapshot, StoreName, hashes, ct);
                foreach (var (path, name) in Files())
                    await Add(zip, path, name, hashes, ct);
                await using var entry = await zip.CreateEntry(ListName).OpenAsync(ct);
                await JsonSerializer.SerializeAsync(entry, list, JsonSerializerOptions.Web, ct);
            }

            File.Move(half, target);
            return list;
        }
        finally
        {
            File.Delete(snapshot);
            File.Delete(half);
        }
    }

    private IEnumerable<(string Path, string Name)> Files()
    {
        foreach (var name in SingleFiles.Where(name => File.Exists(folder.At(name))))
            yield return (folder.At(name), name);
        foreach (
            var path in Folders
                .Select(folder.At)
                .Where(Directory.Exists)
                .SelectMany(path => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
                .Where(path => !FolderBlobs.IsHalf(path))
        )
            yield return (path, Path.GetRelativePath(folder.Path, path).Replace('\\', '/'));
    }

    private static async Task Add(
        ZipArchive zip,
        string path,
        string name,
        Dictionary<string, string> hashes,
        CancellationToken ct
    )
    {
        await using var content = File.OpenRead(path);
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await entry.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        hashes.Add(name, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
