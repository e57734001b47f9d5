using System.Text;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>Tells which words of the index met a query, so that they can be marked in the hits without asking of each word of a text what it is related to.</summary>
internal static class FoundWords
{
    // Of a beginning that more words have, the texts are read again instead: that costs less than to take in all of them.
    private const int MostOfBeginning = 256;

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
                    if (planned.Clause.Kind is not ClauseKind.Prefix)
                        highlighter.AddWord(form, number);
                    else if (planned.Beginnings.Sum(beginning => beginning.Words) > MostOfBeginning)
                        highlighter.AddPrefix(form, number);
                    else
                        AddBeginning(highlighter, form, snapshot, number);
                }

                number++;
            }

            // The words of a phrase stand as they are; any other clause but a beginning is one word.
            if (planned.Clause.Kind is ClauseKind.Word or ClauseKind.Near)
                AddTerms(highlighter, planned, snapshot, number - 1);
        }

        return highlighter;
    }

    private static void AddBeginning(Highlighter highlighter, string form, Snapshot snapshot, int number)
    {
        var start = SegmentContent.Encode(form);
        foreach (var view in snapshot.Views)
        {
            var walk = view.Segment.Terms.From(start);
            while (walk.Next() && walk.Current.StartsWith(start))
                Add(highlighter, walk, number);
        }
    }

    private static void AddTerms(Highlighter highlighter, PlannedClause planned, Snapshot snapshot, int number)
    {
        for (var i = 0; i < snapshot.Views.Count; i++)
        {
            var walk = snapshot.Views[i].Segment.Terms.All();
            foreach (var term in planned.Terms[i])
            {
                walk.Seek(term.Term.Number);
                if (walk.Next())
                    Add(highlighter, walk, number);
            }
        }
    }

    private static void Add(Highlighter highlighter, TermWalk walk, int number)
    {
        Span<char> form = stackalloc char[Analysis.Words.Longest * 2];
        if (Encoding.UTF8.TryGetChars(walk.Current, form, out var length))
            highlighter.AddWord(form[..length], number);
    }
}
