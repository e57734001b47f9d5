using System.Globalization;
using System.Text;

namespace Dala.Bench.Relevance;

/// <summary>What was measured, as tables of a Markdown page.</summary>
internal static class RelevanceReport
{
    public const string Begin = "<!-- relevance -->";
    public const string End = "<!-- /relevance -->";

    public static string Of(Measured measured)
    {
        var text = new StringBuilder();
        Table(
            text,
            ["goal", "wanted", "reached", ""],
            Goals
                .Of(measured.Preferring)
                .Select(goal => (string[])[goal.Name, goal.Wanted, goal.Reached, goal.Holds ? "holds" : "not yet"])
        );
        text.Append(
            "Recall@20 and precision by language, over the cases that rules are tuned with (seen) and those kept from it (held out):\n\n"
        );
        Table(
            text,
            ["language", "cases", "recall, seen", "recall, held out", "precision, seen", "precision, held out"],
            ByLanguage(measured.Preferring)
                .Select(group => Halves(group.Key, [.. group]))
                .Append(Halves("all", measured.Preferring))
        );
        text.Append("The same cases where the reader's languages are not known, and in one index over all sets:\n\n");
        Table(
            text,
            ["language", "recall", "precision", "recall, together", "precision, together", "of the page in other languages"],
            ByLanguage(measured.Preferring).Select(group => Ways(group.Key, measured))
        );
        text.Append("Recall and precision by kind of case and language:\n\n");
        var languages = ByLanguage(measured.Preferring).Select(group => group.Key).ToList();
        Table(
            text,
            ["kind", "cases", "all", .. languages],
            measured
                .Preferring.GroupBy(result => result.Case.Kind)
                .OrderByDescending(kind => kind.Count())
                .Select(kind => Kind(kind, languages))
        );
        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>Puts the report in its place on a page, which is marked, or at the page's end.</summary>
    public static string Into(string page, string report)
    {
        var section = $"{Begin}\n\n{report}\n{End}";
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? page[..begin] + section + page[(end + End.Length)..]
            : $"{page.TrimEnd()}\n\n## Languages: `./do bench relevance`\n\n{section}\n";
    }

    private static string[] Halves(string name, IReadOnlyList<CaseResult> results)
    {
        var seen = Tally.Of(results.Where(result => !result.Case.HeldOut));
        var heldOut = Tally.Of(results.Where(result => result.Case.HeldOut));
        return
        [
            name,
            $"{results.Count}",
            Share(seen.Recall),
            Share(heldOut.Recall),
            Share(seen.Precision),
            Share(heldOut.Precision),
        ];
    }

    private static string[] Ways(string language, Measured measured)
    {
        var plain = Tally.Of(measured.Plain.Where(In));
        var inOne = measured.Together.Where(In).ToList();
        var together = Tally.Of(inOne);
        var foreign = inOne.Sum(result => result.Foreign);
        var page = foreign + inOne.Sum(result => result.Found.Count);
        return
        [
            language,
            Share(plain.Recall),
            Share(plain.Precision),
            Share(together.Recall),
            Share(together.Precision),
            Share(page == 0 ? 0 : (double)foreign / page),
        ];

        bool In(CaseResult result) => result.Set.Language == language;
    }

    private static string[] Kind(IGrouping<string, CaseResult> kind, IEnumerable<string> languages) =>
        [
            kind.Key,
            $"{kind.Count()}",
            Both(Tally.Of(kind)),
            .. languages.Select(language => Both(Tally.Of(kind.Where(result => result.Set.Language == language)))),
        ];

    private static string Both(Tally tally) => tally.Cases == 0 ? "" : $"{Share(tally.Recall)} / {Share(tally.Precision)}";

    private static string Share(double share) => share.ToString("F2", CultureInfo.InvariantCulture);

    private static IEnumerable<IGrouping<string, CaseResult>> ByLanguage(IEnumerable<CaseResult> results) =>
        results.GroupBy(result => result.Set.Language);

    private static void Table(StringBuilder text, string[] head, IEnumerable<string[]> rows)
    {
        Row(text, head);
        Row(text, [.. head.Select(_ => "---")]);
        foreach (var row in rows)
            Row(text, row);
        text.Append('\n');
    }

    private static void Row(StringBuilder text, string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
