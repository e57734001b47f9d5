using System.Text;
using System.Text.RegularExpressions;

namespace Dala.Standards.Licences;

/// <summary>Takes the addresses out of a statement, so that the words around them can be read.</summary>
internal static partial class EmbeddedAddresses
{
    /// <summary>The statement with <see cref="LabelKey.Address"/> in place of each address; null if there are none.</summary>
    public static (string Text, List<string> Addresses)? Of(string statement)
    {
        if (
            !statement.Contains("creativecommons.org", StringComparison.OrdinalIgnoreCase)
            && !statement.Contains("://", StringComparison.Ordinal)
        )
            return null;

        var addresses = new List<string>();
        var text = Address()
            .Replace(
                statement.Replace(LabelKey.Address, ' '),
                match =>
                {
                    addresses.Add(match.Value);
                    return $" {LabelKey.Address} ";
                }
            );
        return addresses.Count == 0 ? null : (text, addresses);
    }

    /// <summary>
    /// What a piece of HTML or XML says: its text, with the addresses of links in place. Links to the licence count; a button's picture and other
    /// attributes do not.
    /// </summary>
    public static string? OfMarkup(string statement)
    {
        if (!Tag().IsMatch(statement))
            return null;
        var text = new StringBuilder();
        var at = 0;
        foreach (Match tag in Tag().Matches(statement))
        {
            text.Append(statement, at, tag.Index - at).Append(' ');
            at = tag.Index + tag.Length;
            if (SaysLicence().Match(tag.Value) is { Success: true } says)
                text.Append(says.Groups["value"].Value).Append(' ');
            else if (LinksLicence().Match(tag.Value) is { Success: true } links)
                text.Append(links.Groups["value"].Value).Append(' ');
        }

        return text.Append(statement, at, statement.Length - at).ToString().Trim();
    }

    [GeneratedRegex(
        """(?:https?://|//|(?<![\w./-])(?:www\.)?(?=creativecommons\.org/))[^\s<>"'“”«»{}|\\^\u0001]+?(?=[)\].,;:!?]*(?:[\s<>"'“”«»{}|\\^]|$))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Address();

    [GeneratedRegex("<[!/?a-z][^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(
        """<meta\s(?=[^>]*(?:name|property)\s*=\s*["']?[\w.:-]*(?:licen[cs]e|rights))[^>]*content\s*=\s*["'](?<value>[^"']*)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SaysLicence();

    [GeneratedRegex(
        """<(?:a|link|[\w]+:licen[cs]e|licen[cs]e)\s[^>]*(?:href|resource)\s*=\s*["']?(?<value>[^"'\s>]*)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LinksLicence();
}
