using System.Globalization;
using System.Text;
using Dala.Library.Showing;
using Dala.Platform.Languages;

namespace Dala.Library.Crediting;

/// <summary>Short credits, where there is room for a line or two: title, author, licence, address.</summary>
public static class CreditLine
{
    /// <summary>Seconds that a credit stays on the screen.</summary>
    private const int Seconds = 5;

    /// <summary>One line for a slide; the works that it was made from follow on the same line.</summary>
    public static string Slide(Credit credit, Words words) =>
        string.Join(" · ", Parts(credit, words))
        + string.Concat(credit.Ancestors.Select(ancestor => $" ← {string.Join(" · ", Parts(ancestor, words))}"));

    /// <summary>Subtitles, one for each work, to be moved to where the film ends (SubRip: number, times, lines, an empty line).</summary>
    public static string Subtitles(IReadOnlyList<Credit> credits, Words words)
    {
        var text = new StringBuilder();
        var number = 0;
        foreach (var credit in credits.SelectMany(credit => credit.Ancestors.Prepend(credit)))
        {
            var parts = Parts(credit, words).Select(part => part.Replace("-->", "→", StringComparison.Ordinal)).ToList();
            text.Append(number + 1).Append('\n');
            text.Append(At(number * Seconds)).Append(" --> ").Append(At((number + 1) * Seconds)).Append('\n');
            text.Append(string.Join(" · ", parts.Take(2))).Append('\n');
            text.Append(string.Join(" · ", parts.Skip(2))).Append("\n\n");
            number++;
        }

        return text.ToString();
    }

    private static IEnumerable<string> Parts(Credit credit, Words words)
    {
        if (credit.Title is { Length: > 0 } title)
            yield return words["library.credit.work.no-author", ("title", title)].Value;
        if (credit.Authors.Count > 0 || credit.Publisher is not null)
            yield return words.List(credit.Authors.Count > 0 ? credit.Authors : [credit.Publisher!]);
        yield return words.Say(LicenceLabel.Of(credit.Licence, words));
        if (credit.Change is { Length: > 0 } change)
            yield return words["library.credit.changes", ("changes", change)].Value;
        if (credit.Url is { } url)
            yield return words.Say(url);
    }

    private static string At(int seconds) =>
        TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm\:ss\,fff", CultureInfo.InvariantCulture);
}
