using Dala.Standards.Licences;

namespace Dala.Library;

/// <summary>
/// Whether one gets at a resource freely, apart from what its licence allows: an open licence behind a payment fails the no-cost access of the
/// Recommendation (domain research, 8.2, class E).
/// </summary>
public static class AccessTerms
{
    public const string Free = "free";
    public const string Login = "login";
    public const string Payment = "payment";

    /// <summary>There is a barrier of another kind: only in one institution, only on request.</summary>
    public const string Other = "other";

    /// <summary>From open to closed.</summary>
    public static IReadOnlyList<string> All { get; } = [Free, Login, Other, Payment];

    /// <summary>What stands where sources disagree: the higher barrier; null where nothing is said.</summary>
    public static string? Of(IEnumerable<Claim> claims) =>
        claims.Where(claim => claim.Field == Fields.Access).Select(claim => claim.Value).MaxBy(Place);

    /// <summary>Whether one gets at it at no cost; unknown where nothing is said, and where a barrier of another kind may cost something.</summary>
    public static Allowance IsFree(string? access) =>
        access switch
        {
            Free => Allowance.Yes,
            Payment => Allowance.No,
            _ => Allowance.Unknown,
        };

    /// <summary>The key of the text that names it.</summary>
    public static string Key(string access) => "library.access." + access;

    private static int Place(string access) => All.ToList().IndexOf(access);
}
