using System.Text;
using Dala.Standards.Records;
using Dala.Testing;

namespace Dala.Standards.Tests.Records;

/// <summary>Shortens what the tests of the readers say again and again.</summary>
internal static class Readings
{
    public static readonly RecordFormat Csv = new() { Kind = "csv" };
    public static readonly RecordFormat Json = new() { Kind = "json" };
    public static readonly RecordFormat JsonLines = new() { Kind = "jsonl" };
    public static readonly RecordFormat Links = new() { Kind = "links" };
    public static readonly RecordFormat Stories = new() { Kind = "stories" };

    public static List<Reading> OfShared(string path, RecordFormat format)
    {
        using var stream = File.OpenRead(SharedData.At(path));
        return [.. RecordReader.Read(stream, Path.GetFileName(path), format, new RecordLimits())];
    }

    public static List<Reading> Of(string text, RecordFormat format, RecordLimits? limits = null) =>
        Of(Encoding.UTF8.GetBytes(text), format, limits);

    public static List<Reading> Of(byte[] bytes, RecordFormat format, RecordLimits? limits = null)
    {
        using var stream = new MemoryStream(bytes);
        return Of(stream, format, limits);
    }

    public static List<Reading> Of(Stream stream, RecordFormat format, RecordLimits? limits = null) =>
        [.. RecordReader.Read(stream, "given", format, limits ?? new RecordLimits())];

    public static List<SourceRecord> Read(this IEnumerable<Reading> readings) =>
        [.. readings.OfType<Reading.Read>().Select(reading => reading.Record)];

    public static List<Reading.Refused> Refused(this IEnumerable<Reading> readings) => [.. readings.OfType<Reading.Refused>()];

    /// <summary>All records, where nothing may be refused.</summary>
    public static List<SourceRecord> Whole(this List<Reading> readings)
    {
        Assert.Empty(readings.Refused());
        return readings.Read();
    }

    public static string? One(this SourceRecord record, string path) => record.Values(path).SingleOrDefault();

    public static string Text(this SourceRecord record) => Encoding.UTF8.GetString(record.Raw.Span);

    public static string[][] Cells(this List<Reading> readings) =>
        [.. readings.Read().Select(record => ((CsvRecord)record).Cells.ToArray())];
}
