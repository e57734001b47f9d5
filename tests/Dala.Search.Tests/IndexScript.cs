using FsCheck;
using FsCheck.Fluent;

namespace Dala.Search.Tests;

/// <summary>What may happen to an index.</summary>
internal enum Deed
{
    Apply,
    Commit,
    WaitForMerges,
    Reopen,
    Rebuild,
    Compact,
    Ask,
}

/// <summary>One step of a script; what it does in particular follows from the seed.</summary>
internal sealed record Step(Deed Deed, int Seed)
{
    // Changes and commits happen most.
    private static readonly Deed[] Weighed =
    [
        Deed.Apply,
        Deed.Apply,
        Deed.Apply,
        Deed.Apply,
        Deed.Commit,
        Deed.Commit,
        Deed.Commit,
        Deed.WaitForMerges,
        Deed.Reopen,
        Deed.Rebuild,
        Deed.Compact,
        Deed.Ask,
        Deed.Ask,
    ];

    /// <summary>Scripts of up to so many steps; one that fails is made shorter.</summary>
    public static Arbitrary<Step[]> Scripts(int longest) =>
        Arb.From(
            Gen.Choose(1, longest)
                .SelectMany(length =>
                    Gen.Elements(Weighed)
                        .SelectMany(deed => Gen.Choose(0, int.MaxValue - 1).Select(seed => new Step(deed, seed)))
                        .ArrayOf(length)
                ),
            steps => Enumerable.Range(0, steps.Length).Select(i => (Step[])[.. steps[..i], .. steps[(i + 1)..]])
        );
}

/// <summary>Does the steps of a script to an index, and to one that reads every document, and compares.</summary>
internal sealed class IndexScript : IDisposable
{
    private const int Keys = 40;

    private static readonly long[] Memories = [0, 4 << 10, 1 << 20];

    private readonly TemporaryFolder _folder = TemporaryFolder.InMemory();
    private readonly IndexOptions _options;
    private readonly Dictionary<long, NaiveIndex> _states = new() { [0] = new NaiveIndex() };
    private readonly HashSet<long> _tried = [];
    private long _last;

    public IndexScript(int seed)
    {
        _options = new IndexOptions { Memory = Memories[seed % Memories.Length] };
        Index = SearchIndex.Open(_folder.Path, Library.Schema, _options);
    }

    public SearchIndex Index { get; private set; }

    public string Path => _folder.Path;

    /// <summary>What was last made safe.</summary>
    public long Committed { get; private set; }

    /// <summary>What a commit or swap that is going on makes safe; else the same.</summary>
    public long Committing { get; private set; }

    public NaiveIndex Now => _states[Through];

    /// <summary>What the index holds.</summary>
    public long Through { get; private set; }

    public void Do(Step step)
    {
        var random = new Random(step.Seed);
        switch (step.Deed)
        {
            case Deed.Apply:
                Apply(random);
                break;
            case Deed.Commit:
                Commit();
                break;
            case Deed.WaitForMerges:
                Index.WaitForMerges();
                break;
            case Deed.Reopen:
                Reopen();
                break;
            case Deed.Rebuild:
                Rebuild(random);
                break;
            case Deed.Compact:
                MakeSafe(Index.Compact);
                break;
            default:
                Compare(Index, Now, random);
                break;
        }
    }

    public void Commit() => MakeSafe(Index.Commit);

    private void MakeSafe(Action write)
    {
        Committing = Through;
        _tried.Add(Committing);
        write();
        Committed = Through;
        _tried.Clear();
    }

    public void Reopen()
    {
        Index.Dispose();
        Through = Committed;
        Open();
    }

    /// <summary>After a step that failed the index says itself where it stands, which must be before or after the step.</summary>
    public void Recover()
    {
        // An opening that failed left nothing open.
        try
        {
            _ = Index.Through;
        }
        catch (ObjectDisposedException)
        {
            Open();
        }

        Assert.Contains(Index.Through, (long[])[Through, Committing]);
        Through = Index.Through;
    }

    /// <summary>Opens a folder that a crash left, which must hold one of the states that were safe, and goes on with it.</summary>
    public void CompareImage(string path, long committed, long committing, Random random)
    {
        using (var index = SearchIndex.Open(path, Library.Schema, _options))
        {
            Assert.Contains(index.Through, (long[])[committed, committing]);
            var state = _states[index.Through].Copy();
            Compare(index, state, random);
            var changes = Changes(random);
            index.Apply(changes, 1_000_000);
            index.Commit();
            state.Apply(changes);
            _states[1_000_000] = state;
        }

        using var again = SearchIndex.Open(path, Library.Schema, _options);
        Assert.Equal(1_000_000, again.Through);
        Compare(again, _states[1_000_000], random);
    }

    public static void Compare(SearchIndex index, NaiveIndex naive, Random random)
    {
        Assert.Equal(naive.Count, index.Count);
        OracleTests.AssertSame(
            index,
            naive,
            new SearchQuery
            {
                Size = 1000,
                Facets = ["level", "language"],
                Furthest = MatchLevel.Same,
            }
        );
        OracleTests.AssertSame(index, naive, OracleTests.Query(random));
    }

    /// <summary>The files that the manifest counts on, and the folder's own.</summary>
    public IEnumerable<string> NamedFiles() => NamedFiles(Path);

    public static IEnumerable<string> NamedFiles(string folder)
    {
        yield return "lock";
        yield return "manifest";
        foreach (var line in File.ReadLines(System.IO.Path.Combine(folder, "manifest")))
        {
            if (line.Split(' ') is not ["segment", var number, var version])
                continue;
            var name = long.Parse(number, System.Globalization.CultureInfo.InvariantCulture).ToString("x8", null);
            yield return name + ".segment";
            if (version != "0")
                yield return $"{name}-{long.Parse(version, System.Globalization.CultureInfo.InvariantCulture):x8}.deleted";
        }
    }

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
    }

    // A commit that failed at its very last step may be there after all.
    private void Open()
    {
        Index = SearchIndex.Open(_folder.Path, Library.Schema, _options);
        Assert.Contains(Index.Through, _tried.Append(Committed));
        _tried.Clear();
        Through = Committed = Committing = Index.Through;
    }

    private static IndexChange[] Changes(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => OracleTests.Change(random, Keys))];

    private void Apply(Random random)
    {
        var changes = Changes(random);
        var through = ++_last;
        Index.Apply(changes, through);
        _states[through] = Now.Copy();
        _states[through].Apply(changes);
        Through = through;
    }

    private void Rebuild(Random random)
    {
        var state = new NaiveIndex();
        using var rebuild = Index.BeginRebuild();
        for (var part = random.Next(1, 4); part > 0; part--)
        {
            var changes = Changes(random);
            rebuild.Apply(changes, ++_last);
            state.Apply(changes);
        }

        // One in four is given up.
        if (random.Next(4) == 0)
            return;
        _states[_last] = state;
        Committing = _last;
        _tried.Add(Committing);
        rebuild.Swap();
        _tried.Clear();
        Committed = Through = Committing;
    }
}
