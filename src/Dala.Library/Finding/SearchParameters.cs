using System.Globalization;
using Dala.Platform;
using Dala.Platform.Web;
using Dala.Search;
using Microsoft.AspNetCore.Mvc;

namespace Dala.Library.Finding;

/// <summary>What stands in the address of a search, on the page, in the feed and in the API alike, as it was typed.</summary>
public sealed record SearchParameters
{
    /// <summary>Letters of a question; longer ones are pasted texts.</summary>
    public const int LongestQuestion = 500;

    /// <summary>Results on one page.</summary>
    public const int LargestPage = 100;

    /// <summary>Values of all filters together.</summary>
    public const int MostFilters = 50;

    /// <summary>Languages that come first.</summary>
    public const int MostPreferred = 10;

    /// <summary>No language comes first.</summary>
    public const string NoPreference = "off";

    /// <summary>Words, <c>"a phrase"</c>, <c>begin*</c>, <c>about~</c>, <c>-without</c>, <c>title:word</c>.</summary>
    [FromQuery(Name = "q")]
    public string? Question { get; init; }

    /// <summary>all (the usual) or any: whether all words must be met or one is enough.</summary>
    [FromQuery(Name = "match")]
    public string? Match { get; init; }

    /// <summary>true: words are found only as they are typed.</summary>
    [FromQuery(Name = "exact")]
    public string? Exact { get; init; }

    /// <summary>BCP 47 tags.</summary>
    [FromQuery(Name = "language")]
    public string[]? Language { get; init; }

    /// <summary>change, sell, or mix: with what is in the basket.</summary>
    [FromQuery(Name = "may")]
    public string[]? May { get; init; }

    /// <summary>T1 to T5.</summary>
    [FromQuery(Name = "tier")]
    public string[]? Tier { get; init; }

    /// <summary>Terms of HCRT.</summary>
    [FromQuery(Name = "type")]
    public string[]? Type { get; init; }

    /// <summary>0 to 8 of ISCED 2011.</summary>
    [FromQuery(Name = "level")]
    public string[]? Level { get; init; }

    /// <summary>Codes of ISCED-F 2013, broad or fine.</summary>
    [FromQuery(Name = "subject")]
    public string[]? Subject { get; init; }

    /// <summary>Names of sources.</summary>
    [FromQuery(Name = "source")]
    public string[]? Source { get; init; }

    /// <summary>A year, month or day; nothing published or changed before it.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>A year, month or day; nothing published or changed after its end.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>Languages that come first, as BCP 47 tags with commas between, or off.</summary>
    [FromQuery(Name = "prefer")]
    public string? Prefer { get; init; }

    /// <summary>relevance, newest or title.</summary>
    [FromQuery(Name = "order")]
    public string? Order { get; init; }

    /// <summary>The cursor of the page before; the page writes those of the pages before that into its addresses too (<see cref="PageTrail"/>).</summary>
    [FromQuery(Name = "after")]
    public string? After { get; init; }

    /// <summary>Results on one page, 1 to 100.</summary>
    [FromQuery(Name = "size")]
    public string? Size { get; init; }

    /// <summary>true: each result says why it was found.</summary>
    [FromQuery(Name = "explain")]
    public string? Explain { get; init; }

    /// <summary>The key of a basket, which pages carry along; it matters only to may=mix.</summary>
    [FromQuery(Name = PageContext.BasketParameter)]
    public string? Basket { get; init; }

    private static readonly string[] Others =
    [
        PageContext.BasketParameter,
        "q",
        "match",
        "exact",
        "from",
        "to",
        "prefer",
        "order",
        "after",
        "size",
        "explain",
    ];

    /// <summary>Whether only what goes together with the basket is wanted.</summary>
    public bool IsMix => Values(May).Contains(Allowed.Mix);

    /// <summary>Filters by their names, as the command line takes them.</summary>
    public static SearchParameters OfFilters(string question, ILookup<string, string> filters) =>
        new()
        {
            Question = question,
            Language = [.. filters["language"]],
            May = [.. filters["may"]],
            Tier = [.. filters["tier"]],
            Type = [.. filters["type"]],
            Level = [.. filters["level"]],
            Subject = [.. filters["subject"]],
            Source = [.. filters["source"]],
        };

