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
        || name.StartsWith("creativecommons.org/", StringComparison.OrdinalIgnoreCase)
        || AfterScheme(name).Length < name.Length;

    /// <summary>Without quotes, brackets and marks of a sentence around it.</summary>
    public static string WithoutJunk(string name)
    {
        var bare = name.AsSpan().Trim(" \t\r\n\u00A0\u200B\u200E\u200F\uFEFF\"'`“”„«»‘’<>[]{},;!");
        bare = bare.TrimStart("(").TrimEnd(")").TrimEnd(".:,;)]}>\"'”»\u200E\u200F");
        return bare.Length == name.Length ? name : bare.ToString();
    }

    /// <summary>An address without scheme, <c>www.</c>, query, fragment and last slash.</summary>
    public static string Address(string name) => AddressPart(name).ToString();

    /// <summary>The same, without a copy.</summary>
    public static ReadOnlySpan<char> AddressPart(string name)
    {
        var rest = AfterScheme(name);
        if (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            rest = rest[4..];
        var end = rest.IndexOfAny('?', '#');
        return (end < 0 ? rest : rest[..end]).TrimEnd('/');
    }

    /// <summary>What follows the scheme, also where a colon or a slash of it is missing or there is one too many.</summary>
    private static ReadOnlySpan<char> AfterScheme(string name)
    {
        var rest = name.AsSpan();
        if (rest.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[4..];
            if (rest is ['s' or 'S', ..])
                rest = rest[1..];
            var after = rest.TrimStart(":/");
            // "http" is a scheme only before a slash; anything else may be a name.
            return rest.Length - after.Length > 1 ? after : name;
        }

        return rest.StartsWith("//", StringComparison.Ordinal) ? rest.TrimStart('/') : name;
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
