using System.Text;

namespace Dala.Testing.Searching;

/// <summary>Chinese text cut for engines that know words between spaces only, into the terms that this program's index makes of it.</summary>
/// <remarks>
/// A run <c>abc</c> becomes <c>ab bc c</c>: a term at each place, so that a phrase is a row of pairs, and none reaches over a comma. The single
/// characters stand apart, where no phrase looks.
/// </remarks>
public static class Bigrams
{
    /// <summary>The title or text of a record with a term at each place.</summary>
    public static string Pairs(SyntheticRecord record, string text)
    {
        if (SyntheticLanguage.All[record.Language].Language.IsSpaced)
            return text;
        var pairs = new StringBuilder(text.Length * 3);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i]))
                continue;
            pairs.Append(text[i]);
            if (i + 1 < text.Length && char.IsLetter(text[i + 1]))
                pairs.Append(text[i + 1]);
            pairs.Append(' ');
        }

        return pairs.ToString();
    }

    /// <summary>The single characters of a Chinese record; nothing of another.</summary>
    public static string Singles(SyntheticRecord record) =>
        SyntheticLanguage.All[record.Language].Language.IsSpaced
            ? ""
            : string.Join(' ', (record.Title + record.Text).Where(char.IsLetter));

    /// <summary>The terms of a query: its words, or the pairs of a Chinese phrase.</summary>
    public static IReadOnlyList<string> Terms(LoggedQuery query)
    {
        if (!query.IsChinese || query.Kind is not QueryKind.Phrase)
            return query.Words;
        return [.. query.Words.Zip(query.Words.Skip(1), (one, next) => one + next)];
    }
}
