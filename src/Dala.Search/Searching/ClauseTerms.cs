using System.Text;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>The terms of one segment by which a clause may be met: for each of its words, the forms that occur there.</summary>
internal sealed record ClauseTerms(QueryClause Clause, IReadOnlyList<IReadOnlyList<Term>> Words)
{
    /// <summary>At most so many documents can match.</summary>
    public long Most => Words.Min(forms => forms.Sum(form => (long)form.Documents));

    public static ClauseTerms Find(QueryClause clause, Segment segment) =>
        new(clause, [.. clause.Words.Select(word => Find(word, clause.IsPrefix, segment.Terms))]);

    public static List<Term> Find(QueryWord word, bool isPrefix, TermDictionary dictionary)
    {
        var terms = new List<Term>();
        foreach (var form in word.Forms)
        {
            var bytes = Encoding.UTF8.GetBytes(form);
            if (!isPrefix)
            {
                if (dictionary.TryFind(bytes, out var term))
                    terms.Add(term);
                continue;
            }

            var walk = dictionary.From(bytes);
            while (walk.Next() && walk.Current.StartsWith(bytes))
                terms.Add(walk.Place);
        }

        return terms;
    }
}
