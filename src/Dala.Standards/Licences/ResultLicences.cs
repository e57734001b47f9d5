namespace Dala.Standards.Licences;

/// <summary>The licences that one can put on a work of one's own, the most advisable first.</summary>
internal static class ResultLicences
{
    // Among licences that are open alike: the ones that teachers meet, before those for programs, data and art.
    private static readonly string[] Units = ["by", "by-sa", "zero", "by-nc", "by-nc-sa", "by-nd", "by-nc-nd", "by-nd-nc"];

    public static IReadOnlyList<Licence> All { get; } =
    [
        .. Licences
            .All.Where(IsForNewWorks)
            .OrderBy(licence => licence.Tier)
            .ThenBy(licence => Array.IndexOf(Units, licence.Unit) is >= 0 and var place ? place : Units.Length)
            .ThenByDescending(licence => licence.Version, StringComparer.Ordinal)
            // The general licence before those of a country, and those before the one that only intergovernmental organisations offer.
            .ThenBy(licence =>
                licence.Jurisdiction switch
                {
                    null => 0,
                    CompatibilityRules.Igo => 2,
                    _ => 1,
                }
            )
            .ThenBy(licence => licence.Label, StringComparer.Ordinal),
    ];

    // A mark says that a work is free already; a retired licence is advised against by those who wrote it.
    private static bool IsForNewWorks(Licence licence) =>
        licence.Deprecated is null && licence.Unit != "mark" && licence.Tier <= Tier.T3;
}
