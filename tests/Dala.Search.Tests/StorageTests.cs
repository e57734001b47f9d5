namespace Dala.Search.Tests;

public sealed class StorageTests
{
    [Fact]
    public void Opens_as_it_was_left()
    {
        using var library = Library.Of("One", "Two");
        library.Apply(Library.Remove("1"));

        library.Reopen();

        Assert.Equal(2, library.Index.Through);
        Assert.Equal(1, library.Index.Count);
        Assert.Equal(["2"], library.Find(""));
    }

    [Fact]
    public void Updates_and_deletes_by_key_and_the_last_change_wins()
    {
        using var library = Library.Of("One", "Two", "Three");

        library.Apply(
            Library.Put("1", "Uno"),
            Library.Put("1", "Eins"),
            Library.Remove("2"),
            Library.Put("2", "Zwei"),
            Library.Put("3", "Drei"),
            Library.Remove("3"),
            Library.Remove("unknown")
        );

        Assert.Equal(["1"], library.Find("eins"));
        Assert.Equal(["2"], library.Find("zwei"));
        Assert.Empty(library.Find("one"));
        Assert.Empty(library.Find("uno"));
        Assert.Equal(["1", "2"], library.Find(""));
        Assert.Equal(2, library.Index.Count);
    }

    [Fact]
    public void Keeps_few_files_however_many_changes_come()
    {
        using var library = new Library();
        for (var i = 0; i < 150; i++)
            library.Apply(Library.Put($"{i % 50:000}", $"Title {i}"));

        library.Index.WaitForMerges();
        Assert.Equal(50, library.Index.Count);
        Assert.InRange(Directory.GetFiles(library.Path, "*.segment").Length, 1, 6);
        Assert.InRange(Directory.GetFiles(library.Path, "*.deleted").Length, 0, 6);
        Assert.Equal(["025"], library.Find("125"));
        Assert.Empty(library.Find("75"));
    }

    [Fact]
    public void A_large_change_is_a_file_of_its_own_and_small_ones_become_one()
    {
        using var library = new Library(memory: 64 << 20);
        IndexChange[] Many(string letter) =>
            [.. Enumerable.Range(0, 5_000).Select(i => Library.Put($"{letter}{i}", letter + "many"))];
        library.Index.Apply(Many("a"), 1);
        library.Index.Apply([Library.Put("s1", "small")], 2);
        library.Index.Apply(Many("b"), 3);
        library.Index.Apply([Library.Put("s2", "small"), Library.Remove("b7")], 4);

        library.Index.Commit();
        library.Reopen();

        Assert.Equal(3, Directory.EnumerateFiles(library.Path, "*.segment").Count());
        Assert.Equal(10_001, library.Index.Count);
        Assert.Equal(["s1", "s2"], library.Find("small"));
        Assert.Equal(4_999, library.Index.Search(new SearchQuery { Text = "bmany" }).Total);
        Assert.Equal(4, library.Index.Through);
    }

