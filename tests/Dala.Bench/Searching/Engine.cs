using Dala.Search;
using Dala.Testing.Searching;

namespace Dala.Bench.Searching;

/// <summary>An engine in a folder of its own that takes the records and answers the log.</summary>
internal abstract class Engine(string folder, int records) : IDisposable
{
    /// <summary>This program's index, with words found as they are written, as the peers find them.</summary>
    public const string Own = "dala";

    /// <summary>The same index, with words found in all the ways it knows.</summary>
    public const string OwnAllLevels = "dala-all-levels";

    public const string Fts5 = "fts5";
    public const string Postgres = "postgres";

    public string Folder => folder;

    public int Records => records;

    /// <summary>How often the log is answered before it is measured, until the compiler has made the loops as quick as they get.</summary>
    public virtual int WarmingRounds => 5;

    /// <summary>How often the log is answered and measured; each query counts with its median.</summary>
    public virtual int Rounds => 3;

    /// <summary>How many queries several clients ask at once, together.</summary>
    public virtual int QueriesOfMany => 4_800;

    public virtual double CpuSeconds => Measure.CpuSeconds;

    public virtual double PeakMegabytes => Measure.PeakMegabytes;

    public virtual double ResidentMegabytes => Measure.Megabytes;

    public double SizeOnDisk =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1048576.0;

    public static Engine Of(string name, string folder, int records) =>
        name switch
        {
            Own => new OwnEngine(folder, records, MatchLevel.Same),
            OwnAllLevels => new OwnEngine(folder, records, MatchLevel.Near),
            Fts5 => new Fts5Engine(folder, records),
            Postgres => new PostgresEngine(folder, records),
            _ => throw new ArgumentException($"There is no engine {name}.", nameof(name)),
        };

    /// <summary>Takes the records in and makes them safe.</summary>
    public abstract void Build(IEnumerable<SyntheticRecord> records);

    /// <summary>What an operator would do once after a large import, so that queries are quick; measured apart.</summary>
    public virtual void Tidy() { }

    /// <summary>Opens what was built.</summary>
    public abstract void Open();

    /// <summary>A client for one thread.</summary>
    public abstract Client Connect();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

/// <summary>One who asks, on one thread.</summary>
internal abstract class Client : IDisposable
{
    /// <summary>The processor time that this client's queries have taken.</summary>
    public virtual long CpuNanoseconds => ThreadClock.Nanoseconds;

    /// <summary>Makes a query ready (where its deep page begins is looked up); what comes back answers it, with the total of hits.</summary>
    public abstract Func<int> Prepare(LoggedQuery query);

    /// <summary>The whole answer, to compare.</summary>
    public abstract Answer Answer(LoggedQuery query);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
