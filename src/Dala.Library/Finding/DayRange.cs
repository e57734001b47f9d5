using System.Globalization;
using System.Runtime.InteropServices;

namespace Dala.Library.Finding;

/// <summary>The days of a year, a month or a day, as people and records write them: <c>2019</c>, <c>2019-11</c>, <c>2019-11-25</c>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    /// <summary>The days, or null where the text is no date.</summary>
    public static DayRange? Of(string? text) =>
        text?.Length switch
        {
            4 when Day(text + "-01-01") is { } first => new(first, new DateOnly(first.Year, 12, 31)),
            7 when Day(text + "-01") is { } first => new(
                first,
                new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month))
            ),
            10 when Day(text) is { } day => new(day, day),
            _ => null,
        };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
