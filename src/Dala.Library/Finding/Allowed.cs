using Dala.Standards.Licences;

namespace Dala.Library.Finding;

/// <summary>What a teacher asks of a resource before anything else: may I change it, may I sell it, may I mix it with what I have?</summary>
public static class Allowed
{
    /// <summary>Changed versions may be shared.</summary>
    public const string Change = "change";

    /// <summary>It may be used commercially.</summary>
    public const string Sell = "sell";

    /// <summary>It goes together with what is in the asker's basket; the index does not know that one, the licence decides.</summary>
    public const string Mix = "mix";

    public static IReadOnlyList<string> All { get; } = [Change, Sell, Mix];

    /// <summary>What a licence surely allows.</summary>
    public static IEnumerable<string> By(LicenceReading reading)
    {
        // Where claims disagree nothing is sure.
        if (reading.Tier > Tier.T3)
            yield break;
        if (reading.Permissions is { Adapt: Allowance.Yes, Share: Allowance.Yes })
            yield return Change;
        if (reading.Permissions is { Commercial: Allowance.Yes, Share: Allowance.Yes })
            yield return Sell;
    }
}
