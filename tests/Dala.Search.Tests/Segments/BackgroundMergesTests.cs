using Dala.Search.Segments;

namespace Dala.Search.Tests.Segments;

public sealed class BackgroundMergesTests
{
    [Fact]
    public void Searches_and_changes_go_on_while_segments_merge_and_what_is_deleted_meanwhile_stays_deleted()
    {
        using var library = new Library(memory: 0);
        using var merging = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        try
        {
            DiskSteps.Watcher = (step, _) =>
            {
                if (step is not DiskStep.Write || Thread.CurrentThread.Name is not "Dala.Search merges")
                    return;
                merging.Set();
                Assert.True(goOn.Wait(TimeSpan.FromSeconds(30)));
            };
            var key = 0;
            while (!merging.IsSet)
            {
                Assert.InRange(key, 0, 1000);
                library.Apply(Library.Put($"{key++:0000}", "Old"));
                merging.Wait(TimeSpan.FromMilliseconds(20));
            }

            // The merge has read its segments and waits before it writes.
            library.Apply(Library.Remove("0000"), Library.Put("0001", "New"), Library.Put("9999", "New"));
            Assert.Equal(["0001", "9999"], library.Find("new"));
            Assert.Equal(key - 2, library.Find("old").Length);
            goOn.Set();
            library.Index.WaitForMerges();

            Assert.Equal(["0001", "9999"], library.Find("new"));
            Assert.Equal(key - 2, library.Find("old").Length);
            Assert.Equal(key, library.Index.Count);
            library.Apply();
            library.Reopen();
            Assert.Equal(["0001", "9999"], library.Find("new"));
            Assert.Equal(key, library.Index.Count);
        }
        finally
        {
            goOn.Set();
            DiskSteps.Watcher = null;
        }
    }

    [Fact]
    public void After_a_swap_that_failed_segments_still_merge()
    {
        using var library = new Library(memory: 0);
        using (var rebuild = library.Index.BeginRebuild())
        {
            rebuild.Apply([Library.Put("1", "One")], 1);
            DiskSteps.Watcher = (step, _) =>
            {
                if (step is DiskStep.Rename)
                    throw new IOException("No space left on device.");
            };
            Assert.Throws<IOException>(rebuild.Swap);
            DiskSteps.Watcher = null;
        }

        for (var i = 0; i < 50; i++)
            library.Apply(Library.Put($"{i}", "One"));
        library.Index.WaitForMerges();

        Assert.InRange(Directory.GetFiles(library.Path, "*.segment").Length, 1, 6);
        Assert.Equal(50, library.Index.Count);
    }
}
