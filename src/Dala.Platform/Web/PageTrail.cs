namespace Dala.Platform.Web;

/// <summary>
/// Where a page of a list begins, as its address says it: the cursor after which it begins, and before it, with dots between, those of the pages that
/// led there. A cursor leads only onwards; the trail leads back to exactly the pages that were seen.
/// </summary>
public static class PageTrail
{
    /// <summary>
    /// Letters of a trail. Everybody takes an address of 8,000 (RFC 9110, 4.1), and the question and its filters need most of them. A longer trail
    /// forgets its beginning and begins with a dot.
    /// </summary>
    private const int Longest = 2_000;

    private const char Between = '.';

    /// <summary>The cursor after which the page begins; null for the first page.</summary>
    public static string? Cursor(string? trail) => string.IsNullOrEmpty(trail) ? null : trail[(trail.LastIndexOf(Between) + 1)..];

    /// <summary>The trail of the page that begins after a cursor.</summary>
    public static string Onwards(string? trail, string next)
    {
        var longer = string.IsNullOrEmpty(trail) ? next : trail + Between + next;
        while (longer.Length > Longest && longer.IndexOf(Between, 1) is > 0 and var second)
            longer = longer[second..];
        return longer;
    }

    /// <summary>The trail of the page before, empty for the first page; null where it is not known.</summary>
    public static string? Back(string? trail) =>
        string.IsNullOrEmpty(trail)
            ? null
            : trail.LastIndexOf(Between) switch
            {
                < 0 => "",
                0 => null,
                var last => trail[..last],
            };
}