    [Fact]
    public void Opens_at_the_last_commit_when_a_later_one_was_cut_off()
    {
        using var library = Library.Of("One", "Two");
        var files = Directory.GetFiles(library.Path);
        var manifest = File.ReadAllBytes(Path.Combine(library.Path, "manifest"));
        library.Apply(Library.Put("3", "Three"), Library.Remove("1"));
        library.Index.Dispose();

        // The power failed before the manifest was renamed: the new files are there, some half written.
        File.WriteAllBytes(Path.Combine(library.Path, "manifest.new"), manifest[..10]);
        File.WriteAllBytes(Path.Combine(library.Path, "manifest"), manifest);
        foreach (var file in Directory.GetFiles(library.Path).Except(files))
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..3]);
        library.Reopen();

        Assert.Equal(1, library.Index.Through);
        Assert.Equal(["1", "2"], library.Find(""));
        Assert.Equal(files.Order(), Directory.GetFiles(library.Path).Order());
        library.Apply(Library.Put("3", "Three"));
        Assert.Equal(["1", "2", "3"], library.Find(""));
    }

    [Fact]
    public void Leaves_everything_as_it_was_when_a_change_cannot_be_applied()
    {
        using var library = Library.Of("One", "Two");
        var files = Directory.GetFiles(library.Path).Order().ToArray();

        Assert.Throws<InvalidOperationException>(() => library.Index.Apply(Broken(), 99));

        Assert.Equal(1, library.Index.Through);
        Assert.Equal(["1", "2"], library.Find(""));
        Assert.Equal(files, Directory.GetFiles(library.Path).Order());

        static IEnumerable<IndexChange> Broken()
        {
            // More than one segment's worth, so that one is already written.
            for (var i = 0; i < 20_001; i++)
                yield return Library.Put($"x{i}", "New");
            throw new InvalidOperationException("The store went away.");
        }
    }

    [Fact]
    public void Names_the_file_that_is_damaged()
    {
        using var library = Library.Of("One", "Two");
        library.Apply(Library.Remove("1"));
        library.Index.Dispose();

        foreach (var file in Directory.GetFiles(library.Path).Where(file => !file.EndsWith("lock", StringComparison.Ordinal)))
        {
            var bytes = File.ReadAllBytes(file);
            foreach (var damaged in Damage(bytes))
            {
                if (damaged is null)
                    File.Delete(file);
                else
                    File.WriteAllBytes(file, damaged);
                if (damaged is null && file.EndsWith("manifest", StringComparison.Ordinal))
                    continue;
                var exception = Assert.Throws<IndexDamagedException>(() => SearchIndex.Open(library.Path, Library.Schema));
                Assert.Equal(file, exception.File);
            }

            File.WriteAllBytes(file, bytes);
        }

        library.Reopen();
        Assert.Equal(["2"], library.Find(""));
    }

    [Fact]
    public void Refuses_an_index_of_another_schema_but_takes_other_weights()
    {
        using var library = Library.Of("One");
        library.Index.Dispose();

        Assert.Throws<IndexDamagedException>(() =>
            SearchIndex.Open(library.Path, new IndexSchema([new("title")], ["language", "level"]))
        );
        Assert.Throws<IndexDamagedException>(() =>
            SearchIndex.Open(library.Path, new IndexSchema(Library.Schema.Texts, ["language"]))
        );
        using var index = SearchIndex.Open(
            library.Path,
            Library.Schema with
            {
                Texts = [new("title", 9), new("description", 9)],
            }
        );
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void Refuses_a_second_opening_of_the_same_folder()
    {
        using var library = Library.Of("One");

        Assert.Throws<IOException>(() => SearchIndex.Open(library.Path, Library.Schema));
    }

    [Fact]
    public async Task Builds_a_second_index_beside_and_swaps_it_while_searches_run()
    {
        using var library = new Library();
        library.Apply([.. Enumerable.Range(0, 500).Select(i => Library.Put($"{i:000}", "Old"))]);
        using var stop = new CancellationTokenSource();
        var searching = Task.Run(() =>
        {
            var seen = new HashSet<(int, int)>();
            while (!stop.IsCancellationRequested)
                seen.Add(
                    (
                        library.Index.Search(new SearchQuery { Text = "old" }).Total,
                        library.Index.Search(new SearchQuery { Text = "new" }).Total
                    )
                );
            return seen;
        });

        using (var rebuild = library.Index.BeginRebuild())
        {
            for (var i = 0; i < 20; i++)
                rebuild.Apply(Enumerable.Range(i * 20, 20).Select(key => Library.Put($"{key:000}", "New")), 50 + i);
            Assert.Equal(500, library.Index.Count);
            Assert.Equal(1, library.Index.Through);
            rebuild.Swap();
        }

        Assert.Equal(400, library.Index.Count);
        Assert.Equal(69, library.Index.Through);
        await stop.CancelAsync();
        Assert.Subset(new HashSet<(int, int)> { (500, 0), (0, 400), (500, 400) }, await searching);
        library.Reopen();
        Assert.Equal(69, library.Index.Through);
        Assert.Equal(400, library.Find("new").Length);
        Assert.Empty(library.Find("old"));
    }

    [Fact]
    public void Throws_away_a_second_index_that_was_not_swapped()
    {
        using var library = new Library(memory: 0);
        library.Apply(Library.Put("1", "One"));
        var files = Directory.GetFiles(library.Path).Order().ToArray();
        using (var rebuild = library.Index.BeginRebuild())
            rebuild.Apply([Library.Put("9", "Nine")], 5);
        Assert.Equal(files, Directory.GetFiles(library.Path).Order());

        // A crash disposes of nothing.
        library.Index.BeginRebuild().Apply([Library.Put("9", "Nine")], 5);
        Assert.NotEqual(files, Directory.GetFiles(library.Path).Order());
        library.Reopen();

        Assert.Equal(files, Directory.GetFiles(library.Path).Order());
        Assert.Equal(["1"], library.Find(""));
    }

    [Fact]
    public async Task Many_search_while_one_applies_and_each_sees_whole_changes()
    {
        using var library = new Library();
        library.Apply(Library.Put("0", "even"), Library.Put("1", "odd"));
        using var stop = new CancellationTokenSource();
        var readers = Enumerable
            .Range(0, 3)
            .Select(_ =>
                Task.Run(() =>
                {
                    var searches = 0;
                    while (!stop.IsCancellationRequested || searches < 10)
                    {
                        // Every change adds one of each, so no moment shows more of one.
                        var result = library.Index.Search(new SearchQuery { Text = "even -odd", Facets = ["level"] });
                        var all = library.Index.Search(new SearchQuery { Facets = ["level"], FacetSize = 1000 });
                        Assert.Equal(0, all.Total % 2);
                        Assert.True(result.Total <= all.Total / 2 + 1);
                        library.Index.Suggest("ev", 5);
                        searches++;
                    }

                    return searches;
                })
            )
            .ToArray();

        for (var i = 1; i < 150; i++)
            library.Apply(
                Library.Put($"{2 * i}", "even", levels: $"l{i}"),
                Library.Put($"{(2 * i) + 1}", "odd", levels: $"l{i}")
            );
        await stop.CancelAsync();

        Assert.All(await Task.WhenAll(readers), searches => Assert.True(searches >= 10));
        Assert.Equal(150, library.Find("even").Length);
    }

    [Fact]
    public void Says_so_when_it_is_used_after_its_end()
    {
        using var library = Library.Of("One");
        library.Index.Dispose();

        Assert.Throws<ObjectDisposedException>(() => library.Index.Search(new SearchQuery()));
        Assert.Throws<ObjectDisposedException>(() => library.Apply(Library.Remove("1")));
    }

    private static IEnumerable<byte[]?> Damage(byte[] bytes)
    {
        yield return null;
        yield return [];
        yield return bytes[..^1];
        yield return bytes[..(bytes.Length / 2)];
        yield return [.. "GIF89a"u8, .. bytes];
        for (var i = 0; i < bytes.Length; i += Math.Max(1, bytes.Length / 40))
        {
            var copy = bytes.ToArray();
            copy[i] ^= 0x10;
            yield return copy;
        }
    }
}
