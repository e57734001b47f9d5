namespace Dala.Search.Tests;

/// <summary>Whatever is wrong with a file is seen when the index is opened, and the file is named.</summary>
public sealed class StorageDamageTests
{
    [Fact]
    public void Every_single_byte_of_every_file_matters()
    {
        using var library = new Library();
        library.Apply(Library.Put("1", "One"), Library.Put("2", "Two"));
        library.Apply(Library.Remove("1"));
        library.Index.Dispose();
        var random = new Random(1);

        foreach (var file in Directory.GetFiles(library.Path).Where(file => !file.EndsWith("lock", StringComparison.Ordinal)))
        {
            var bytes = File.ReadAllBytes(file);
            // Of a segment every tenth, which begins with another each time.
            var step = file.EndsWith(".segment", StringComparison.Ordinal) ? 10 : 1;
            for (var i = random.Next(step); i < bytes.Length; i += step)
            {
                var damaged = bytes.ToArray();
                damaged[i] ^= (byte)random.Next(1, 256);
                AssertNamed(file, damaged);
            }

            for (var length = 0; length < bytes.Length; length += step)
                AssertNamed(file, bytes[..length]);
            File.Delete(file);
            AssertNamed(file, null);
            File.WriteAllBytes(file, bytes);
        }

        library.Reopen();
        Assert.Equal(["2"], library.Find(""));

        void AssertNamed(string file, byte[]? bytes)
        {
            if (bytes is not null)
                File.WriteAllBytes(file, bytes);
            var exception = Assert.Throws<IndexDamagedException>(() => SearchIndex.Open(library.Path, Library.Schema));
            Assert.Equal(file, exception.File);
        }
    }
}
