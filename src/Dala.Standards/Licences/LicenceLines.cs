using System.Text;
using Dala.Standards.Records;

namespace Dala.Standards.Licences;

/// <summary>Licence statements one a line, as a column of a catalogue is taken out to be looked at.</summary>
public static class LicenceLines
{
    /// <summary>Bytes of a line; what is longer is no name of a licence, and only its beginning is read.</summary>
    private const int LongestLine = 1 << 16;

    /// <summary>One reading for each line, also for empty ones, so that line and reading can be counted off against each other.</summary>
    public static IEnumerable<LicenceReading> Read(Stream lines, CancellationToken ct)
    {
        foreach (var line in Lines.Of(new ByteWindow(lines, ct), LongestLine))
        {
            var text = Encoding.UTF8.GetString(line.Bytes);
            // A mark of the byte order before the first line.
            yield return Licences.Recognise(line.Number == 1 ? text.TrimStart('\uFEFF') : text);
        }
    }
}
