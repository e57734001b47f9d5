using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Dala.Search.Segments;

/// <summary>
/// The files of an index. The manifest names the segments that count and is replaced by a rename: before it the old state holds, after it the new.
/// Files it does not name are left-overs of a crash.
/// </summary>
internal sealed partial class IndexFolder : IDisposable
{
    private const string ManifestName = "manifest";
    private const string Format = "dala-search 6";

    private readonly string _path;
    private readonly IndexSchema _schema;
    private readonly FileStream _lock;
    private long _nextNumber = 1;

    private IndexFolder(string path, IndexSchema schema)
    {
        _path = path;
        _schema = schema;
        Directory.CreateDirectory(path);
        _lock = new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    private string ManifestPath => Path.Combine(_path, ManifestName);

    public static IndexFolder Open(string path, IndexSchema schema, out IReadOnlyList<SegmentView> views, out long through)
    {
        var folder = new IndexFolder(path, schema);
        var opened = new List<SegmentView>();
        try
        {
            through = folder.Load(opened);
            folder.RemoveLeftOvers(opened);
            views = opened;
            return folder;
        }
        catch
        {
            foreach (var view in opened)
            {
                view.Segment.Hold();
                view.Segment.Release();
            }

            folder.Dispose();
            throw;
        }
    }

    /// <summary>Writes a segment under a new number and opens it.</summary>
    public Segment Add(SegmentContent content)
    {
        var number = TakeNumber();
        var path = SegmentPath(number);
        try
        {
            content.Save(path);
            return Segment.Open(path, number, _schema);
        }
        catch
        {
            DiskSteps.Delete(path);
            throw;
        }
    }

    /// <summary>Opens a segment under a new number without writing it.</summary>
    public Segment InMemory(SegmentContent content)
    {
        var number = TakeNumber();
        return Segment.InMemory(SegmentPath(number), number, content, _schema);
    }

    /// <summary>Writes a segment that is in memory, and opens the file.</summary>
    public Segment Saved(Segment young)
    {
        young.Save();
        return Segment.Open(young.Path, young.Id, _schema);
    }

    /// <summary>A path for what a merge cannot hold in memory.</summary>
    public string OverflowPath() => Path.Combine(_path, TakeNumber().ToString("x8", CultureInfo.InvariantCulture));

    /// <summary>Makes these segments the index, which survives the end of the process; <see cref="FlushNames"/> makes it survive a loss of power.</summary>
    public void Commit(IReadOnlyList<SegmentView> views, long through)
    {
        foreach (var view in views)
        {
            // Only now, because a merge may have made a new segment superfluous at once.
            if (!view.Segment.IsFlushed)
                view.Segment.Flush();
            if (view.Deletions is { Count: > 0, Version: 0 })
            {
                var version = TakeNumber();
                view.Deletions.Save(DeletionsPath(view.Segment.Id, version), version);
            }
        }

        // The names of the segment files must be on the disk before the manifest that counts on them.
        FlushNames();
        var lines = new StringBuilder();
        lines.Append(Format).Append('\n');
        lines.Append("schema ").Append(SchemaText()).Append('\n');
        lines.Append(CultureInfo.InvariantCulture, $"through {through}\n");
        lines.Append(CultureInfo.InvariantCulture, $"next {Interlocked.Read(ref _nextNumber)}\n");
        foreach (var view in views)
            lines.Append(
                CultureInfo.InvariantCulture,
                $"segment {view.Segment.Id} {(view.Deletions.Count > 0 ? view.Deletions.Version : 0)}\n"
            );
        var body = Encoding.UTF8.GetBytes(lines.ToString());
        var fresh = ManifestPath + ".new";
        DiskSteps.Before(DiskStep.Write, fresh);
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(body);
            file.Write(Encoding.UTF8.GetBytes(SumLine(body)));
            DiskSteps.Before(DiskStep.Flush, fresh);
            file.Flush(flushToDisk: true);
        }

        DiskSteps.Before(DiskStep.Rename, ManifestPath);
        File.Move(fresh, ManifestPath, overwrite: true);
    }

