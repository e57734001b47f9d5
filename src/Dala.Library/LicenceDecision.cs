using Dala.Standards.Licences;

namespace Dala.Library;

/// <summary>What is held to be the licence of a resource, and the claims that say so.</summary>
/// <param name="Reading">The reading that stands; where claims disagree, the least open one, with the reason "several".</param>
/// <param name="Evidence">Each licence claim with what it was read as.</param>
public sealed record LicenceDecision(LicenceReading Reading, IReadOnlyList<(Claim Claim, LicenceReading Reading)> Evidence)
{
    /// <summary>Whether the claims name different licences.</summary>
    public bool IsContested => Reading.ReasonKey == LicenceReasons.Several;

    public static LicenceDecision Of(IEnumerable<Claim> claims)
    {
        var evidence = claims
            .Where(claim => claim.Field == Fields.Licence)
            .Select(claim => (claim, Licences.Recognise(claim.RawValue ?? claim.Value)))
            .ToList();
        var readings = evidence.Select(item => item.Item2).DistinctBy(Meaning).ToList();
        return new LicenceDecision(
            readings switch
            {
                [] => Licences.Recognise(null),
                [var only] => only,
                _ => Standing(readings),
            },
            evidence
        );
    }

    // "CC BY" beside "CC BY 4.0" is no disagreement: the exact one says the same and more.
    private static LicenceReading Standing(List<LicenceReading> readings)
    {
        if (
            readings.Select(reading => reading.Family).Distinct().Count() == 1
            && readings.Count(reading => reading.Licence is not null) == 1
        )
            return readings.Single(reading => reading.Licence is not null);
        return readings.MaxBy(reading => reading.Tier)! with { ReasonKey = LicenceReasons.Several };
    }

    private static (string?, string?, Tier) Meaning(LicenceReading reading) =>
        (reading.Licence?.Uri, reading.Family, reading.Tier);
}
