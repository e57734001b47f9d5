using System.Collections.Concurrent;

namespace Dala.Library.Importing;

/// <summary>Remembers what was read from statements that catalogues repeat in every row, such as licences and languages.</summary>
internal sealed class KnownReadings<T>(Func<string, T> read)
{
    /// <summary>A catalogue has few of them; a file that would fill the memory with its own is read without.</summary>
    private const int Most = 4096;
    private const int Longest = 200;
    private readonly ConcurrentDictionary<string, T> readings = new(StringComparer.Ordinal);

    public T Of(string statement)
    {
        if (statement.Length > Longest)
            return read(statement);
        if (readings.TryGetValue(statement, out var known))
            return known;
        var reading = read(statement);
        if (readings.Count < Most)
            readings[statement] = reading;
        return reading;
    }
}
