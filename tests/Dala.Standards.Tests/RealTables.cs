using System.IO.Compression;
using System.Text;
using Dala.Testing;

namespace Dala.Standards.Tests;

/// <summary>Reads the tables of the shared data for tests: quoted fields, ragged rows, gzip.</summary>
internal static class RealTables
{
    public static IEnumerable<Dictionary<string, string>> OerCommons() => Read("oer-commons-csv/oer_commons_clean.csv", ';');

    public static IEnumerable<Dictionary<string, string>> Read(string path, char separator)
    {
        using var file = File.OpenRead(SharedData.At(path));
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        using var rows = Rows(reader.ReadToEnd(), separator, quoted: separator != '\t').GetEnumerator();
        rows.MoveNext();
        var header = rows.Current;
        while (rows.MoveNext())
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var column = 0; column < header.Count && column < rows.Current.Count; column++)
                row.TryAdd(header[column], rows.Current[column]);
            yield return row;
        }
    }

    private static IEnumerable<List<string>> Rows(string text, char separator, bool quoted)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var inside = false;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (quoted && letter == '"' && (inside || field.Length == 0))
            {
                if (inside && at + 1 < text.Length && text[at + 1] == '"')
                    field.Append(text[at++]);
                else
                    inside = !inside;
            }
            else if (!inside && letter == separator)
            {
                row.Add(field.ToString());
                field.Clear();
            }
            else if (!inside && letter == '\n')
            {
                row.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                yield return row;
                row = [];
            }
            else
            {
                field.Append(letter);
            }
        }

        if (field.Length > 0 || row.Count > 0)
            yield return [.. row, field.ToString()];
    }
}