    /// <summary>Deletes lists of deletions that the manifest no longer names.</summary>
    public void RemoveOldDeletions(IReadOnlyList<SegmentView> views)
    {
        var named = views
            .Select(view => DeletionsPath(view.Segment.Id, view.Deletions.Version))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_path, "*.deleted").Where(file => !named.Contains(file)))
            DiskSteps.Delete(file);
    }

    /// <summary>Waits until the names of the files are on the disk: fsync(2) on the folder, for which .NET has no call, and Windows no need.</summary>
    public void FlushNames()
    {
        DiskSteps.Before(DiskStep.FlushNames, _path);
        if (OperatingSystem.IsWindows())
            return;
        var folder = OpenFolder(_path, 0);
        if (folder < 0)
            throw new IOException($"The folder {_path} cannot be flushed to the disk: error {Marshal.GetLastPInvokeError()}.");
        try
        {
            if (Flush(folder) != 0)
                throw new IOException(
                    $"The folder {_path} cannot be flushed to the disk: error {Marshal.GetLastPInvokeError()}."
                );
        }
        finally
        {
            _ = Close(folder);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static string SumLine(byte[] body) => string.Create(CultureInfo.InvariantCulture, $"sum {Checksum.Of(body):x8}\n");

    private string SchemaText() =>
        string.Join(',', _schema.Texts.Select(text => Uri.EscapeDataString(text.Name)))
        + ";"
        + string.Join(',', _schema.Facets.Select(Uri.EscapeDataString));

    private long TakeNumber() => Interlocked.Increment(ref _nextNumber) - 1;

    private string SegmentPath(long number) =>
        Path.Combine(_path, number.ToString("x8", CultureInfo.InvariantCulture) + ".segment");

    private string DeletionsPath(long segment, long version) =>
        Path.Combine(_path, string.Create(CultureInfo.InvariantCulture, $"{segment:x8}-{version:x8}.deleted"));

    private long Load(List<SegmentView> views)
    {
        if (!File.Exists(ManifestPath))
        {
            Begin();
            return 0;
        }

        var bytes = File.ReadAllBytes(ManifestPath);
        var sumAt = bytes.AsSpan().LastIndexOf("sum "u8);
        if (sumAt < 0 || !bytes.AsSpan(sumAt).SequenceEqual(Encoding.UTF8.GetBytes(SumLine(bytes[..sumAt]))))
            throw new IndexDamagedException(ManifestPath, "its checksum is wrong");
        var lines = Encoding.UTF8.GetString(bytes, 0, sumAt).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length < 4 || !string.Equals(lines[0], Format, StringComparison.Ordinal))
            throw new IndexDamagedException(ManifestPath, "it is of another version");
        if (!string.Equals(lines[1], "schema " + SchemaText(), StringComparison.Ordinal))
            throw new IndexDamagedException(ManifestPath, "it was made with other fields");
        var through = Number(lines[2], "through");
        _nextNumber = Number(lines[3], "next");
        foreach (var line in lines.Skip(4))
        {
            var parts = line.Split(' ');
            var number = long.Parse(parts[1], CultureInfo.InvariantCulture);
            var version = long.Parse(parts[2], CultureInfo.InvariantCulture);
            var segment = Segment.Open(SegmentPath(number), number, _schema);
            segment.IsFlushed = true;
            views.Add(new SegmentView(segment, Deletions.None));
            if (version > 0)
                views[^1] = new SegmentView(segment, Deletions.Open(DeletionsPath(number, version), version, segment.Documents));
        }

        return through;
    }

    // The first file of an index is its manifest, so that later it is known to be missing.
    private void Begin()
    {
        if (Directory.EnumerateFiles(_path, "*.segment").Any())
            throw new IndexDamagedException(ManifestPath, "it is missing");
        Commit([], 0);
        FlushNames();
    }

    private long Number(string line, string name) =>
        line.StartsWith(name + " ", StringComparison.Ordinal)
        && long.TryParse(line.AsSpan(name.Length + 1), CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new IndexDamagedException(ManifestPath, $"it has no {name}");

    private void RemoveLeftOvers(List<SegmentView> views)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var view in views)
        {
            named.Add(view.Segment.Path);
            named.Add(DeletionsPath(view.Segment.Id, view.Deletions.Version));
        }

        foreach (var file in Directory.EnumerateFiles(_path))
        {
            if (Path.GetExtension(file) is ".segment" or ".deleted" or ".new" && !named.Contains(file))
                DiskSteps.Delete(file);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFolder(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(int file);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int file);
}
