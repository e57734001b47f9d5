using System.Globalization;
using System.Text;

namespace Dala.Standards.Records;

/// <summary>A row of a table; a path is the name of a column.</summary>
public sealed class CsvRecord : SourceRecord
{
    private readonly CsvHeader header;

    internal CsvRecord(Place place, ReadOnlyMemory<byte> raw, CsvHeader header, IReadOnlyList<string> cells)
        : base(place, raw)
    {
        this.header = header;
        Cells = cells;
    }

    /// <summary>The cells as they stand, empty ones too.</summary>
    public IReadOnlyList<string> Cells { get; }

    public override string MediaType => "text/csv; charset=utf-8; header=absent";

    public override IEnumerable<KeyValuePair<string, string>> Leaves()
    {
        for (var column = 0; column < Cells.Count; column++)
        {
            if (Cells[column].Length > 0)
                yield return new(header.NameOf(column), Cells[column]);
        }
    }

    protected override IEnumerable<string> ValuesAt(string path)
    {
        if (path == CsvHeader.Surplus)
            return Cells.Skip(header.Count).Where(cell => cell.Length > 0);
        return header.ColumnOf(path) is { } column && column < Cells.Count && Cells[column].Length > 0 ? [Cells[column]] : [];
    }
}

/// <summary>The names of the columns; a column without a name is named by its place, <c>@0</c>, <c>@1</c>, …</summary>
internal sealed class CsvHeader
{
    public const string Surplus = "@surplus";
    private readonly List<string> names = [];
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    public CsvHeader(IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            var name = cell.Trim() is { Length: > 0 } given ? given : Numbered(names.Count);
            var unique = name;
            for (var again = 2; columns.ContainsKey(unique); again++)
                unique = $"{name}#{again.ToString(CultureInfo.InvariantCulture)}";
            columns[unique] = names.Count;
            names.Add(unique);
        }
    }

    public int Count => names.Count;

    public string NameOf(int column) => column < names.Count ? names[column] : Numbered(column);

    public int? ColumnOf(string name)
    {
        if (columns.TryGetValue(name, out var column))
            return column;
        return
            name.StartsWith('@') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static string Numbered(int column) => "@" + column.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Takes the cells out of a whole row.</summary>
internal static class CsvCells
{
    public static List<string> Of(ReadOnlySpan<byte> row, byte separator)
    {
        var cells = new List<string>();
        while (true)
        {
            var length = row is [(byte)'"', ..] ? Quoted(row, separator, cells) : Plain(row, separator, cells);
            if (length == row.Length)
                return cells;
            row = row[(length + 1)..];
        }
    }

    private static int Plain(ReadOnlySpan<byte> row, byte separator, List<string> cells)
    {
        var length = row.IndexOf(separator) is >= 0 and var at ? at : row.Length;
        cells.Add(Encoding.UTF8.GetString(row[..length]));
        return length;
    }

    private static int Quoted(ReadOnlySpan<byte> row, byte separator, List<string> cells)
    {
        var close = 1;
        var doubled = false;
        while (true)
        {
            var at = row[close..].IndexOf((byte)'"');
            close = at < 0 ? row.Length : close + at;
            if (close + 1 >= row.Length || row[close + 1] != '"')
                break;
            doubled = true;
            close += 2;
        }

        var value = Encoding.UTF8.GetString(row[1..close]);
        if (doubled)
            value = value.Replace("\"\"", "\"", StringComparison.Ordinal);

        // Text behind a closing quote breaks RFC 4180 but is seen in the wild; it is kept rather than dropped.
        var behind = Math.Min(close + 1, row.Length);
        var tail = row[behind..].IndexOf(separator) is >= 0 and var stop ? stop : row.Length - behind;
        cells.Add(tail == 0 ? value : value + Encoding.UTF8.GetString(row.Slice(behind, tail)));
        return behind + tail;
    }
}
