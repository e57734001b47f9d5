namespace Dala.Standards.Citations;

/// <summary>What a reference says about a work.</summary>
public sealed record CitedWork
{
    public required string Title { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public IReadOnlyList<string> Translators { get; init; } = [];
    public IReadOnlyList<string> Illustrators { get; init; } = [];
    public string? Publisher { get; init; }

    /// <summary>ISO 8601: a year, a month or a day.</summary>
    public string? Published { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Language { get; init; }
    public string? Url { get; init; }

    /// <summary>The catalogue or series it belongs to.</summary>
    public string? Collection { get; init; }

    /// <summary>The licence's address, or what is known of it.</summary>
    public string? Licence { get; init; }
    public string? Note { get; init; }

    /// <summary>Year, month and day, as many as are known; empty where the text is no date.</summary>
    internal IReadOnlyList<int> Date
    {
        get
        {
            var parts = (Published ?? "").Split('T')[0].Split('-');
            var numbers = new List<int>();
            foreach (var part in parts.Take(3))
            {
                if (
                    !int.TryParse(
                        part,
                        System.Globalization.NumberStyles.None,
                        System.Globalization.CultureInfo.InvariantCulture,
                        out var number
                    )
                )
                    break;
                numbers.Add(number);
            }

            return numbers is [> 999, ..] ? numbers : [];
        }
    }
}
