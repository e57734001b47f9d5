using System.Security.Cryptography;
using Dala.Platform.Blobs;
using Dala.Testing;

namespace Dala.Platform.Tests.Blobs;

public sealed class FolderBlobsTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FolderBlobs blobs;

    public FolderBlobsTests() => blobs = new FolderBlobs(folder.At("files"));

    [Fact]
    public async Task Keeps_the_same_bytes_once_under_their_hash()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        var first = await Keep(bytes);
        var second = await Keep(bytes);

        Assert.Equal(new Blob(Convert.ToHexStringLower(SHA256.HashData(bytes)), 300_000), first);
        Assert.Equal(first, second);
        Assert.Equal([first], blobs.All());
        await using var kept = blobs.Open(first.Hash)!;
        using var copy = new MemoryStream();
        await kept.CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
        Assert.True(kept.CanSeek);
    }

    [Fact]
    public async Task Keeps_the_same_bytes_once_also_when_many_send_them_at_once()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        var kept = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Keep(bytes))));

        Assert.Single(kept.Distinct());
        Assert.Single(Files());
    }

    [Fact]
    public async Task A_file_that_breaks_off_while_it_is_sent_leaves_nothing()
    {
        await using var broken = new BrokenStream(new byte[100_000]);

        await Assert.ThrowsAsync<IOException>(() => blobs.Keep(broken, CancellationToken.None));

        Assert.Empty(Files());
        Assert.Empty(blobs.All());
    }

    [Fact]
    public async Task A_half_file_that_a_crash_left_is_never_seen_and_is_dropped_at_the_next_start()
    {
        var kept = await Keep([1, 2, 3]);
        folder.Write("files/0198f00d.half", [1, 2]);

        var seen = blobs.All().ToList();
        FolderBlobs.DropHalves(folder.At("files"));
        FolderBlobs.DropHalves(folder.At("no such folder"));

        Assert.Equal([kept], seen);
        Assert.Equal([kept.Hash], Files().Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("../../../../../../../../../../../../../../../../../../../etc/passwd")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a/")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a\0")]
    public async Task Opens_nothing_whose_name_is_no_hash(string name)
    {
        await Keep("abc"u8.ToArray());

        Assert.Null(blobs.Open(name));
        Assert.False(await blobs.IsWhole(name, CancellationToken.None));
    }

    [Fact]
    public async Task Finds_a_bit_that_has_flipped_and_the_same_bytes_again_mend_it()
    {
        var bytes = RandomNumberGenerator.GetBytes(100_000);
        var kept = await Keep(bytes);
        Assert.True(await blobs.IsWhole(kept.Hash, CancellationToken.None));
        var file = Assert.Single(Files());
        var damaged = (byte[])bytes.Clone();
        damaged[77_777] ^= 1;
        await File.WriteAllBytesAsync(file, damaged);

        var whole = await blobs.IsWhole(kept.Hash, CancellationToken.None);
        await Keep(bytes);

        Assert.False(whole);
        Assert.True(await blobs.IsWhole(kept.Hash, CancellationToken.None));
    }

    public void Dispose() => folder.Dispose();

    private async Task<Blob> Keep(byte[] bytes)
    {
        await using var stream = new MemoryStream(bytes);
        return await blobs.Keep(stream, CancellationToken.None);
    }

    private string[] Files() => Directory.GetFiles(folder.At("files"), "*", SearchOption.AllDirectories);

    /// <summary>Gives its bytes and then, instead of the end, a fault.</summary>
    private sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == Length ? throw new IOException("No space left on device") : base.ReadAsync(buffer, cancellationToken);
    }
}
