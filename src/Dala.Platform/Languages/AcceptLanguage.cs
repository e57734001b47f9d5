using System.Globalization;

namespace Dala.Platform.Languages;

/// <summary>Reads the header <c>Accept-Language</c> (RFC 9110, 12.5.4); what it cannot read it leaves out.</summary>
internal static class AcceptLanguage
{
    // A header is a stranger's text: nobody reads more languages than this.
    private const int Most = 32;

    /// <summary>The language ranges that the reader accepts, the most wanted first.</summary>
    public static IEnumerable<string> Wanted(string? header) =>
        (header ?? "")
            .Split(',', Most + 1, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Take(Most)
            .Select(Read)
            .Where(wanted => wanted.Weight > 0)
            .OrderByDescending(wanted => wanted.Weight)
            .Select(wanted => wanted.Range);

    private static (string Range, decimal Weight) Read(string item)
    {
        var parts = item.Split(';', StringSplitOptions.TrimEntries);
        var weight = parts.Skip(1).FirstOrDefault(part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
        if (weight is null)
            return (parts[0], 1);
        return
            decimal.TryParse(weight[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) && read <= 1
            ? (parts[0], read)
            : (parts[0], 0);
    }
}
