using Dala.Platform;
using Dala.Platform.Data;
using Dala.Standards.Licences;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Settling;

/// <summary>What a librarian fills in to settle a licence; the form and the API both send this.</summary>
public sealed record SettlementOrder
{
    /// <summary>What it chooses when nobody can find out: the statement that allows least goes on to count.</summary>
    public const string Unclear = "unclear";

    /// <summary>One of the licences claimed: its address or the statement; or <see cref="Unclear"/>.</summary>
    public string? Licence { get; init; }
    public string? Reason { get; init; }
}

/// <summary>Settles which of several statements about a resource's licence is held to be right, with a reason that is kept.</summary>
public sealed class SettleLicence(Store store, KeepOwnRecord keep, TimeProvider time)
{
    public const int ShortestReason = 10;
    public const int LongestReason = 2_000;

    /// <summary>The part of the decisions about a resource that a licence is.</summary>
    public const string Part = "licence";

    internal const string SourceTitle = "Decisions made in this library";

    public async Task<Outcome<LicenceSettlement>> Run(string id, SettlementOrder order, Actor actor, CancellationToken ct)
    {
        if (!LibraryRights.SettleLicences.Allows(actor))
            return LibraryProblems.SignInToSettle;
        if (!Guid.TryParse(id, out var key) || !await store.Set<Resource>().AnyAsync(known => known.Id == key, ct))
            return LibraryProblems.NoResource(id);
        var decision = LicenceDecision.Of(await LicenceClaims(store, key, ct));
        if (!decision.IsContested && decision.Settlement is null)
            return LibraryProblems.NothingToSettle;

        var reason = order.Reason?.Trim().ReplaceLineEndings("\n") ?? "";
        var chosen = order.Licence == SettlementOrder.Unclear ? null : Chosen(decision, order.Licence);
        var checks = new Checks()
            .Filled(order.Licence, "/licence")
            .That(
                string.IsNullOrWhiteSpace(order.Licence) || order.Licence == SettlementOrder.Unclear || chosen is not null,
                "/licence",
                "library.settle.not-claimed",
                order.Licence ?? ""
            )
            .That(
                reason.Length is >= ShortestReason and <= LongestReason,
                "/reason",
                "library.settle.reason-length",
                ShortestReason,
                LongestReason
            );
        if (checks.Problem is { } problem)
            return problem;

        var sources = await store.Set<Source>().AsNoTracking().ToDictionaryAsync(source => source.Id, source => source.Name, ct);
        var settlement = new LicenceSettlement
        {
            Resource = key,
            Rule = chosen is null ? SettlementRules.Unclear : SettlementRules.Settled,
            SettledAt = time.GetUtcNow(),
            Licence = chosen?.Licence?.Uri,
            Statement = chosen?.Raw,
            Reason = reason,
            Statements =
            [
                .. decision
                    .Evidence.DistinctBy(item => (item.Claim.SourceId, item.Reading.Raw))
                    .Select(item => new WeighedStatement(
                        sources[item.Claim.SourceId],
                        item.Reading.Raw,
                        item.Reading.Licence?.Uri,
                        item.Claim.Rule,
                        item.Claim.ClaimedAt
                    )),
            ],
        };
        await keep.Run(Record(settlement, chosen, decision), ct);
        return settlement;
    }

    internal static Task<List<Claim>> LicenceClaims(Store store, Guid resource, CancellationToken ct) =>
        store
            .Set<Claim>()
            .AsNoTracking()
            .Where(claim => claim.ResourceId == resource && (claim.Field == Fields.Licence || claim.Field == Fields.Weighed))
            .ToListAsync(ct);

    // A browser sends the line breaks of a long statement in its own way.
    private static LicenceReading? Chosen(LicenceDecision decision, string? licence)
    {
        if (string.IsNullOrWhiteSpace(licence))
            return null;
        var asked = Licences.Recognise(licence);
        var readings = decision.Evidence.Select(item => item.Reading).ToList();
        return readings.Find(reading => Squeezed(reading.Raw) == Squeezed(licence))
            ?? readings.Find(reading =>
                reading.Family is not null && LicenceDecision.Meaning(reading) == LicenceDecision.Meaning(asked)
            );
    }

    private static string Squeezed(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static OwnRecord Record(LicenceSettlement settlement, LicenceReading? chosen, LicenceDecision decision) =>
        new()
        {
            Source = OwnSources.Decisions,
            SourceTitle = SourceTitle,
            Resource = settlement.Resource,
            Part = Part,
            Bytes = settlement.Bytes(),
            Rule = settlement.Rule,
            Claims =
            [
                .. chosen is null
                    ? []
                    : new[] { new OwnClaim(Fields.Licence, chosen.Licence?.Uri ?? chosen.Raw, RawValue: RawOf(chosen)) },
                .. decision
                    .Evidence.Select(item => item.Reading)
                    .DistinctBy(LicenceDecision.Meaning)
                    .Select(reading => new OwnClaim(Fields.Weighed, reading.Raw)),
            ],
        };

    private static string? RawOf(LicenceReading chosen) =>
        chosen.Licence is { } licence && licence.Uri != chosen.Raw ? chosen.Raw : null;
}
