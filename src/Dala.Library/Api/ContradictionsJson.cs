using Dala.Library.Settling;
using Dala.Library.Showing;

namespace Dala.Library.Api;

/// <summary>A page of resources about whose licence sources disagree.</summary>
public sealed record ContradictionsJson(IReadOnlyList<ContradictionJson> Items, string? Next)
{
    public static ContradictionsJson Of(Contradictions found) =>
        new(
            [
                .. found.Items.Select(item => new ContradictionJson(
                    item.Id,
                    item.Title,
                    item.TitleLanguage,
                    LicenceDecisionJson.Of(item.Licence, found.Sources, [])
                )),
            ],
            found.Next
        );
}

/// <summary>One resource about whose licence sources disagree.</summary>
public sealed record ContradictionJson(Guid Id, string Title, string? TitleLanguage, LicenceDecisionJson Licence);

/// <summary>How the licence of a resource was arrived at: what each source says, and what a librarian decided.</summary>
/// <param name="Counts">What counts: the licence settled, or the statement that allows least.</param>
/// <param name="Contested">Whether sources disagree and no decision stands.</param>
/// <param name="Settled">Whether a decision stands.</param>
/// <param name="Decisions">The decisions with their reasons, the newest first.</param>
public sealed record LicenceDecisionJson(
    LicenceJson Counts,
    bool Contested,
    bool Settled,
    IReadOnlyList<LicenceStatementJson> Statements,
    IReadOnlyList<LicenceSettlement>? Decisions
)
{
    public static LicenceDecisionJson Of(ShownResource shown) => Of(shown.Licence, shown.Sources, shown.Settlements);

    public static LicenceDecisionJson Of(
        LicenceDecision decision,
        IReadOnlyDictionary<Guid, Source> sources,
        IReadOnlyList<LicenceSettlement> decisions
    ) =>
        new(
            LicenceJson.Of(decision.Reading),
            decision.IsContested,
            decision.IsSettled,
            [
                .. decision.Evidence.Select(item => new LicenceStatementJson(
                    sources.GetValueOrDefault(item.Claim.SourceId)?.Name,
                    LicenceJson.Of(item.Reading),
                    item.Claim.Rule,
                    item.Claim.ClaimedAt,
                    decision.SaidSince.Contains(item.Claim)
                )),
            ],
            decisions.Count == 0 ? null : decisions
        );
}

/// <summary>What one source says about the licence.</summary>
/// <param name="ClaimedBy">Mapping, its version and the rule that made the claim.</param>
/// <param name="Since">Whether it came after the last decision, which does not stand because of it.</param>
public sealed record LicenceStatementJson(
    string? Source,
    LicenceJson Licence,
    string ClaimedBy,
    DateTimeOffset ClaimedAt,
    bool Since
);