    /// <summary>What is asked, or everything that is wrong with the address.</summary>
    /// <param name="names">The names of all parameters that were sent: one that nobody knows would be a filter that does not filter.</param>
    public Outcome<Find> Read(IEnumerable<string> names, int usualSize)
    {
        var filters = Filters();
        var size = usualSize;
        var (from, to) = (DayRange.Of(From), DayRange.Of(To));
        var preferred = Preferred();
        var checks = new Checks()
            .That((Question ?? "").Length <= LongestQuestion, "/q", "library.search.too-long", LongestQuestion)
            .That(
                string.IsNullOrEmpty(Size)
                    || (
                        int.TryParse(Size, NumberStyles.None, CultureInfo.InvariantCulture, out size)
                        && size is > 0 and <= LargestPage
                    ),
                "/size",
                "library.search.bad-size",
                Size ?? "",
                LargestPage
            )
            .That(OrderOf(Order) is not null, "/order", "library.search.bad-order", Order ?? "")
            .That(Match is null or "" or "all" or "any", "/match", "library.search.bad-match", Match ?? "")
            .That(SwitchOf(Exact) is not null, "/exact", "library.search.bad-switch", Exact ?? "")
            .That(SwitchOf(Explain) is not null, "/explain", "library.search.bad-switch", Explain ?? "")
            .That(from is not null || string.IsNullOrEmpty(From), "/from", "library.search.bad-date", From ?? "")
            .That(to is not null || string.IsNullOrEmpty(To), "/to", "library.search.bad-date", To ?? "")
            .That(
                from is null || to is null || from.Value.First <= to.Value.Last,
                "/to",
                "library.search.ends-before",
                To ?? "",
                From ?? ""
            )
            .That(
                preferred is null || (preferred.Count <= MostPreferred && preferred.All(IsTag)),
                "/prefer",
                "library.search.bad-preference",
                Prefer ?? "",
                MostPreferred
            )
            .That(filters.Values.Sum(values => values.Count) <= MostFilters, "/", "library.search.too-many-filters", MostFilters);
        foreach (var tier in filters["tier"])
            checks.That(
                Enum.TryParse<Standards.Licences.Tier>(tier, out _) && tier is ['T', _],
                "/tier",
                "library.search.bad-tier",
                tier
            );
        foreach (var may in Values(May))
            checks.That(Allowed.All.Contains(may), "/may", "library.search.bad-may", may);
        foreach (var level in filters["level"])
            checks.That(LibraryNames.Levels.Contains(level), "/level", "library.search.bad-level", level);
        foreach (var name in names.Where(name => !IsKnown(name)))
            checks.That(
                false,
                "/" + name,
                "library.search.unknown-parameter",
                name,
                string.Join(", ", LibraryIndex.Facets.Concat(Others))
            );
        if (checks.Problem is { } problem)
            return problem;

        return new Find
        {
            Text = Question?.Trim() ?? "",
            Any = Match == "any",
            Exact = SwitchOf(Exact)!.Value,
            Filters = filters,
            From = from?.First,
            To = to?.Last,
            Preferred = preferred,
            Explain = SwitchOf(Explain)!.Value,
            Order = OrderOf(Order)!.Value,
            After = PageTrail.Cursor(After),
            Size = size,
        };
    }

    private static bool IsKnown(string name) =>
        LibraryIndex.Facets.Concat(Others).Contains(name, StringComparer.OrdinalIgnoreCase)
        // What other sites append to count their visitors asks nothing of us.
        || name.StartsWith("utm_", StringComparison.Ordinal);

    private static SearchOrder? OrderOf(string? order) =>
        order switch
        {
            null or "" or "relevance" => SearchOrder.Relevance,
            "newest" => SearchOrder.Newest,
            "title" => SearchOrder.Title,
            _ => null,
        };

    private static bool? SwitchOf(string? given) =>
        given switch
        {
            null or "" or "false" => false,
            "true" => true,
            _ => null,
        };

    // The form of a tag (RFC 5646, 2.1), not whether such a language exists: one that nobody writes in comes before nothing.
    private static bool IsTag(string tag) =>
        tag.Length is >= 2 and <= 35
        && tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        && char.IsAsciiLetter(tag[0]);

    private List<string>? Preferred() =>
        string.IsNullOrEmpty(Prefer) ? null
        : Prefer == NoPreference ? []
        : [.. Prefer.Split(',', StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    private Dictionary<string, IReadOnlyList<string>> Filters() =>
        new(StringComparer.Ordinal)
        {
            ["language"] = Values(Language),
            // The index knows nothing of baskets: whoever asks for a mix is answered by licences.
            [LibraryIndex.May] = [.. Values(May).Where(value => value != Allowed.Mix)],
            ["tier"] = Values(Tier),
            ["type"] = Values(Type),
            ["level"] = Values(Level),
            ["subject"] = Values(Subject),
            ["source"] = Values(Source),
        };

    private static List<string> Values(string[]? given) =>
        [.. (given ?? []).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)];
}
