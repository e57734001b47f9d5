using Dala.Library.Importing;
using Dala.Testing;

namespace Dala.Bench;

/// <summary>Files to findable resources: read, map, decide the licence, store, index.</summary>
internal static class ImportBench
{
    public static async Task<int> Run()
    {
        Console.WriteLine(Measure.Machine);
        await using var library = new TestLibrary();
        await Line("works", library, Gutenberg.Works);
        await Line("works again", library, Gutenberg.Works);
        await Line("subjects", library, Gutenberg.Subjects);
        Console.WriteLine($"peak memory {Measure.PeakMegabytes:F0} MB; store {Size(library, "dala.db"):F0} MB; index {Size(library, "index"):F0} MB");
        return 0;
    }

    private static async Task Line(string name, TestLibrary library, string file)
    {
        ImportReport report = null!;
        var import = await Measure.Of(async () => report = (await library.Import("gutenberg-catalogue", file)).Value);
        var index = await Measure.Of(() => library.Index());
        var wall = import.Wall + index.Wall;
        Console.WriteLine(
            $"{name}: {report.Records:N0} records, {report.New:N0} new, {report.Changed:N0} changed, {report.Same:N0} same; import {import.Wall:F1} s wall, {import.Cpu:F1} s CPU;"
                + $" index {index.Wall:F1} s wall, {index.Cpu:F1} s CPU; end to end {report.Records / wall:N0} records/s, {report.Records / (import.Cpu + index.Cpu):N0} records per CPU second"
        );
    }

    private static double Size(TestLibrary library, string name)
    {
        var path = library.Folder.At("data/" + name);
        return (Directory.Exists(path) ? new DirectoryInfo(path).EnumerateFiles().Sum(file => file.Length) : new FileInfo(path).Length) / 1048576.0;
    }
}
