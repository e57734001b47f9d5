using Dala.Search.Segments;
using FsCheck;
using FsCheck.Fluent;

namespace Dala.Search.Tests;

/// <summary>Whatever is done to an index in whatever order, and wherever it is cut off, it answers as one that reads every document.</summary>
public sealed class RandomOperationTests
{
    private const int Runs = 1000;
    private const int Longest = 16;

    [Fact]
    public void Any_sequence_of_operations_equals_reading_every_document() =>
        Check(
            (steps, random) =>
            {
                using var script = new IndexScript(random.Next(3));
                foreach (var step in steps)
                    script.Do(step);

                IndexScript.Compare(script.Index, script.Now, random);
                script.Commit();
                script.Index.WaitForMerges();
                AssertNoFileIsLeftOver(script);
                script.Reopen();
                IndexScript.Compare(script.Index, script.Now, random);
            }
        );

    [Fact]
    public void After_a_crash_at_any_step_the_state_is_that_of_the_last_commit() =>
        Check(
            (steps, random) =>
            {
                using var crash = new Crash(random);
                using (var script = new IndexScript(random.Next(3)))
                {
                    crash.Watch(script);
                    foreach (var step in steps.TakeWhile(_ => !crash.HasHappened))
                    {
                        script.Do(step);
                        // So that one thread writes at a time, and what a crash leaves is what there was at one moment.
                        script.Index.WaitForMerges();
                    }

                    if (crash.HasHappened)
                        script.CompareImage(crash.Image, crash.Committed, crash.Committing, random);
                    crash.Forget();
                }
            }
        );

    [Fact]
    public void When_the_disk_is_full_at_any_step_the_index_goes_on_serving_and_the_next_commit_works() =>
        Check(
            (steps, random) =>
            {
                using var script = new IndexScript(random.Next(3));
                var full = random.Next(30);
                var free = full + random.Next(1, 6);
                var at = 0;
                DiskSteps.Watcher = (step, path) =>
                {
                    var now = Interlocked.Increment(ref at) - 1;
                    if (step is DiskStep.Delete || now < Volatile.Read(ref full) || now >= free)
                        return;
                    if (step is DiskStep.Write)
                        File.WriteAllText(path, "half");
                    throw new IOException("No space left on device.");
                };

                foreach (var step in steps)
                {
                    try
                    {
                        script.Do(step);
                    }
                    catch (IOException)
                    {
                        script.Recover();
                    }

                    IndexScript.Compare(script.Index, script.Now, random);
                }

                Volatile.Write(ref full, int.MaxValue);
                DiskSteps.Watcher = null;
                script.Commit();
                script.Index.WaitForMerges();
                script.Do(new Step(Deed.Apply, random.Next()));
                script.Commit();
                script.Index.WaitForMerges();
                AssertNoFileIsLeftOver(script);
                script.Reopen();
                IndexScript.Compare(script.Index, script.Now, random);
            }
        );

    private static void AssertNoFileIsLeftOver(IndexScript script) =>
        Assert.Equal(
            script.NamedFiles().Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(script.Path).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)
        );

    private static void Check(Action<Step[], Random> run) =>
        Prop.ForAll(
                Step.Scripts(Longest),
                Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
                (steps, seed) =>
                {
                    try
                    {
                        run(steps, new Random(seed));
                    }
                    finally
                    {
                        DiskSteps.Watcher = null;
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));

    /// <summary>Keeps what the disk holds at one of its steps, as it is when a process ends there, or with what a loss of power may do besides.</summary>
    private sealed class Crash(Random random) : IDisposable
    {
        private readonly TemporaryFolder _image = TemporaryFolder.InMemory();
        private readonly bool _losesPower = random.Next(2) == 0;
        private readonly HashSet<string> _flushed = [];
        private readonly HashSet<string> _namesFlushed = [];
        private IndexScript _script = null!;
        private byte[]? _manifestBefore;
        private int _left = random.Next(40);

        public bool HasHappened { get; private set; }

        public string Image => _image.Path;

        public long Committed { get; private set; }

        public long Committing { get; private set; }

        public void Watch(IndexScript script)
        {
            _script = script;
            script.Index.WaitForMerges();
            // An index that has just begun is on the disk.
            foreach (var file in Directory.EnumerateFiles(script.Path))
            {
                _flushed.Add(file);
                _namesFlushed.Add(file);
            }

            DiskSteps.Watcher = Before;
        }

        public void Forget() => DiskSteps.Watcher = null;

        public void Dispose() => _image.Dispose();

        private void Before(DiskStep step, string path)
        {
            if (HasHappened)
                return;
            if (_left-- == 0)
            {
                Keep(step, path);
                return;
            }

            switch (step)
            {
                case DiskStep.Write:
                    _flushed.Remove(path);
                    _namesFlushed.Remove(path);
                    break;
                case DiskStep.Flush:
                    _flushed.Add(path);
                    break;
                case DiskStep.Rename:
                    _manifestBefore = File.Exists(path) ? File.ReadAllBytes(path) : null;
                    _namesFlushed.Remove(path);
                    if (_flushed.Remove(path + ".new"))
                        _flushed.Add(path);
                    else
                        _flushed.Remove(path);
                    break;
                case DiskStep.Delete:
                    break;
                default:
                    _namesFlushed.UnionWith(Directory.EnumerateFiles(path));
                    break;
            }
        }

        private void Keep(DiskStep step, string path)
        {
            HasHappened = true;
            (Committed, Committing) = (_script.Committed, _script.Committing);
            foreach (var file in Directory.EnumerateFiles(_script.Path))
            {
                var name = Path.GetFileName(file);
                if (name == "lock")
                    continue;
                // A file that is being written has some beginning.
                var bytes = step is DiskStep.Flush && file == path ? "begin"u8.ToArray() : File.ReadAllBytes(file);
                if (_losesPower && !_namesFlushed.Contains(file) && random.Next(2) == 0)
                {
                    // The name has not come to the disk: a new file is gone, and the manifest is the one before.
                    if (name != "manifest" || _manifestBefore is null)
                        continue;
                    bytes = _manifestBefore;
                }
                else if (_losesPower && !_flushed.Contains(file))
                {
                    bytes = bytes[..random.Next(bytes.Length + 1)];
                }

                File.WriteAllBytes(Path.Combine(Image, name), bytes);
            }
        }
    }
}
