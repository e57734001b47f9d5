using System.Text;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>Proposes another spelling for words that are found nowhere, or next to nowhere beside one that is much like them.</summary>
internal static class DidYouMean
{
    // Who finds plenty has not mistyped, unless that was found by guessing.
    private const int Plenty = 20;

    // A mistyped word is in a few documents too, where others have mistyped it.
    private const int Rare = 5;
    private const int TimesMore = 50;

    // For so many words of a query the near ones are looked for, beside those for which they have been already.
    private const int MostWords = 2;

    public static string? Of(QueryPlan plan, Snapshot snapshot, SearchQuery query, int total)
    {
        var isGuessed = plan.Clauses.Any(planned => planned.Clause.Kind is ClauseKind.Word && planned.Near is not null);
        if ((total >= Plenty && !isGuessed) || query.Furthest == MatchLevel.Same || query.After is not null)
            return null;
        var text = new StringBuilder();
        var at = 0;
        var left = MostWords;
        foreach (var planned in plan.Clauses.Where(planned => planned.Clause is { Kind: ClauseKind.Word, IsExcluded: false }))
        {
            var clause = planned.Clause;
            if (clause.Start < at || Better(planned, snapshot, ref left) is not { } better)
                continue;
            text.Append(plan.Parsed.Text.AsSpan(at, clause.Start - at)).Append(better);
            at = clause.Start + clause.Asked.Length;
        }

        return at == 0 ? null : text.Append(plan.Parsed.Text.AsSpan(at)).ToString();
    }

    private static string? Better(PlannedClause planned, Snapshot snapshot, ref int left)
    {
        var documents = planned.Terms.Sum(terms =>
            terms.Where(term => term.Level < MatchLevel.Near).Sum(term => (long)term.Term.Documents)
        );
        if (documents > Rare || NearTerms.MostFor(planned.Clause.Words[0].Forms[0]) == 0)
            return null;
        if (planned.Near is null && left-- <= 0)
            return null;
        return
            (planned.Near ?? NearWords.Of(planned.Clause.Words[0], snapshot)).Best is { } best
            && best.Documents > documents * TimesMore
            ? best.Text
            : null;
    }
}
