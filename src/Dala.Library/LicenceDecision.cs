using Dala.Standards.Licences;

namespace Dala.Library;

/// <summary>What is held to be the licence of a resource, and the claims that say so.</summary>
/// <param name="Reading">
/// The reading that stands: what a librarian has settled; otherwise, where claims disagree, the one that allows least, with the reason "several".
/// </param>
/// <param name="Evidence">Each licence claim of a source with what it was read as; what a librarian says is not among them.</param>
public sealed record LicenceDecision(LicenceReading Reading, IReadOnlyList<(Claim Claim, LicenceReading Reading)> Evidence)
{
    /// <summary>Whether the claims name different licences and no decision stands.</summary>
    public bool IsContested { get; private init; }

    /// <summary>The claim that a librarian's decision made, whether it still stands or not.</summary>
    public Claim? Settlement { get; private init; }

    /// <summary>Statements that the librarian could not weigh, because they came later: with one of them a decision no longer stands.</summary>
    public IReadOnlyList<Claim> SaidSince { get; private init; } = [];

    public bool IsSettled => Settlement is not null && SaidSince.Count == 0;

    public static LicenceDecision Of(IEnumerable<Claim> claims)
    {
        var evidence = new List<(Claim, LicenceReading)>();
        Claim? settlement = null;
        List<Claim>? weighed = null;
        foreach (var claim in claims)
        {
            if (claim.Field == Fields.Weighed)
                (weighed ??= []).Add(claim);
            else if (claim.Field != Fields.Licence)
                continue;
            else if (SettlementRules.IsChoice(claim))
                settlement = claim;
            else
                evidence.Add((claim, ReadingOf(claim)));
        }

        // A decision that nothing is clear chooses no licence: it has only weighed.
        settlement ??= weighed?.Find(SettlementRules.IsUnclear);
        return settlement is null ? Unsettled(evidence, null, []) : Settled(evidence, settlement, weighed ?? []);
    }

    /// <summary>What a claim's licence is read as, from what the record said rather than from what was made of it.</summary>
    public static LicenceReading ReadingOf(Claim claim) => Licences.Recognise(claim.RawValue ?? claim.Value);

    /// <summary>Statements with the same meaning say the same, however they are written.</summary>
    public static (string? Licence, string? Family, Tier Tier) Meaning(LicenceReading reading) =>
        (reading.Licence?.Uri, reading.Family, reading.Tier);

    private static LicenceDecision Settled(
        List<(Claim Claim, LicenceReading Reading)> evidence,
        Claim settlement,
        List<Claim> weighed
    )
    {
        var isChoice = SettlementRules.IsChoice(settlement);
        var choice = ReadingOf(settlement);
        var known = weighed.Select(claim => Meaning(ReadingOf(claim))).ToHashSet();
        if (isChoice)
            known.Add(Meaning(choice));
        var since = evidence.Where(item => !known.Contains(Meaning(item.Reading))).Select(item => item.Claim).ToList();
        if (since.Count > 0)
            return Unsettled(evidence, settlement, since, isChoice ? choice : null);
        return new LicenceDecision(isChoice ? choice : Unsettled(evidence, null, []).Reading, evidence)
        {
            Settlement = settlement,
        };
    }

    private static LicenceDecision Unsettled(
        List<(Claim Claim, LicenceReading Reading)> evidence,
        Claim? settlement,
        IReadOnlyList<Claim> since,
        LicenceReading? choice = null
    )
    {
        var readings = evidence.Select(item => item.Reading);
        if (choice is not null)
            readings = readings.Append(choice);
        var different = readings.DistinctBy(Meaning).ToList();
        var agreed = different switch
        {
            [] => Licences.Recognise(null),
            [var only] => only,
            _ => Agreed(different),
        };
        return new LicenceDecision(agreed ?? Strictest(different), evidence)
        {
            IsContested = agreed is null,
            Settlement = settlement,
            SaidSince = since,
        };
    }

    // "CC BY" beside "CC BY 4.0" is no disagreement: the exact one says the same and more.
    private static LicenceReading? Agreed(List<LicenceReading> readings) =>
        readings.TrueForAll(reading => reading.Family is not null && reading.Family == readings[0].Family)
        && readings.Count(reading => reading.Licence is not null) == 1
            ? readings.Find(reading => reading.Licence is not null)
            : null;

    // First by tier, then by what may be done, then by what must be done; the last two only make that the order of claims does not matter.
    private static LicenceReading Strictest(List<LicenceReading> readings) =>
        readings
            .OrderByDescending(reading => reading.Tier)
            .ThenByDescending(reading => Severity(reading.Permissions.Adapt))
            .ThenByDescending(reading => Severity(reading.Permissions.Commercial))
            .ThenByDescending(reading => Severity(reading.Permissions.Share))
            .ThenByDescending(reading => Severity(reading.Permissions.Copy))
            .ThenByDescending(reading => Conditions(reading.Permissions))
            .ThenBy(reading => reading.Licence?.Uri, StringComparer.Ordinal)
            .ThenBy(reading => reading.Family, StringComparer.Ordinal)
            .First() with
        {
            ReasonKey = LicenceReasons.Several,
        };

    private static int Severity(Allowance allowance) =>
        allowance switch
        {
            Allowance.Yes => 0,
            Allowance.Unknown => 1,
            _ => 2,
        };

    // ShareAlike binds whoever adapts far more than the others do together.
    private static int Conditions(Permissions permissions) =>
        (permissions.ShareAlike ? 8 : 0)
        + (permissions.SourceCode ? 4 : 0)
        + (permissions.Attribution ? 2 : 0)
        + (permissions.Notice ? 1 : 0);
}

/// <summary>The rules by which a librarian's decision about a licence becomes claims.</summary>
public static class SettlementRules
{
    /// <summary>One of the licences claimed was chosen.</summary>
    public const string Settled = "settled@1";

    /// <summary>It could not be found out; what allows least goes on to count.</summary>
    public const string Unclear = "unclear@1";

    /// <summary>An earlier decision was taken back.</summary>
    public const string TakenBack = "taken-back@1";

    internal static bool IsChoice(Claim claim) => claim.Rule == Settled + "/" + Fields.Licence;

    internal static bool IsUnclear(Claim claim) => claim.Rule == Unclear + "/" + Fields.Weighed;
}
