namespace Dala.Platform.Blobs;

/// <summary>A kept file: the SHA-256 of its bytes, in lower-case hexadecimal, and their number.</summary>
public sealed record Blob(string Hash, long Length);

/// <summary>Where files lie, each under the SHA-256 of its bytes.</summary>
public interface IBlobStore
{
    /// <summary>Keeps the bytes and answers their name; the same bytes twice are kept once.</summary>
    Task<Blob> Keep(Stream content, CancellationToken ct);

    /// <summary>Opens a file for reading, seekable, or answers null where there is none of that name.</summary>
    Stream? Open(string hash);

    /// <summary>Every file that is kept.</summary>
    IEnumerable<Blob> All();

    /// <summary>Whether the bytes still are what their name says.</summary>
    Task<bool> IsWhole(string hash, CancellationToken ct);
}
