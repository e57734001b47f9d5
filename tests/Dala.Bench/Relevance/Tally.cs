namespace Dala.Bench.Relevance;

/// <summary>Sums over cases: recall and precision are micro-averaged, that is, of the sums and not of the cases.</summary>
/// <param name="Answers">Documents that should have been found.</param>
/// <param name="Found">Those of them that were.</param>
/// <param name="Wrong">Documents that were found and should not have been.</param>
internal readonly record struct Tally(int Cases, int Answers, int Found, int Wrong)
{
    public double Recall => Answers == 0 ? 1 : (double)Found / Answers;

    /// <summary>Nothing found is nothing wrong.</summary>
    public double Precision => Found + Wrong == 0 ? 1 : (double)Found / (Found + Wrong);

    public static Tally operator +(Tally left, Tally right) =>
        new(left.Cases + right.Cases, left.Answers + right.Answers, left.Found + right.Found, left.Wrong + right.Wrong);

    public static Tally Of(IEnumerable<CaseResult> results) =>
        results.Aggregate(default(Tally), (sum, result) => sum + result.Tally);
}
