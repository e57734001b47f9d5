using System.Text;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>Tells which words of the index met a query, so that they can be marked in the hits without asking of each word of a text what it is related to.</summary>
internal static class FoundWords
{
    public static Highlighter Of(QueryPlan plan, Snapshot snapshot)
    {
        var highlighter = new Highlighter();
        var number = 0;
        foreach (var planned in plan.Clauses.Where(planned => !planned.Clause.IsExcluded))
        {
            foreach (var word in planned.Clause.Words)
            {
                foreach (var form in word.Forms)
                {
                    if (planned.Clause.Kind is ClauseKind.Prefix)
                        highlighter.AddPrefix(form, number);
                    else
                        highlighter.AddWord(form, number);
                }

                number++;
            }

            // The words of a phrase stand as they are; what begins so is known by its beginning.
            if (planned.Clause.Kind is ClauseKind.Word or ClauseKind.Near)
                AddTerms(highlighter, planned, snapshot, number - 1);
        }

        return highlighter;
    }

    private static void AddTerms(Highlighter highlighter, PlannedClause planned, Snapshot snapshot, int number)
    {
        Span<char> form = stackalloc char[Analysis.Words.Longest * 2];
        for (var i = 0; i < snapshot.Views.Count; i++)
        {
            foreach (var term in planned.Terms[i])
            {
                var walk = snapshot.Views[i].Segment.Terms.At(term.Term.Number);
                walk.Next();
                if (Encoding.UTF8.TryGetChars(walk.Current, form, out var length))
                    highlighter.AddWord(form[..length], number);
            }
        }
    }
}
