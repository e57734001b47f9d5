using System.Security.Cryptography;

namespace Dala.Platform.Blobs;

/// <summary>Files in a folder, spread over sub-folders by the first two digits of their hash.</summary>
public sealed class FolderBlobs(string folder) : IBlobStore
{
    private const string Half = ".half";

    /// <summary>Whether a file is one that is still being written, or that a crash has left.</summary>
    public static bool IsHalf(string path) => path.EndsWith(Half, StringComparison.Ordinal);

    /// <summary>Drops what a crash has left. Only for who holds the data folder, before anything is written.</summary>
    public static void DropHalves(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var half in Directory.EnumerateFiles(folder, "*" + Half))
            File.Delete(half);
    }

    public async Task<Blob> Keep(Stream content, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        // Written under another name and renamed when whole, so that a crash leaves no half file under a good name.
        var half = Path.Combine(folder, Guid.CreateVersion7().ToString("N") + Half);
        try
        {
            Blob blob;
            await using (
                var file = new FileStream(
                    half,
                    FileMode.CreateNew,
                    FileAccess.Write,
                    FileShare.None,
                    1 << 16,
                    FileOptions.Asynchronous
                )
            )
            {
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                var buffer = new byte[1 << 16];
                int read;
                while ((read = await content.ReadAsync(buffer, ct)) > 0)
                {
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), ct);
                }

                file.Flush(flushToDisk: true);
                blob = new Blob(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length);
            }

            var kept = PathOf(blob.Hash);
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            File.Move(half, kept, overwrite: true);
            return blob;
        }
        finally
        {
            File.Delete(half);
        }
    }

    public Stream? Open(string hash) =>
        IsName(hash) && File.Exists(PathOf(hash))
            ? new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16)
            : null;

    public IEnumerable<Blob> All() =>
        Directory.Exists(folder)
            ? new DirectoryInfo(folder)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(file => IsName(file.Name))
                .Select(file => new Blob(file.Name, file.Length))
            : [];

    public async Task<bool> IsWhole(string hash, CancellationToken ct)
    {
        await using var content = Open(hash);
        return content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)) == hash;
    }

    private static bool IsName(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);
}
