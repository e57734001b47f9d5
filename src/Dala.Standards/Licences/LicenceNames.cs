using System.Text;

namespace Dala.Standards.Licences;

/// <summary>Brings a licence's name or address into the form in which names are compared.</summary>
internal static class LicenceNames
{
    /// <summary>
    /// Words in lower case, joined by single blanks, without punctuation: spelling is forgiven, meaning never is.
    /// An address loses scheme, <c>www.</c>, query, fragment and the last slash.
    /// </summary>
    public static string Key(string name)
    {
        name = name.Trim().ToLowerInvariant();
        // Most names are ASCII: they need no normalisation, and the first use does not wait for Unicode's tables.
        if (name.Any(letter => letter is > '\u00FF' and not (>= '\u0400' and <= '\u04FF')))
            name = name.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return IsAddress(name) ? Address(name) : string.Join(' ', Words(name));
    }

    public static bool IsAddress(string name) =>
        name.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("//", StringComparison.Ordinal)
        || name.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("creativecommons.org/", StringComparison.OrdinalIgnoreCase);

    /// <summary>An address without scheme, <c>www.</c>, query, fragment and last slash.</summary>
    public static string Address(string name) => AddressPart(name).ToString();

    /// <summary>The same, without a copy.</summary>
    public static ReadOnlySpan<char> AddressPart(string name)
    {
        var rest = name.AsSpan();
        var slashes = rest.IndexOf("//");
        if (slashes >= 0)
            rest = rest[(slashes + 2)..];
        if (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            rest = rest[4..];
        var end = rest.IndexOfAny('?', '#');
        return (end < 0 ? rest : rest[..end]).TrimEnd('/');
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = -1;
        for (var at = 0; at <= name.Length; at++)
        {
            var inside = at < name.Length && (char.IsLetterOrDigit(name[at]) || name[at] is '.' or '+');
            if (inside && start < 0)
                start = at;
            if (inside || start < 0)
                continue;

            var word = name[start..at].Trim('.');
            start = -1;
            if (word is ['v', >= '0' and <= '9', ..])
                word = word[1..];
            if (word is "licence")
                word = "license";
            if (word.Length > 0 && !(word is "version" or "v") && !(word is "the" && words.Count == 0))
                words.Add(word);
        }

        return words;
    }
}
