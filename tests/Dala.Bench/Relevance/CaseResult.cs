namespace Dala.Bench.Relevance;

/// <summary>What a case found on the first page of its query.</summary>
/// <param name="Foreign">How many of the page were documents of other languages' sets.</param>
internal sealed record CaseResult(RelevanceSet Set, JudgedCase Case, IReadOnlyList<string> Found, int Foreign)
{
    public IEnumerable<string> Missed => Case.Must.Except(Found);

    public IEnumerable<string> Wrong => Found.Except(Case.Must).Except(Case.May ?? []);

    public bool Perfect => !Missed.Any() && !Wrong.Any();

    public Tally Tally => new(1, Case.Must.Count, Case.Must.Count - Missed.Count(), Wrong.Count());

    /// <summary>The same, of nothing but the answers that are written in the other of Cyrillic and Latin.</summary>
    public Tally AcrossScripts
    {
        get
        {
            var across = Case.Must.Where(id => Scripts.Differ(Case.Query, Set.TextOf(id))).ToList();
            return across.Count == 0 ? default : new(1, across.Count, across.Intersect(Found).Count(), 0);
        }
    }
}
