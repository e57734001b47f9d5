using System.Globalization;

namespace Dala.Platform.Settings;

/// <summary>Numbers of bytes as people write them: <c>4 MB</c> is 4 × 1,024 × 1,024.</summary>
public static class ByteSize
{
    private static readonly (string Unit, long Factor)[] Units = [("KB", 1L << 10), ("MB", 1L << 20), ("GB", 1L << 30), ("", 1)];

    public static object? Read(string text)
    {
        var (unit, factor) = Units.First(known => text.EndsWith(known.Unit, StringComparison.OrdinalIgnoreCase));
        var number = text[..^unit.Length].Trim();
        return
            long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            && amount <= long.MaxValue / factor
            ? amount * factor
            : null;
    }
}
